"""Tell what a content is from the content itself, and refuse what would hurt its reader."""

import zipfile
from pathlib import Path

import pypdfium2
from PIL import Image, UnidentifiedImageError

from app.files.vocabulary import MediaType
from app.wording import N_

MEBIBYTE = 1024 * 1024
HEAD = 4096
MEMBERS = 5_000
INFLATED = 300 * MEBIBYTE
RATIO = 200
"""A member blown up more than this, and large, was made to hurt."""
PIXELS = 80_000_000  # below where Pillow warns
TOO_MANY_PIXELS = N_("“%(name)s”的像素过多，请缩小后重新上传。")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
PICTURE_TYPES = {"JPEG": MediaType.JPEG, "PNG": MediaType.PNG, "WEBP": MediaType.WEBP}
MAIN_MEMBERS = {"word/document.xml": MediaType.DOCX, "xl/workbook.xml": MediaType.XLSX}


class Unacceptable(Exception):
    """The content cannot be taken in; the message is a catalogue text that takes %(name)s."""


def recognize(file: Path) -> MediaType:
    """Return what the file is, having opened it far enough to know that it is whole."""
    with file.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        raise Unacceptable(N_("“%(name)s”是空文件，请重新选择。"))
    if head.startswith(OLE):
        raise Unacceptable(_about_old_office(file))
    if head.startswith(b"PK"):
        return _office(file)
    if b"%PDF-" in head[:1024]:
        return _pdf(file)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF")):
        return _picture(file)
    return _text(file)


def _about_old_office(file: Path) -> str:
    if LOCKED in file.read_bytes():
        return N_("“%(name)s”设有打开密码，请取消密码后重新上传。")
    return N_("“%(name)s”是旧版Office格式，请另存为.docx或.xlsx后重新上传。")


def _office(file: Path) -> MediaType:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _check_members(members)
            names = {member.filename for member in members}
            main = next((name for name in MAIN_MEMBERS if name in names), None)
            if main is None:
                raise Unacceptable(N_("“%(name)s”是压缩包，请解压后逐个上传。"))
            archive.read(main)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError) as error:
        raise Unacceptable(N_("“%(name)s”已损坏，无法打开，请重新导出后上传。")) from error
    return MAIN_MEMBERS[main]


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Unacceptable(N_("“%(name)s”设有打开密码，请取消密码后重新上传。"))
    if (
        len(members) > MEMBERS
        or sum(member.file_size for member in members) > INFLATED
        or any(_is_blown_up(member) for member in members)
    ):
        raise Unacceptable(N_("“%(name)s”解压后过大，系统不予打开，请删减内容后重新上传。"))


def _is_blown_up(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(16 * MEBIBYTE, member.compress_size * RATIO)


def _pdf(file: Path) -> MediaType:
    try:
        with pypdfium2.PdfDocument(file) as document:
            pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise Unacceptable(N_("“%(name)s”设有打开密码，请取消密码后重新上传。")) from error
        pages = 0
    if not pages:
        raise Unacceptable(N_("“%(name)s”已损坏，无法打开，请重新导出后上传。"))
    return MediaType.PDF


def _picture(file: Path) -> MediaType:
    try:
        with Image.open(file, formats=list(PICTURE_TYPES)) as picture:
            kind, pixels = PICTURE_TYPES[picture.format or ""], picture.width * picture.height
            picture.verify()
    except Image.DecompressionBombError as error:
        raise Unacceptable(TOO_MANY_PIXELS) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Unacceptable(N_("“%(name)s”已损坏，无法打开，请重新拍摄或导出后上传。")) from error
    if pixels > PIXELS:
        raise Unacceptable(TOO_MANY_PIXELS)
    return kind


def _text(file: Path) -> MediaType:
    content = file.read_bytes()
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return MediaType.TEXT
    raise Unacceptable(N_("“%(name)s”的格式系统不认识，可上传图片、PDF、docx、xlsx、txt。"))


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")
