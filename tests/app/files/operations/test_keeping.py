"""Contents are kept once, and come out as they went in."""

from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from app.database import db
from app.files.models import Blob
from app.files.operations import as_file, keeping, open_blob, put, put_sealed, thumbnail
from app.files.vocabulary import EVIDENCE, MediaType
from app.wording import Refusal
from tests.app.files.parsing.test_contents import document, picture

pytestmark = pytest.mark.usefixtures("room")


def test_a_content_comes_out_as_it_went_in() -> None:
    blob = put(BytesIO(picture("JPEG")), "现场.jpg")
    with open_blob(blob) as stream:
        assert stream.read() == picture("JPEG")
    assert (blob.media_type, blob.size) == (MediaType.JPEG, len(picture("JPEG")))


def test_the_same_content_is_kept_once() -> None:
    first = put(BytesIO(document()), "一.docx")
    with open_blob(first) as stream:
        again = put(stream, "二.docx")
    assert again.id == first.id
    assert db.session.scalar(select(func.count(Blob.id))) == 1


def test_a_content_whose_row_came_in_beside_us_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    first = put(BytesIO(picture("PNG")), "甲.png")
    found = iter([None, first])
    monkeypatch.setattr(keeping, "blob_with_checksum", lambda _sha256: next(found))
    assert put(BytesIO(picture("PNG")), "乙.png") is first


def test_a_row_whose_file_is_lost_gets_it_back(app: Flask) -> None:
    first = put(BytesIO(picture("PNG")), "甲.png")
    kept = app.config["ZHENGGAI"].instance / "files" / first.sha256[:2] / first.sha256
    kept.unlink()
    assert put(BytesIO(picture("PNG")), "甲.png") is first
    assert kept.exists()


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (picture("JPEG"), "纪要.docx", "扩展名与内容不符"),
        (picture("JPEG"), "程序.exe", "扩展名与内容不符"),
        (b"", "空.pdf", "空文件"),
        ("文字".encode(), "说明.txt", "此处不收文本文件"),
    ],
)
def test_what_is_not_what_it_says_is_refused(
    app: Flask, content: bytes, name: str, word: str
) -> None:
    with pytest.raises(Refusal, match=word):
        put(BytesIO(content), name, EVIDENCE)
    folder = app.config["ZHENGGAI"].instance / "files"
    assert [file for file in folder.rglob("*") if file.is_file()] == []
    assert db.session.scalar(select(func.count(Blob.id))) == 0


def test_a_content_above_the_limit_is_refused(app: Flask) -> None:
    app.config["ZHENGGAI"] = replace(app.config["ZHENGGAI"], upload_limit=2**20)
    with pytest.raises(Refusal, match="超过1 MB的上限"):
        put(BytesIO(b"x" * (2**20 + 1)), "大.txt")


def test_a_telephone_may_call_any_picture_jpg() -> None:
    assert put(BytesIO(picture("PNG")), "照片.JPG").media_type == MediaType.PNG


def test_a_picture_has_a_small_one_drawn_upright_and_once() -> None:
    stream = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    Image.new("RGB", (2000, 1000), "teal").save(stream, "JPEG", exif=exif)
    blob = put(BytesIO(stream.getvalue()), "现场.jpg")
    small = thumbnail(blob)
    assert small is not None
    with Image.open(small) as drawn:
        assert drawn.size == (240, 480)
    before = small.stat().st_mtime_ns
    assert thumbnail(blob) == small
    assert small.stat().st_mtime_ns == before


def test_a_document_has_no_small_picture() -> None:
    assert thumbnail(put(BytesIO(document()), "一.docx")) is None


def kept_bytes(app: Flask, blob: Blob) -> bytes:
    return (app.config["ZHENGGAI"].instance / "files" / blob.sha256[:2] / blob.sha256).read_bytes()


def test_a_sealed_content_is_unreadable_on_the_disk_and_comes_out_whole(app: Flask) -> None:
    blob = put_sealed(BytesIO("举报人住址".encode()), "第3批.xls")
    assert "举报人".encode() not in kept_bytes(app, blob)
    with open_blob(blob) as stream:
        assert stream.read() == "举报人住址".encode()
    with as_file(blob) as file:
        assert file.read_bytes() == "举报人住址".encode()
    assert put_sealed(BytesIO("举报人住址".encode()), "又一次.xls") is blob


def test_what_was_kept_open_is_sealed_once_somebody_asks_for_that(app: Flask) -> None:
    blob = put(BytesIO(document()), "一.docx")
    with as_file(blob) as file:
        assert file.read_bytes() == document()
    assert put_sealed(BytesIO(document()), "一.docx") is blob
    assert kept_bytes(app, blob) != document()
    with open_blob(blob) as stream:
        assert stream.read() == document()


def test_a_sealed_picture_that_comes_again_as_evidence_is_known_as_a_picture() -> None:
    blob = put_sealed(BytesIO(picture("PNG")), "扫描.png")
    assert put(BytesIO(picture("PNG")), "扫描.png") is blob
    assert blob.media_type == MediaType.PNG
    assert thumbnail(blob) is not None
