"""The kinds of content that are taken in."""

from enum import StrEnum

from app.wording import N_


class MediaType(StrEnum):
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    TEXT = "text/plain"
    SEALED = "application/octet-stream"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def drawn(self) -> bool:
        """Whether it is a picture."""
        return self in PICTURES


LABELS = {
    MediaType.JPEG: N_("图片"),
    MediaType.PNG: N_("图片"),
    MediaType.WEBP: N_("图片"),
    MediaType.PDF: N_("PDF文件"),
    MediaType.DOCX: N_("Word文档"),
    MediaType.XLSX: N_("Excel表格"),
    MediaType.TEXT: N_("文本文件"),
    MediaType.SEALED: N_("加密保存的文件"),
}

PICTURES = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP})
EVIDENCE = PICTURES | {MediaType.PDF, MediaType.DOCX, MediaType.XLSX}
EVERYTHING = frozenset(MediaType)

# A telephone may call any picture .jpg; otherwise the name must agree with the content.
BY_SUFFIX = {
    ".jpg": PICTURES,
    ".jpeg": PICTURES,
    ".png": PICTURES,
    ".webp": PICTURES,
    ".pdf": frozenset({MediaType.PDF}),
    ".docx": frozenset({MediaType.DOCX}),
    ".xlsx": frozenset({MediaType.XLSX}),
    ".txt": frozenset({MediaType.TEXT}),
}
