"""The states of a job."""

from enum import StrEnum

from app.wording import N_


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    JobState.WAITING: N_("等待处理"),
    JobState.RUNNING: N_("正在处理"),
    JobState.DONE: N_("已完成"),
    JobState.FAILED: N_("未能完成"),
}
