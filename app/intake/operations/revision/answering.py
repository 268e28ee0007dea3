"""What a person says of the differences between a document and the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeDocument
from app.intake.operations.moving import hold
from app.intake.operations.revision.comparing import Revision, revision_of
from app.intake.operations.revision.matching import matches
from app.intake.vocabulary import ImportState
from app.tasks.queries import last_position, tasks_of_list
from app.tasks.vocabulary import FIELDS
from app.wording import N_

NEEDLESS: Final = frozenset({"missing-deadline", "missing-unit", "missing-problem"})
"""What need not be asked of a row that is a task of the list: the list knows it."""


def is_revising(document: IntakeDocument) -> bool:
    """Whether the list has tasks beside which the document has to be read."""
    if document.state is ImportState.REVIEW:
        return last_position(document.list_id) > 0
    return bool(document.revision)


def spare_doubts(document: IntakeDocument) -> None:
    """Drop doubts about rows that are tasks of the list already: the list knows the answer."""
    tasks = tasks_of_list(document.list_id)
    for match in matches(document.rows, tasks, {}):
        if match.task is not None:
            match.row.fields = {
                name: {**each, "doubts": [one for one in each["doubts"] if _needed(one)]}
                for name, each in match.row.fields.items()
            }


def _needed(doubt: Mapping[str, Any]) -> bool:
    return doubt["code"] not in NEEDLESS


@dataclass(frozen=True)
class Answers:
    """By the key of a row: which task it is. By row and field, and by task: whether to take over
    what the document says."""

    chosen: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    unlisted: Mapping[str, bool] = field(default_factory=dict)


def answer(document: IntakeDocument, given: Answers, actor: Actor) -> None:
    """Keep what a person answered."""
    known = revision_of(document)
    kept = _kept(document)
    rows = {str(one.match.row.id) for one in known.compared}
    kept["chosen"] |= {key: task for key, task in given.chosen.items() if key in rows}
    kept["unlisted"] |= {
        key: accept
        for key, accept in given.unlisted.items()
        if any(str(one.task.id) == key for one in known.unlisted)
    }
    kept["answers"] = _answered(kept["answers"], known, given.changes)
    _keep(document, kept, actor)


def accept_unchallenged(document: IntakeDocument, actor: Actor) -> int:
    """Take over every change that nothing makes doubtful and nobody has answered."""
    known = revision_of(document)
    changes = {
        (str(one.match.row.id), change.field): True
        for one in known.compared
        if not one.hindrance
        for change in one.changes
        if change.accepted is None and not change.doubtful
    }
    kept = _kept(document)
    kept["answers"] = _answered(kept["answers"], known, changes)
    _keep(document, kept, actor)
    return len(changes)


def keep_unlisted(document: IntakeDocument, actor: Actor) -> int:
    """Let every task stay as it is that the document does not name and nobody answered."""
    known = revision_of(document)
    open_tasks = [str(one.task.id) for one in known.unlisted if one.accepted is None]
    kept = _kept(document)
    kept["unlisted"] |= dict.fromkeys(open_tasks, False)
    _keep(document, kept, actor)
    return len(open_tasks)


CHANGED = N_("修订没有决定：第%(number)s项的“%(field)s”")
ASKED = N_("修订版第%(number)s项是清单里的哪一项，没有确定")
UNLISTED = N_("修订版不再列第%(number)s项，没有决定是否保留")


def open_questions(known: Revision) -> list[tuple[str, dict[str, Any]]]:
    """Return what is not answered yet, each with the number that it is about."""
    found: list[tuple[str, dict[str, Any]]] = []
    for one in known.compared:
        number = one.match.row.number or str(one.match.row.position)
        if one.match.is_open or one.taken:
            found.append((number, _question(ASKED, number)))
        found += [
            (number, _question(CHANGED, number, field=FIELDS[change.field]))
            for change in one.changes
            if change.accepted is None and not change.doubtful and not one.hindrance
        ]
    return found + [
        (one.task.number, _question(UNLISTED, one.task.number))
        for one in known.unlisted
        if one.accepted is None and not one.hindrance
    ]


def _question(message: str, number: str, **values: str) -> dict[str, Any]:
    return {"message": message, "values": {"number": number, **values}}


def _kept(document: IntakeDocument) -> dict[str, Any]:
    kept = document.revision or {}
    return {name: dict(kept.get(name, {})) for name in ("chosen", "answers", "unlisted")}


def _answered(
    before: Mapping[str, Any], known: Revision, changes: Mapping[tuple[str, str], bool]
) -> dict[str, Any]:
    answers = {row: dict(given) for row, given in before.items()}
    for one in known.compared:
        row = str(one.match.row.id)
        for change in one.changes:
            accept = changes.get((row, change.field))
            if accept is not None and not change.doubtful:
                said = {"accept": accept, "mark": change.mark}
                answers.setdefault(row, {})[change.field] = said
    return answers


def _keep(document: IntakeDocument, kept: dict[str, Any], actor: Actor) -> None:
    hold(document, IntakeAction.CORRECT)
    document.revision = kept
    counted: dict[str, int] = {name: _count(kept[name]) for name in kept}
    record(actor, IntakeAction.CORRECT, document, after={"revision": counted})


def _count(answers: Mapping[str, Any]) -> int:
    nested: Sequence[Any] = list(answers.values())
    return sum(len(one) if isinstance(one, dict) else 1 for one in nested)
