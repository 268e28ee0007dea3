"""The words of assessment (成效考核): for what points are given, and where an assessment stands."""

from collections.abc import Mapping
from enum import StrEnum

from app.wording import N_


class PointKind(StrEnum):
    """For what points are given or taken."""

    AHEAD = "ahead"
    ON_TIME = "on_time"
    LATE = "late"
    EXTENDED = "extended"
    RETURNED = "returned"
    REPORT_RETURNED = "report_returned"
    MISSING = "missing"
    YELLOW_CARD = "yellow_card"
    RED_CARD = "red_card"
    RELAPSED = "relapsed"

    @property
    def label(self) -> str:
        return KINDS[self]


KINDS = {
    PointKind.AHEAD: N_("提前完成"),
    PointKind.ON_TIME: N_("按期完成"),
    PointKind.LATE: N_("逾期完成"),
    PointKind.EXTENDED: N_("批准延期"),
    PointKind.RETURNED: N_("销号退回"),
    PointKind.REPORT_RETURNED: N_("进展退回"),
    PointKind.MISSING: N_("截数未报"),
    PointKind.YELLOW_CARD: N_("黄牌"),
    PointKind.RED_CARD: N_("红牌"),
    PointKind.RELAPSED: N_("反弹"),
}

DEFINITIONS = {
    PointKind.AHEAD: N_("期内销号，完成日比原定时限早规定天数以上"),
    PointKind.ON_TIME: N_("期内销号，完成日不晚于原定时限，或没有日期时限"),
    PointKind.LATE: N_("期内销号，完成日晚于原定时限"),
    PointKind.EXTENDED: N_("期内每批准一次延期"),
    PointKind.RETURNED: N_("期内每被退回整改一次"),
    PointKind.REPORT_RETURNED: N_("期内每被退回一次进展"),
    PointKind.MISSING: N_("期内每个调度期截数时未报的每项任务"),
    PointKind.YELLOW_CARD: N_("期内每收到一张黄牌"),
    PointKind.RED_CARD: N_("期内每收到一张红牌"),
    PointKind.RELAPSED: N_("期内每一项已销号任务反弹"),
}

USUAL: Mapping[PointKind, int] = {
    PointKind.AHEAD: 3,
    PointKind.ON_TIME: 2,
    PointKind.LATE: -2,
    PointKind.EXTENDED: -1,
    PointKind.RETURNED: -2,
    PointKind.REPORT_RETURNED: -1,
    PointKind.MISSING: -1,
    PointKind.YELLOW_CARD: -3,
    PointKind.RED_CARD: -5,
    PointKind.RELAPSED: -5,
}
"""What each is worth until the office sets its own points."""
USUAL_BASE, USUAL_AHEAD = 100, 30


class AssessmentState(StrEnum):
    DRAFT = "draft"
    ANNOUNCED = "announced"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {
    AssessmentState.DRAFT: N_("草稿"),
    AssessmentState.ANNOUNCED: N_("征求异议"),
    AssessmentState.PUBLISHED: N_("已通报"),
}
