"""What does not add up in the steps to close-out: acceptance that came too fast."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.pointers.drafts import Pointer
from app.pointers.vocabulary import PointerKind
from app.tasks.models import Task, TaskEvent
from app.tasks.vocabulary import EventKind, TaskState
from app.wording import N_

HASTY = timedelta(days=1)


def haste(task: Task, events: Sequence[TaskEvent]) -> Iterator[Pointer]:
    """The work was accepted within a day of the application; events are newest first."""
    if task.state is not TaskState.CLOSING:
        return
    applied = next((event for event in events if event.kind is EventKind.APPLIED), None)
    accepted = next((event for event in events if event.kind is EventKind.ACCEPTED), None)
    if applied is None or accepted is None or accepted.id < applied.id:
        return
    if accepted.recorded_at - applied.recorded_at <= HASTY:
        yield Pointer(
            PointerKind.HASTE,
            str(applied.id),
            N_("%(applied)s申请销号，%(accepted)s通过验收，相隔不到一天"),
            {"applied": applied.recorded_at, "accepted": accepted.recorded_at},
        )
