"""What the review page shows, worked out before the template: lines, marks, doubts, neighbours."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.access.actions import IntakeAction
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.views.fields import Question, Sure, questions, sure
from app.intake.views.source import SourceLine, source_lines
from app.intake.vocabulary import IGNORED, Decision
from app.intake.workflow import IMPORT_WORKFLOW
from app.web.guard import may


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
        questions=questions(row) if row else (),
        sure=sure(row) if row else (),
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
