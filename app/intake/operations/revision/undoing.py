"""Taking a revised edition back: fields as they were, drafts as they stood."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.access.actor import Actor, Part
from app.database import db
from app.deadlines.phrases import Deadline, DeadlineKind
from app.intake import queries
from app.intake.models import IntakeDocument
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.models import Task, TaskEvent
from app.tasks.operations import open_task, restore, unlist
from app.tasks.queries import events_of, number_is_taken, tasks_with_ids
from app.tasks.vocabulary import PARTICULARS, EventKind, NumberLevel
from app.wording import N_, Moved

UNDONE = N_("撤回导入“%(file)s”")


def hindrances(document: IntakeDocument) -> Iterator[Moved]:
    """Say why what an edition did to the list cannot be taken back."""
    if changed := [one.number for one in _amended(document) if _amendment(document, one) is None]:
        yield Moved(N_("第%(numbers)s项修订后又有变动，不能整批撤回"), numbers="、".join(changed))
    withdrawn = [kept["number"] for kept in _applied(document, "withdrawn")]
    if taken := [number for number in withdrawn if number_is_taken(document.list_id, number)]:
        yield Moved(N_("第%(numbers)s项撤下后编号已另用，不能整批撤回"), numbers="、".join(taken))


def _applied(document: IntakeDocument, name: str) -> Sequence[Any]:
    """What the edition did, as it was kept when it was confirmed."""
    done: Sequence[Any] = (document.revision or {}).get("applied", {}).get(name, ())
    return done


def take_back(document: IntakeDocument, actor: Actor) -> None:
    """Set every amended task back by an event of its own, and put withdrawn drafts back."""
    note = UNDONE % {"file": document.filename}
    for task in _amended(document):
        event = _amendment(document, task)
        assert event is not None
        restore(task, event, note, actor)
    for task in tasks_with_ids(_applied(document, "noted")):
        unlist(task, note, actor)
    for kept in _applied(document, "withdrawn"):
        _put_back(document, kept, actor)


def _amended(document: IntakeDocument) -> Sequence[Task]:
    return tasks_with_ids(_applied(document, "amended"))


def _amendment(document: IntakeDocument, task: Task) -> TaskEvent | None:
    """The event of this import, if nothing has happened to the task since."""
    last = events_of(task.id)[0]
    ours = last.kind is EventKind.AMENDED and last.after.get("import_id") == document.id
    return last if ours else None


def _put_back(document: IntakeDocument, kept: Mapping[str, Any], actor: Actor) -> None:
    task = open_task(document.rectification_list, _draft(kept), actor)
    row = queries.row_or_none(kept["row_id"]) if kept["row_id"] else None
    if row is not None:
        row.task_id = task.id
    db.session.flush()


def _draft(kept: Mapping[str, Any]) -> TaskDraft:
    said = kept["fields"]
    wording, due_on = kept["original"]
    return TaskDraft(
        number=kept["number"],
        aspect=said["aspect"],
        category=said["category"],
        problem=said["problem"],
        target=said["target"],
        deadline=_deadline(said["deadline"], Deadline(wording, DeadlineKind.BY_DATE, _day(due_on))),
        parts=tuple((Part(part), unit_id) for part, unit_id in said["units"]),
        counting_unit_id=kept["counting_unit_id"],
        measures=tuple(_measure(each) for each in said["measures"]),
        other_numbers={NumberLevel(key): each for key, each in said["other_numbers"].items()},
        source=kept["source"],
        particulars={key: value for key, value in said.items() if key in PARTICULARS},
    )


def _deadline(said: Mapping[str, Any], original: Deadline) -> Deadline:
    return Deadline(
        raw=said["deadline_wording"],
        kind=DeadlineKind(said["deadline_kind"]),
        due_on=_day(said["due_on"]),
        sustained=said["sustained"],
        immediate=said["immediate"],
        stages=tuple(date.fromisoformat(day) for day in said["stages"]),
        original=original,
    )


def _measure(said: Mapping[str, Any]) -> MeasureDraft:
    wording = said["deadline_wording"]
    deadline = Deadline(wording, DeadlineKind.BY_DATE, _day(said["due_on"])) if wording else None
    return MeasureDraft(said["text"], said["units"], deadline)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
