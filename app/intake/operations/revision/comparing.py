"""A revised edition beside the list: what is added, changed field by field, or no longer listed."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations.drafting import said_by
from app.intake.operations.revision.matching import Match, matches, plain_words
from app.intake.operations.revision.standing import is_known, standing_of
from app.intake.snapshot.columns import Item
from app.intake.vocabulary import MISSING, Decision
from app.tasks.models import Task
from app.tasks.operations import AMENDABLE
from app.tasks.operations.withdrawing import is_untouched
from app.tasks.queries import tasks_of_list
from app.tasks.snapshot import present, proposed
from app.tasks.vocabulary import FIELDS, TaskState
from app.wording import N_

NOT_COMPARED: Final = frozenset({"number"})
HINDERED: Final = {
    TaskState.CLOSING: N_("销号办理中，内容不再改动；退回整改后才能修订"),
    TaskState.CLOSED: N_("已销号，内容不再改动"),
    TaskState.MERGED: N_("已并入其他任务，内容不再改动"),
    TaskState.SUSPENDED: N_("已中止，恢复后才能修订"),
}
NO_NOTE: Final = (TaskState.CLOSED, TaskState.MERGED, TaskState.SUSPENDED)
MOST_UNMATCHED: Final = 2
"""A document is an edition of the list if at least one row in so many is a task of it."""


@dataclass(frozen=True)
class Change:
    """One field that the document says otherwise."""

    field: str
    old: Any
    new: Any
    accepted: bool | None
    doubtful: bool = False
    """Something in it is still to be settled in review."""

    @property
    def mark(self) -> str:
        """Tells whether an answer was given to this very change."""
        told = json.dumps([self.old, self.new], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Compared:
    """A row of the document beside its task, or as a new one."""

    match: Match
    changes: Sequence[Change] = ()
    hindrance: str = ""
    """Why changes are shown but cannot be taken over."""
    taken: bool = False
    """A new task whose number the list has given already."""

    @property
    def undecided(self) -> int:
        if self.match.is_open or self.taken:
            return 1
        if self.hindrance:
            return 0
        return sum(change.accepted is None for change in self.changes)


@dataclass(frozen=True)
class Unlisted:
    """A task of the list that the document does not name."""

    task: Task
    accepted: bool | None
    withdrawn: bool
    """An untouched draft goes; anything else stays, with a note in its history."""
    hindrance: str = ""


@dataclass(frozen=True)
class Revision:
    compared: Sequence[Compared]
    unlisted: Sequence[Unlisted]
    is_edition: bool

    @property
    def undecided(self) -> int:
        open_tasks = sum(one.accepted is None and not one.hindrance for one in self.unlisted)
        return open_tasks + sum(one.undecided for one in self.compared)

    def task_of(self, row: IntakeRow) -> Compared | None:
        return next((one for one in self.compared if one.match.row is row), None)


def revision_of(document: IntakeDocument) -> Revision:
    """Compare what stands in the review with what stands in the list, as both are now."""
    kept: Mapping[str, Any] = document.revision or {}
    tasks = tasks_of_list(document.list_id)
    found = matches(document.rows, tasks, kept.get("chosen", {}))
    shown = [one for one in found if one.row.decision is not Decision.DROPPED]
    listed = {one.task.id for one in found if one.task} | {
        task.id for one in found for task in one.candidates
    }
    is_edition = len(listed) * MOST_UNMATCHED >= len(found) > 0 and document.kind != "notice"
    numbers, now = {task.number for task in tasks}, standing_of(document)
    return Revision(
        [_compared(one, numbers, kept.get("answers", {}), now) for one in shown],
        [_unlisted(task, kept) for task in tasks if task.id not in listed] if is_edition else [],
        is_edition,
    )


def _compared(
    match: Match, numbers: set[str], answers: Mapping[str, Any], now: Mapping[int, Item]
) -> Compared:
    if match.task is None:
        return Compared(match, taken=not match.is_open and match.row.number in numbers)
    hindrance = "" if match.task.state in AMENDABLE else HINDERED[match.task.state]
    given = answers.get(str(match.row.id), {})
    standing = now.get(match.task.id, {})
    changes = [
        change
        for change in _changes(match.row, match.task, given)
        if not is_known(change.field, change.new, standing)
    ]
    return Compared(match, changes, hindrance)


def _changes(row: IntakeRow, task: Task, given: Mapping[str, Any]) -> Iterator[Change]:
    old, new = present(task), stated(row, task)
    for name in FIELDS:
        if name in NOT_COMPARED:
            continue
        if row.fields.get(name, {}).get("doubts"):
            yield Change(name, old.get(name), new.get(name), None, doubtful=True)
        elif name in new and _said(name, old.get(name)) != _said(name, new[name]):
            change = Change(name, old.get(name), new[name], None)
            answer = given.get(name)
            if answer and answer["mark"] == change.mark:
                change = Change(name, change.old, change.new, answer["accept"])
            yield change


def stated(row: IntakeRow, task: Task) -> dict[str, Any]:
    """Return what a document states; of what it leaves out, nothing is said to have changed."""
    said = proposed(said_by(row))
    said["units"] = _with_other_parts(said["units"], task) if said["units"] else None
    if not said["deadline"]["deadline_wording"]:
        said["deadline"] = None
    return {name: value for name, value in said.items() if value and MISSING.get(name, "") != value}


def _with_other_parts(named: Sequence[Sequence[Any]], task: Task) -> list[list[Any]]:
    """Parts of which the document names nobody stay as they are."""
    parts = {part for part, _ in named}
    others = [[part, unit] for part, unit in present(task)["units"] if part not in parts]
    return [*map(list, named), *others]


def _said(name: str, value: Any) -> Any:
    """People have no order: a table names them by their role."""
    words = _words(value)
    return sorted(words, key=str) if name == "people" and words else words


def _words(value: Any) -> Any:
    """What counts when two values are compared: order, width and blanks do not."""
    if isinstance(value, str):
        return plain_words(value)
    if isinstance(value, Mapping):
        return {key: _words(each) for key, each in value.items() if key != "deadline_kind"}
    if isinstance(value, list):
        return [_words(each) for each in value]
    return value or None


def _unlisted(task: Task, kept: Mapping[str, Any]) -> Unlisted:
    return Unlisted(
        task,
        kept.get("unlisted", {}).get(str(task.id)),
        withdrawn=is_untouched(task),
        hindrance=HINDERED[task.state] if task.state in NO_NOTE else "",
    )
