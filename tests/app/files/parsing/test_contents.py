"""Contents are told by what they are."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter

from app.files.parsing import contents
from app.files.parsing.contents import OLE, Unacceptable, recognize
from app.files.vocabulary import MediaType


def picture(kind: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(stream, kind)
    return stream.getvalue()


@cache
def document() -> bytes:
    stream = BytesIO()
    Document().save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    stream = BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def pdf(password: str | None = None) -> bytes:
    stream, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def archive(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (picture("JPEG"), MediaType.JPEG),
        (picture("PNG"), MediaType.PNG),
        (picture("WEBP"), MediaType.WEBP),
        (pdf(), MediaType.PDF),
        (document(), MediaType.DOCX),
        (workbook(), MediaType.XLSX),
        ("一、整改任务".encode(), MediaType.TEXT),
        ("一、整改任务".encode("gb18030"), MediaType.TEXT),
        ("一、整改任务".encode("utf-16"), MediaType.TEXT),
    ],
)
def test_a_whole_file_is_recognized(tmp_path: Path, content: bytes, media_type: MediaType) -> None:
    assert recognize(written(tmp_path, content)) is media_type


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空文件"),
        (picture("JPEG")[:100], "已损坏"),
        (pdf()[:60], "已损坏"),
        (pdf("secret"), "密码"),
        (document()[:500], "已损坏"),
        (OLE + b"\0" * 600, "旧版Office"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (archive(readme=b"x"), "压缩包"),
        (archive(word__document_xml=b"\0" * 40_000_000), "解压后过大"),
        (b"\x00\x01\x02\x03" * 50, "不认识"),
        (b"\x7fELF\xff\xff\xff", "不认识"),
    ],
)
def test_what_would_hurt_its_reader_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(Unacceptable, match=word):
        recognize(written(tmp_path, content))


def test_an_archive_of_too_many_members_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MEMBERS", 3)
    with pytest.raises(Unacceptable, match="解压后过大"):
        recognize(written(tmp_path, document()))


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(archive(word__document_xml=b"x"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unacceptable, match="密码"):
        recognize(written(tmp_path, bytes(content)))


def test_a_picture_of_too_many_pixels_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "PIXELS", 10)
    with pytest.raises(Unacceptable, match="像素过多"):
        recognize(written(tmp_path, picture("PNG")))


def test_a_picture_that_blows_up_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    with pytest.raises(Unacceptable, match="像素过多"):
        recognize(written(tmp_path, picture("PNG")))


def written(folder: Path, content: bytes) -> Path:
    file = folder / "content"
    file.write_bytes(content)
    return file
