"""Tell what a file is by its content."""

import io
import re
import zipfile
from enum import StrEnum
from typing import Final

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.limits import check_archive
from app.wording import N_


class FileType(StrEnum):
    TEXT = "text"
    WORD = "docx"
    SHEET = "xlsx"
    OPENED = "ods"
    BINARY = "doc"
    PDF = "pdf"
    PAGE = "html"
    SAVED = "mht"


OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_TYPES: Final = (
    (b"\x89PNG", N_("图片")),
    (b"\xff\xd8\xff", N_("图片")),
    (b"GIF8", N_("图片")),
    (b"BM", N_("图片")),
    (b"II*\x00", N_("图片")),
    (b"MM\x00*", N_("图片")),
    (b"Rar!", N_("压缩包")),
    (b"7z\xbc\xaf", N_("压缩包")),
    (b"\x1f\x8b", N_("压缩包")),
    (b"MZ", N_("程序文件")),
    (b"\x7fELF", N_("程序文件")),
    (b"{\\rtf", N_("RTF文件")),
)
MAIN_PART: Final = re.compile(r"word/document\d{0,3}\.xml")
WORKBOOKS: Final = ("xl/workbook.xml", "xl/workbook.bin")
TEXT_HEAD: Final = 4096
PDF_HEAD: Final = 1024
PAGE: Final = re.compile(
    rb"^[^<]{0,80}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)[\s>]",
    re.DOTALL,
)


ENVELOPE: Final = re.compile(
    rb"(?:[\w-]{1,40}:[^\n]{0,400}\n[ \t]?){0,20}content-type:\s*multipart/related"
)
MARKUP: Final = re.compile(rb"\W{0,8}<\?xml\s(?=[^<]{1,400}<(?:\?mso|\w{1,20}:?\w{1,20}[\s>]))")


def detect(data: bytes) -> FileType:
    """Return the type, or refuse with what the file really is."""
    if data.startswith(b"PK"):
        return _packed(data)
    if data.startswith(OLE):
        return _compound(data)
    if b"%PDF-" in data[:PDF_HEAD]:
        return FileType.PDF
    for magic, label in OTHER_TYPES:
        if data.startswith(magic):
            raise _wrong_type(label)
    return _marked(_ascii(data[:TEXT_HEAD]))


def _marked(head: bytes) -> FileType:
    """Text that is marked up in some way, or plain."""
    if PAGE.search(head):
        return FileType.PAGE
    if ENVELOPE.match(head):
        return FileType.SAVED
    if MARKUP.match(head):
        raise _wrong_type(N_("XML文件"))
    return FileType.TEXT


def _ascii(head: bytes) -> bytes:
    """The ASCII of a text, also of a UTF-16 one: what markup is written in."""
    return head.replace(b"\x00", b"").lower()


def _packed(data: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged() from error
    if main_part(names):
        return FileType.WORD
    if any(name in names for name in WORKBOOKS):
        return FileType.SHEET
    if {"mimetype", "content.xml"} <= {*names}:
        return FileType.OPENED
    return _refuse_archive()


def main_part(names: list[str]) -> str | None:
    """The part of a Word document that holds its body; some programs number it."""
    return next((name for name in names if MAIN_PART.fullmatch(name)), None)


def _refuse_archive() -> FileType:
    raise _wrong_type(N_("压缩包"))


def _compound(data: bytes) -> FileType:
    """Old binary Office files, and new ones under a password, share one container."""
    if _utf16("EncryptedPackage") in data:
        raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传"))
    if _utf16("WordDocument") in data:
        return FileType.BINARY
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return FileType.SHEET
    raise damaged()


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _wrong_type(label: str) -> UnreadableFile:
    return UnreadableFile(
        N_("文件内容是%(type)s，不是可读取的清单；请上传Word、Excel、WPS、PDF、网页或文本文件"),
        type=label,
    )


def damaged() -> UnreadableFile:
    return UnreadableFile(N_("文件已损坏，无法打开；请用办公软件打开确认后另存一份再上传"))
