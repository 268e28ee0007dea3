"""The kinds of file that are taken, and the words for them."""

from enum import StrEnum

from app.wording import N_


class Kind(StrEnum):
    """A kind of file by its content; the value is its media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    TEXT = "text/plain"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.JPEG: N_("JPEG图片"),
    Kind.PNG: N_("PNG图片"),
    Kind.WEBP: N_("WebP图片"),
    Kind.PDF: N_("PDF文件"),
    Kind.DOCX: N_("Word文档"),
    Kind.XLSX: N_("Excel表格"),
    Kind.TEXT: N_("文本文件"),
}

ENDINGS = {
    Kind.JPEG: (".jpg", ".jpeg"),
    Kind.PNG: (".png",),
    Kind.WEBP: (".webp",),
    Kind.PDF: (".pdf",),
    Kind.DOCX: (".docx",),
    Kind.XLSX: (".xlsx",),
    Kind.TEXT: (".txt", ".md", ".csv"),
}

PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
EVIDENCE = PICTURES | {Kind.PDF, Kind.DOCX, Kind.XLSX}
DOCUMENTS = frozenset({Kind.DOCX, Kind.XLSX, Kind.TEXT})
