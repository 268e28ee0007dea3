"""What stood there before each change of a review, so that the last ones can be taken back."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import update

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.intake import queries
from app.intake.models import IntakeDocument, IntakeRow, IntakeStep
from app.intake.operations.moving import hold
from app.intake.operations.numbering import check_numbers
from app.intake.vocabulary import Decision
from app.wording import N_, Moved

WHOLE: Final = ("position", "number", "fields", "decision")
Marks = list[list[Any]]


def begin(
    document: IntakeDocument,
    said: tuple[str, Mapping[str, Any]],
    rows: Sequence[IntakeRow] = (),
    kept: Sequence[str] = WHOLE,
) -> IntakeStep:
    """Keep what rows say before they are changed; refuse when the review is over."""
    hold(document, IntakeAction.CORRECT)
    before = {"rows": [_row(row, kept) for row in rows]}
    step = IntakeStep(document_id=document.id, said=said[0], values=dict(said[1]), before=before)
    db.session.add(step)
    return step


def note(step: IntakeStep, **more: Any) -> None:
    """Keep more of what was: `added` rows, `marks` of lines, `names` that were remembered."""
    step.before = {**step.before, **more}


def marks_of(document: IntakeDocument) -> Marks:
    return [[line["state"], line["label"], line["item"]] for line in document.lines]


def mark(document: IntakeDocument, marks: Marks) -> None:
    """Say anew of every line what became of it."""
    document.lines = [
        {**line, "state": state, "label": label, "item": item}
        for line, (state, label, item) in zip(document.lines, marks, strict=True)
    ]


def shift(document: IntakeDocument, after: int, by: int) -> None:
    """Move the rows behind a position; never two at one place, not even on the way."""
    own = IntakeRow.document_id == document.id
    quietly = {"synchronize_session": False}
    db.session.flush()
    away = update(IntakeRow).where(own, IntakeRow.position > after)
    db.session.execute(away.values(position=-(IntakeRow.position + by)), execution_options=quietly)
    back = update(IntakeRow).where(own, IntakeRow.position < 0)
    db.session.execute(back.values(position=-IntakeRow.position), execution_options=quietly)
    db.session.expire_all()


def take_back(document: IntakeDocument, actor: Actor) -> str:
    """Undo the last change of the review and return what it was; the one before is now the last."""
    hold(document, IntakeAction.CORRECT)
    step = queries.last_step(document.id)
    if step is None:
        raise Moved(N_("没有可以撤销的改动"))
    numbers = _restore(document, step.before)
    said = step.said % step.values
    db.session.delete(step)
    check_numbers(document, *numbers)
    record(actor, IntakeAction.CORRECT, document, after={"taken_back": said})
    return said


def _restore(document: IntakeDocument, before: Mapping[str, Any]) -> set[str | None]:
    """Let everything stand as it did; return the numbers that were given or taken away."""
    added = _own(document, before.get("added", ()))
    numbers = {row.number for row in added}
    for row in added:
        _remove(document, row)
    for kept in before["rows"]:
        numbers |= _put_back(document, kept)
    if "marks" in before:
        mark(document, before["marks"])
    for name_id in before.get("names", ()):
        name = queries.remembered_or_none(name_id)
        if name is not None and name.area == document.area:
            db.session.delete(name)
    return numbers


def _own(document: IntakeDocument, row_ids: Sequence[int]) -> list[IntakeRow]:
    """Return rows of this import alone: SQLite may give the number of a removed row again."""
    return [row for row in queries.rows_with_ids(row_ids) if row.document_id == document.id]


def _row(row: IntakeRow, kept: Sequence[str]) -> dict[str, Any]:
    return {"id": row.id, **{name: getattr(row, name) for name in kept}}


def _remove(document: IntakeDocument, row: IntakeRow) -> None:
    position = row.position
    db.session.delete(row)
    shift(document, position, -1)


def _put_back(document: IntakeDocument, kept: Mapping[str, Any]) -> set[str | None]:
    """Give a row its content again; a row that went into another one stands again."""
    found = _own(document, [kept["id"]])
    content = {key: value for key, value in kept.items() if key not in ("id", "position")}
    content["decision"] = Decision(content["decision"])
    if found:
        numbers = {found[0].number, kept.get("number")}
        for key, value in content.items():
            setattr(found[0], key, value)
        return numbers
    shift(document, kept["position"] - 1, 1)
    row = IntakeRow(position=kept["position"], document_id=document.id, **content)
    if not queries.rows_with_ids([kept["id"]]):
        row.id = kept["id"]
    db.session.add(row)
    db.session.flush()
    return {row.number}
