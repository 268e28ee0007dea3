"""The states of a job."""

from enum import StrEnum

from app.wording import N_


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    JobState.QUEUED: N_("排队中"),
    JobState.RUNNING: N_("办理中"),
    JobState.DONE: N_("已办完"),
    JobState.FAILED: N_("未办成"),
}
