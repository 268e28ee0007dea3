"""The kinds of evidence, and what a file is taken for that nobody has named."""

from enum import StrEnum

from app.wording import N_


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    PHOTO_BEFORE = "photo_before"
    PHOTO_DURING = "photo_during"
    PHOTO_AFTER = "photo_after"
    PHOTO = "photo"
    TEST_REPORT = "test_report"
    ACCEPTANCE = "acceptance"
    SCHEME = "scheme"
    CONTRACT = "contract"
    DRAWING = "drawing"
    MINUTES = "minutes"
    OTHER = "other"

    @property
    def label(self) -> str:
        return EVIDENCE_KINDS[self]


EVIDENCE_KINDS = {
    EvidenceKind.PHOTO_BEFORE: N_("整改前照片"),
    EvidenceKind.PHOTO_DURING: N_("整改中照片"),
    EvidenceKind.PHOTO_AFTER: N_("整改后照片"),
    EvidenceKind.PHOTO: N_("现场照片"),
    EvidenceKind.TEST_REPORT: N_("检测报告"),
    EvidenceKind.ACCEPTANCE: N_("验收文件"),
    EvidenceKind.SCHEME: N_("方案、制度、名录"),
    EvidenceKind.CONTRACT: N_("合同"),
    EvidenceKind.DRAWING: N_("图纸"),
    EvidenceKind.MINUTES: N_("会议纪要"),
    EvidenceKind.OTHER: N_("其他"),
}
PHOTOS = frozenset({
    EvidenceKind.PHOTO_BEFORE, EvidenceKind.PHOTO_DURING, EvidenceKind.PHOTO_AFTER,
    EvidenceKind.PHOTO,
})  # fmt: skip
