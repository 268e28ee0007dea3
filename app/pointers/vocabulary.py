"""The words of pointers: signs of false close-out that people judge."""

from enum import StrEnum

from app.wording import N_


class PointerKind(StrEnum):
    """What the comparison came upon; never more than a sign."""

    INDICATOR = "indicator"
    PHOTO = "photo"
    PHOTO_TIME = "photo_time"
    PHOTO_PLACE = "photo_place"
    PERCENT = "percent"
    WORDING = "wording"
    VAGUE = "vague"
    DOCUMENT = "document"
    HASTE = "haste"

    @property
    def label(self) -> str:
        return KINDS[self]


KINDS = {
    PointerKind.INDICATOR: N_("目标值未达到"),
    PointerKind.PHOTO: N_("照片相同"),
    PointerKind.PHOTO_TIME: N_("照片时间不符"),
    PointerKind.PHOTO_PLACE: N_("照片地点不符"),
    PointerKind.PERCENT: N_("升进度无新证据"),
    PointerKind.WORDING: N_("文字雷同"),
    PointerKind.VAGUE: N_("只有笼统表述"),
    PointerKind.DOCUMENT: N_("缺目标要求的文件"),
    PointerKind.HASTE: N_("验收过快"),
}


class Verdict(StrEnum):
    """What a person found when looking."""

    REAL = "real"
    EXPLAINED = "explained"

    @property
    def label(self) -> str:
        return VERDICTS[self]


VERDICTS = {Verdict.REAL: N_("属实，须整改或说明"), Verdict.EXPLAINED: N_("已说明，不作问题")}
