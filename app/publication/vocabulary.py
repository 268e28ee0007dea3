"""The words of publicity and of objections, in code and in Chinese."""

from enum import StrEnum

from app.wording import N_


class Standing(StrEnum):
    """Where a publicity stands on a given day; derived, never stored."""

    AHEAD = "ahead"
    RUNNING = "running"
    STOPPED = "stopped"
    OVER = "over"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return STANDINGS[self]


STANDINGS = {
    Standing.AHEAD: N_("待开始"),
    Standing.RUNNING: N_("正在公示"),
    Standing.STOPPED: N_("异议审查中，停止计时"),
    Standing.OVER: N_("公示期满，待确认"),
    Standing.ENDED: N_("已公示"),
    Standing.WITHDRAWN: N_("公示终止，退回整改"),
}
OPEN = frozenset({Standing.AHEAD, Standing.RUNNING, Standing.STOPPED, Standing.OVER})
TAKES_OBJECTIONS = frozenset({Standing.RUNNING, Standing.STOPPED})


class Ruling(StrEnum):
    """What the examination of an objection found."""

    UPHELD = "upheld"
    DISMISSED = "dismissed"

    @property
    def label(self) -> str:
        return RULINGS[self]


RULINGS = {Ruling.UPHELD: N_("异议成立"), Ruling.DISMISSED: N_("异议不成立")}

FIELDS = {
    "problem": N_("反馈问题"),
    "target": N_("整改目标"),
    "responsible": N_("责任单位"),
    "supervising": N_("督导单位"),
    "measures": N_("整改措施"),
    "progress": N_("完成情况"),
    "acceptance": N_("验收意见"),
}
"""The rows of a public notice, in their order; one that is left empty is not published."""

FINDS = {
    "phone": N_("电话号码"),
    "id_number": N_("身份证号"),
    "email": N_("电子邮箱"),
    "wechat": N_("微信号"),
    "address": N_("住址"),
    "name": N_("姓名"),
}
"""What in a text may be somebody's personal data."""
