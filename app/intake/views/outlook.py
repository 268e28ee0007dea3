"""What the review page shows, worked out before the template: lines, marks, doubts, neighbours."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.access.actions import IntakeAction
from app.intake import queries
from app.intake.models import IntakeDocument, IntakeRow, IntakeStep
from app.intake.operations.directory import Directory, directory_for
from app.intake.queries import RowOutline
from app.intake.views.fields import Sure, sure
from app.intake.views.questions import Asking, Question, Sought, names_to_type, questions
from app.intake.views.source import SourceLine, source_lines
from app.intake.views.wording import at_lines
from app.intake.vocabulary import FIELDS, IGNORED, Decision
from app.intake.workflow import IMPORT_WORKFLOW
from app.web.guard import may
from app.wording import N_

DOUBTS, ALL = "doubts", "all"
OPTIONAL = (
    "lead", "cooperating", "supervising", "acceptance", "other_numbers", "target", "progress",
    "status", "percent", "lamp", "difficulty", "next_step", "remarks",
)  # fmt: skip
NOTHING = {
    "unexplained": N_("没有未解释的行：每一行都有着落"),
    "ignored": N_("没有忽略任何一行"),
}


@dataclass(frozen=True)
class Totals:
    """Counts over the whole import."""

    coverage: Mapping[str, int]
    ignored: Sequence[tuple[str, int]]
    rows: int
    doubts: int
    doubtful_rows: int
    kept: int
    certain: int

    @property
    def ready(self) -> bool:
        """Whether nothing is left to settle."""
        return not self.doubts and not self.coverage["unexplained"] and self.kept > 0


@dataclass(frozen=True)
class Place:
    """The row in sight and where it stands among those that are shown."""

    row: IntakeRow | None
    previous: int | None
    next: int | None
    decisions: Sequence[str]
    """Words of what may be decided about the row."""


@dataclass(frozen=True)
class Outlook:
    show: str
    totals: Totals
    place: Place
    lines: Sequence[SourceLine]
    questions: Sequence[Question]
    sure: Sequence[Sure]
    names: Sequence[tuple[str, str]]
    """Units that may be typed, with their letters."""
    last: IntakeStep | None
    """What can be taken back next."""
    may: Mapping[str, bool]

    @property
    def row(self) -> IntakeRow | None:
        return self.place.row

    @property
    def span(self) -> str:
        """Where the lines of the row in sight stand."""
        return at_lines([line.number for line in self.lines if line.own])

    @property
    def missing(self) -> Sequence[tuple[str, str]]:
        """Fields of which the document says nothing, and which a person may fill in."""
        said = {each.name for each in self.sure} | {each.label for each in self.questions}
        return [(name, FIELDS[name]) for name in OPTIONAL if not {name, FIELDS[name]} & said]

    @property
    def nothing(self) -> str:
        """Why no line stands here."""
        return NOTHING.get(self.show, N_("这一项是手工新增的，没有对应的原文"))


def outlook(
    document: IntakeDocument, show: str | None, wanted: int | None, sought: Sought
) -> Outlook:
    """Work out the page of an import; of its rows only the one in sight is read whole."""
    outlines = queries.row_outlines(document.id)
    totals = _totals(document, outlines)
    show = show or (DOUBTS if totals.doubts else ALL)
    place = _place(document, _shown(outlines, show), wanted)
    known = _directory(document, place.row)
    asked = Counter(key for each in outlines if each.doubts for key in each.asked)
    row = place.row
    return Outlook(
        show=show,
        totals=totals,
        place=place,
        lines=source_lines(document, row, show),
        questions=questions(row, Asking(known, asked, sought)) if row else (),
        sure=sure(row) if row else (),
        names=names_to_type(known),
        last=queries.last_step(document.id),
        may={action.name.lower(): _offers(document, action) for action in IntakeAction},
    )


def _directory(document: IntakeDocument, row: IntakeRow | None) -> Directory | None:
    """Only a row that asks for a unit needs to know the units."""
    return directory_for(document.area) if row and row.fields["units"]["doubts"] else None


def _totals(document: IntakeDocument, outlines: Sequence[RowOutline]) -> Totals:
    counted = Counter(line["state"] for line in document.lines)
    coverage = {name: counted[name] for name in ("mapped", "ignored", "unexplained")}
    reasons = Counter(line["label"] for line in document.lines if line["state"] == "ignored")
    return Totals(
        coverage=coverage | {"lines": len(document.lines)},
        ignored=[(IGNORED.get(reason, reason), count) for reason, count in reasons.items()],
        rows=len(outlines),
        doubts=sum(each.doubts for each in outlines),
        doubtful_rows=sum(bool(each.doubts) for each in outlines),
        kept=sum(each.decision is not Decision.DROPPED for each in outlines),
        certain=sum(each.decision is Decision.OPEN and not each.asked for each in outlines),
    )


def _decisions(row: IntakeRow) -> Sequence[str]:
    if row.decision is Decision.DROPPED:
        return ("keep",)
    return ("drop",) if row.doubts or row.decision is Decision.ACCEPTED else ("accept", "drop")


def _offers(document: IntakeDocument, action: IntakeAction) -> bool:
    return IMPORT_WORKFLOW.allows(document.state, action) and may(action, document)


def _shown(outlines: Sequence[RowOutline], show: str) -> Sequence[RowOutline]:
    """Doubtful rows where only those are asked for; all of them otherwise."""
    doubtful = [each for each in outlines if each.doubts]
    return doubtful if show == DOUBTS and doubtful else outlines


def _place(document: IntakeDocument, shown: Sequence[RowOutline], wanted: int | None) -> Place:
    chosen = _chosen(shown, wanted)
    row = queries.row_at(document.id, chosen.position) if chosen else None
    at = shown.index(chosen) if chosen else 0
    return Place(
        row=row,
        previous=shown[at - 1].position if at > 0 else None,
        next=shown[at + 1].position if at + 1 < len(shown) else None,
        decisions=_decisions(row) if row else (),
    )


def _chosen(shown: Sequence[RowOutline], wanted: int | None) -> RowOutline | None:
    """The row asked for; else the next one, else the first that is doubtful."""
    same = [each for each in shown if each.position == wanted]
    later = [each for each in shown if wanted is not None and each.position > wanted]
    doubtful = [each for each in shown if each.doubts]
    return next(iter([*same, *later, *doubtful, *shown]), None)
