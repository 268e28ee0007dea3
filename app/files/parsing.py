"""Telling what a file is from its content, and whether it is whole and harmless to open."""

import zipfile
from io import BytesIO

from PIL import Image

from app.files.vocabulary import ENDINGS, PICTURES, Kind
from app.wording import N_, Refusal

SIGNATURES = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"%PDF-", Kind.PDF),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_OR_LOCKED = N_(
    "“%(name)s”设有密码，或是旧格式（doc、xls）。请去掉密码、另存为新格式后重新上传。"
)
UNKNOWN = N_("“%(name)s”不是能收的文件。请上传图片、PDF、docx或xlsx。")
MOST_MEMBERS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
RATIO_MATTERS_ABOVE = 1024 * 1024
MOST_PIXELS = 100_000_000


def kind_of(data: bytes, filename: str) -> Kind:
    """Return what the content is; refuse what is unknown, damaged, encrypted or a bomb."""
    if not data:
        raise Refusal(N_("“%(name)s”是空文件，请检查后重新上传。"), name=filename)
    kind = _by_signature(data, filename)
    if kind in PICTURES:
        _check_picture(data, filename)
    if kind is Kind.PDF and b"/Encrypt" in data:
        raise Refusal(N_("“%(name)s”设有密码，请去掉密码后重新上传。"), name=filename)
    if not filename.lower().endswith(ENDINGS[kind]):
        raise Refusal(
            N_("“%(name)s”的内容是%(kind)s，与扩展名不符。请改成%(ending)s后重新上传。"),
            name=filename,
            kind=kind.label,
            ending=ENDINGS[kind][0],
        )
    return kind


def _by_signature(data: bytes, filename: str) -> Kind:
    known = next((kind for start, kind in SIGNATURES if data.startswith(start)), None)
    if known is not None:
        return known
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith(b"PK"):
        return _office(data, filename)
    if not data.startswith(OLE) and b"\x00" not in data[:4096]:
        return Kind.TEXT
    raise Refusal(OLD_OR_LOCKED if data.startswith(OLE) else UNKNOWN, name=filename)


def _office(data: bytes, filename: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile:
        raise Refusal(N_("“%(name)s”已损坏，打不开。请重新导出后上传。"), name=filename) from None
    _check_size(members, filename)
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    raise Refusal(N_("“%(name)s”是压缩包，不是docx或xlsx。请解压后逐个上传。"), name=filename)


def _check_size(members: list[zipfile.ZipInfo], filename: str) -> None:
    """A few kilobytes can unpack to hundreds of megabytes: look before anything is unpacked."""
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > RATIO_MATTERS_ABOVE
        and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or swollen:
        raise Refusal(N_("“%(name)s”解开后过大，疑似压缩炸弹，未予接收。"), name=filename)


def _check_picture(data: bytes, filename: str) -> None:
    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Refusal(N_("“%(name)s”已损坏，打不开。请重新导出后上传。"), name=filename) from None
    if width * height > MOST_PIXELS:
        raise Refusal(N_("“%(name)s”像素过多，请缩小后重新上传。"), name=filename)
