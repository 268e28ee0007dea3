"""How a task's standing reads: the words, their tones and the reason behind the lamp."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app import clock
from app.deadlines.standing import days_left
from app.tasks.queries import Line
from app.tasks.vocabulary import Lamp, Pace, Stage, TaskState
from app.web.formatting import days_phrase
from app.wording import N_

PACES = {
    Pace.NOT_STARTED: N_("未启动"),
    Pace.BEHIND: N_("未达到"),
    Pace.ON_SCHEDULE: N_("达到"),
    Pace.AHEAD: N_("超过"),
}
FINISHED = {
    Stage.CLOSED: N_("已销号"),
    Stage.MERGED: N_("已合并"),
    Stage.DONE: N_("已完成"),
}
STRUCK = (Stage.CLOSED, Stage.MERGED)


@dataclass(frozen=True)
class Reading:
    """One task on one day, in the words that lists and heads of pages use."""

    state: str
    tone: str
    lamp: Lamp
    reason: str
    pace: str
    pressing: bool
    days: str
    days_tone: str
    finished: bool
    missing: bool
    percent: int | None
    change: int | None
    expected: int | None
    late_originally: bool


def read(line: Line) -> Reading:
    """Put a line of the list into words."""
    task, report = line.task, line.task.latest_report
    finished = line.stage in FINISHED
    percent = report.percent if report and line.stage not in STRUCK else None
    changed = percent is not None and line.percent_before is not None and not line.missing
    return Reading(
        state=task.step.kind.state_label if task.step else task.state.label,
        tone=_tone(task.state),
        lamp=line.lamp,
        reason=_reason(line),
        pace=_pace(line),
        pressing=line.stage is Stage.BEHIND,
        days=_days(line),
        days_tone=_days_tone(line),
        finished=finished,
        missing=line.missing,
        percent=percent,
        change=percent - line.percent_before if changed else None,  # type: ignore[operator]  # both are numbers when changed
        expected=None if finished else line.expected,
        late_originally=line.overdue_originally,
    )


def _tone(state: TaskState) -> str:
    return {TaskState.CLOSING: "step", TaskState.CLOSED: "closed", TaskState.MERGED: "closed"}.get(
        state, ""
    )


def _pace(line: Line) -> str:
    if line.stage in FINISHED:
        return FINISHED[line.stage]
    if line.task.state is TaskState.DRAFT:
        return "—"
    return PACES[line.pace] if line.pace else N_("未报")


def _days(line: Line) -> str:
    if line.stage in FINISHED:
        return str(_(FINISHED[line.stage]))
    return days_phrase(days_left(line.task.due_on, clock.today()))


def _days_tone(line: Line) -> str:
    if line.stage in FINISHED:
        return "muted"
    if line.overdue:
        return "late"
    return "strong" if line.near_due else "second"


def _reason(line: Line) -> str:
    """Why the lamp is as it is, in a few words."""
    if line.by_hand:
        return N_("人工改灯")
    if line.stage in FINISHED:
        return "" if line.stage in STRUCK else N_("已申请销号，按步骤办理")
    if line.overdue or line.near_due:
        return days_phrase(days_left(line.task.due_on, clock.today()))
    if line.stage is Stage.BEHIND:
        return N_("未达到序时进度")
    if line.task.state is TaskState.DRAFT:
        return N_("尚未交办")
    return N_("尚未报告进展") if line.stage is Stage.SILENT else N_("按序时推进")
