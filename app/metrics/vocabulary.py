"""The names of the figures, and what each one counts, in the office's words."""

from enum import StrEnum

from app.wording import N_


class Figure(StrEnum):
    TOTAL = "total"
    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"
    MERGED = "merged"
    WAITING = "waiting"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    SILENT = "silent"
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    OVERDUE = "overdue"
    OVERDUE_ORIGINALLY = "overdue_originally"
    NEAR_DUE = "near_due"
    MISSING = "missing"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def definition(self) -> str:
        return DEFINITIONS[self]


LABELS = {
    Figure.TOTAL: N_("全部任务"),
    Figure.OPEN: N_("在账"),
    Figure.DONE: N_("已完成"),
    Figure.CLOSED: N_("已销号"),
    Figure.MERGED: N_("已合并"),
    Figure.WAITING: N_("已完成待销号"),
    Figure.ON_PACE: N_("达到序时进度"),
    Figure.BEHIND: N_("未达到序时进度"),
    Figure.SILENT: N_("尚未报告进展"),
    Figure.RED: N_("红灯"),
    Figure.YELLOW: N_("黄灯"),
    Figure.GREEN: N_("绿灯"),
    Figure.OVERDUE: N_("逾期"),
    Figure.OVERDUE_ORIGINALLY: N_("逾期（按原时限）"),
    Figure.NEAR_DUE: N_("临近到期"),
    Figure.MISSING: N_("本期未报"),
}

DEFINITIONS = {
    Figure.TOTAL: N_(
        "已交办的任务，含已销号、已合并，不含待交办；上级任务在内的，下级任务不另计。"
    ),
    Figure.OPEN: N_("已交办、尚未销号的任务。"),
    Figure.DONE: N_("已申请销号且未被退回的任务，含已销号。"),
    Figure.CLOSED: N_("整改办已办理销号的任务。"),
    Figure.MERGED: N_("并入其他任务、不再单独办理的任务。"),
    Figure.WAITING: N_("已申请销号、未被退回、尚未销号的任务。"),
    Figure.ON_PACE: N_("未完成，最近一次报告为达到或超过序时进度。"),
    Figure.BEHIND: N_("未完成，最近一次报告为未达到序时进度或尚未启动。"),
    Figure.SILENT: N_("未完成，交办以来没有报过进展。"),
    Figure.RED: N_("在账且已逾期（按现行时限）。"),
    Figure.YELLOW: N_("在账、未逾期，临近到期或未达到序时进度。"),
    Figure.GREEN: N_("在账的其余任务，含已完成待销号。"),
    Figure.OVERDUE: N_("未完成，且已过现行整改时限。"),
    Figure.OVERDUE_ORIGINALLY: N_("未完成，且已过原定整改时限，不论是否批准延期。"),
    Figure.NEAR_DUE: N_("未完成、未逾期，距现行时限不超过清单设定的天数。"),
    Figure.MISSING: N_("整改中，本期尚未报进展。"),
}
