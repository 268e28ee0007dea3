"""Everything that does not add up in a task, looked for anew whenever it is asked."""

from app.pointers.drafts import Pointer
from app.pointers.snapshot.evidence import documents, photo_facts, photo_places, photos
from app.pointers.snapshot.indicators import indicators
from app.pointers.snapshot.reports import percent, vague, wording
from app.pointers.snapshot.steps import haste
from app.pointers.vocabulary import PointerKind
from app.tasks.models import Task
from app.tasks.queries import events_of, evidence_of, present, reports_of
from app.tasks.vocabulary import TaskState

WATCHED = frozenset({TaskState.IN_RECTIFICATION, TaskState.CLOSING, TaskState.SUSPENDED})


def pointers_of(task: Task) -> list[Pointer]:
    """Return the pointers of a task that is being worked on, those that weigh most first."""
    if task.state not in WATCHED:
        return []
    reports, evidence = reports_of(task.id), evidence_of(task.id)
    shown = present(evidence)
    found = [
        *indicators(task, reports),
        *photos(task, shown),
        *photo_facts(task, shown),
        *photo_places(task),
        *percent(task, reports, evidence),
        *wording(task, reports),
        *vague(task, reports),
        *documents(task, shown, reports),
        *haste(task, events_of(task.id)),
    ]
    order = list(PointerKind)
    return sorted(found, key=lambda pointer: order.index(pointer.kind))
