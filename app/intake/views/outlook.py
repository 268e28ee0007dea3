"""What the review page shows, worked out before the template: lines, marks, doubts, neighbours."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Part
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.views.source import SourceLine, source_lines
from app.intake.views.wording import deadline_words, measures_words, units_words
from app.intake.vocabulary import FIELDS, IGNORED, PARTS, Decision
from app.intake.workflow import IMPORT_WORKFLOW
from app.web.guard import may

TEXTS = ("number", "aspect", "category", "problem", "target", "progress", "remarks")


@dataclass(frozen=True)
class Question:
    """One doubt with where it stands and what may be answered."""

    field: str
    label: str
    doubt: Mapping[str, Any]
    at: str
    free: bool
    """Whether something else may be typed."""


@dataclass(frozen=True)
class Sure:
    name: str
    label: str
    text: str
    at: str
    note: str = ""


@dataclass(frozen=True)
class Outlook:
    show: str
    coverage: Mapping[str, int]
    ignored: Sequence[tuple[str, int]]
    row: IntakeRow | None
    previous: int | None
    next: int | None
    lines: Sequence[SourceLine]
    questions: Sequence[Question]
    sure: Sequence[Sure]
    doubts: int
    doubtful_rows: int
    kept: int
    certain: int
    decisions: Sequence[str]
    """Words of what may be decided about the row."""
    may_correct: bool
    may_confirm: bool
    may_abandon: bool
    may_undo: bool
    ready: bool


def outlook(document: IntakeDocument, show: str, wanted: int | None) -> Outlook:
    """Work out the page of an import."""
    rows = _rows_shown(document, show)
    row = _chosen(rows, wanted)
    counted = Counter(line["state"] for line in document.lines)
    doubts = sum(len(each.doubts) for each in document.rows)
    offers = {action: _offers(document, action) for action in IntakeAction}
    return Outlook(
        show=show,
        coverage={name: counted[name] for name in ("mapped", "ignored", "unexplained")}
        | {"lines": len(document.lines)},
        ignored=_ignored(document),
        row=row,
        previous=_neighbour(rows, row, -1),
        next=_neighbour(rows, row, 1),
        lines=source_lines(document, row, show),
        questions=_questions(row) if row else (),
        sure=_sure(row) if row else (),
        doubts=doubts,
        doubtful_rows=sum(bool(each.doubts) for each in document.rows),
        kept=sum(each.decision is not Decision.DROPPED for each in document.rows),
        certain=sum(each.decision is Decision.OPEN and not each.doubts for each in document.rows),
        decisions=_decisions(row) if row else (),
        may_correct=offers[IntakeAction.CORRECT],
        may_confirm=offers[IntakeAction.CONFIRM],
        may_abandon=offers[IntakeAction.ABANDON],
        may_undo=offers[IntakeAction.UNDO],
        ready=not doubts and not counted["unexplained"],
    )


def _decisions(row: IntakeRow) -> Sequence[str]:
    if row.decision is Decision.DROPPED:
        return ("keep",)
    return ("drop",) if row.doubts or row.decision is Decision.ACCEPTED else ("accept", "drop")


def _offers(document: IntakeDocument, action: IntakeAction) -> bool:
    return IMPORT_WORKFLOW.allows(document.state, action) and may(action, document)


def _rows_shown(document: IntakeDocument, show: str) -> Sequence[IntakeRow]:
    """Doubtful rows where only those are asked for; all of them otherwise."""
    doubtful = [row for row in document.rows if row.doubts]
    return doubtful if show == "doubts" and doubtful else document.rows


def _chosen(rows: Sequence[IntakeRow], wanted: int | None) -> IntakeRow | None:
    by_position = {row.position: row for row in rows}
    if wanted in by_position:
        return by_position[wanted]
    later = [row for row in rows if wanted is not None and row.position > wanted]
    doubtful = [row for row in rows if row.doubts]
    return next(iter(later or doubtful or rows), None)


def _neighbour(rows: Sequence[IntakeRow], row: IntakeRow | None, step: int) -> int | None:
    if row is None:
        return None
    place = list(rows).index(row) + step
    return rows[place].position if 0 <= place < len(rows) else None


def _ignored(document: IntakeDocument) -> Sequence[tuple[str, int]]:
    counted = Counter(line["label"] for line in document.lines if line["state"] == "ignored")
    return [(IGNORED.get(reason, reason), count) for reason, count in counted.items()]


def _questions(row: IntakeRow) -> Sequence[Question]:
    if row.decision is Decision.DROPPED:
        return ()
    return [
        Question(name, _asked_of(name, doubt), doubt, _at(field["lines"]), not doubt["several"])
        for name, field in row.fields.items()
        for doubt in field["doubts"]
    ]


def _asked_of(name: str, doubt: Mapping[str, Any]) -> str:
    """The label of a doubt: of the units' part, where it is about one."""
    part = (doubt["about"].split(":")[0] or "responsible") if name == "units" else name
    return FIELDS.get(part, name)


def _sure(row: IntakeRow) -> Sequence[Sure]:
    """Fields in which nothing is doubtful, in the order of the record."""
    found = [
        Sure(
            name, FIELDS[name], str(row.fields[name]["value"] or ""), _at(row.fields[name]["lines"])
        )
        for name in TEXTS
        if name in row.fields and not row.fields[name]["doubts"]
    ]
    units = row.fields["units"]
    found.extend(
        Sure(part.value, PARTS[part], text, _at(units["lines"]))
        for part in Part
        if (text := units_words(units["value"], part))
    )
    if not row.fields["deadline"]["doubts"]:
        text = deadline_words(row.fields["deadline"]["value"])
        found.append(
            Sure("deadline", FIELDS["deadline"], text, _at(row.fields["deadline"]["lines"]))
        )
    measures = row.fields["measures"]
    if measures["value"]:
        text = measures_words(measures["value"])
        found.append(Sure("measures", FIELDS["measures"], text, _at(measures["lines"])))
    return found


def _at(lines: Sequence[int]) -> str:
    """第86行 or 83—85行."""
    if not lines:
        return ""
    first, last = min(lines), max(lines)
    return f"第{first}行" if first == last else f"{first}—{last}行"
