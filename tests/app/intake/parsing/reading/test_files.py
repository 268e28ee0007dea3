import pytest

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.files import read_file
from app.intake.parsing.reading.limits import FILE_LIMIT, MEMBER_COUNT
from tests.app.intake.parsing.sheets import archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def reason(tmp_path, content: bytes) -> str:
    file = tmp_path / "list.docx"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile) as told:
        read_file(file, file.name)
    return str(told.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空的"),
        (b"%PDF-1.7 x", "已损坏"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"<!DOCTYPE html><html></html>", "没有文字"),
        (b"PK\x03\x04broken", "已损坏"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "已加密"),
        (OLE + "WordDocument".encode("utf-16-le"), "已损坏"),
        (OLE + "Workbook".encode("utf-16-le"), "已损坏"),
        (OLE, "已损坏"),
        (bytes(range(1, 32)) * 40, "类型不明"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "类型不明"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(tmp_path, content: bytes, words: str) -> None:
    assert words in reason(tmp_path, content)


def test_an_archive_that_is_no_document_is_named(tmp_path) -> None:
    assert "压缩包" in reason(tmp_path, archive({"a.txt": b"x"}))
    assert "压缩包" in reason(tmp_path, archive({"mimetype": b"x"}))


def test_a_document_without_its_body_is_damaged(tmp_path) -> None:
    assert "已损坏" in reason(tmp_path, archive({"word/document.xml": b"<x/>"}))
    assert "已损坏" in reason(tmp_path, archive({"word/document.xml": b"<x"}))
    assert "已损坏" in reason(tmp_path, archive({"xl/workbook.xml": b"<x/>"}))
    assert "已损坏" in reason(tmp_path, archive({"mimetype": b"x", "content.xml": b"<x"}))


def test_a_member_that_cannot_be_unpacked_is_damage(tmp_path) -> None:
    content = bytearray(archive({"word/document.xml": b"<a>" + b"text" * 900 + b"</a>"}))
    content[60:70] = b"\xff" * 10

    assert "已损坏" in reason(tmp_path, bytes(content))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path) -> None:
    bomb = archive({"word/document.xml": b"\0" * (20 * 1024 * 1024)})
    assert len(bomb) < 100_000

    assert "压缩炸弹" in reason(tmp_path, bomb)


def test_too_many_members_are_refused(tmp_path) -> None:
    many = archive({f"{place}": b"" for place in range(MEMBER_COUNT + 1)})

    assert "压缩炸弹" in reason(tmp_path, many)


def test_a_member_under_a_password_is_refused(tmp_path) -> None:
    content = bytearray(archive({"word/document.xml": b"x"}, 0))
    content[6] |= 1
    place = content.rindex(b"PK\x01\x02")
    content[place + 8] |= 1

    assert "已加密" in reason(tmp_path, bytes(content))


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as made:
        made.truncate(200 * 1024 * 1024)

    with pytest.raises(UnreadableFile, match="200MB"):
        read_file(file, file.name)
    assert FILE_LIMIT == 50 * 1024 * 1024


def test_entities_are_not_opened(tmp_path) -> None:
    evil = (
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&x;责任</w:t></w:r></w:p></w:body></w:document>"
    )
    file = tmp_path / "evil.docx"
    file.write_bytes(archive({"word/document.xml": evil.encode()}))
    source = read_file(file, file.name)

    assert [line.text for line in source.lines.values()] in (["责任"], [""], ["&x;责任"])
