"""Documents of the old binary form: made by LibreOffice, read like any other."""

from pathlib import Path

import pytest

from app.intake.parsing.document import parse_file
from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.binary import read_binary

OLD = Path(__file__).parent / "files" / "old.doc"


@pytest.mark.parametrize("name", ["清单.doc", "清单.wps", "清单.docx"])
def test_an_old_document_is_read_by_what_it_is(name: str) -> None:
    document = parse_file(OLD, name)
    assert [(item.number, item.problem) for item in document.items] == [
        ("1", "老城区管网混接。"),
        ("2", "河道淤积"),
    ]


@pytest.mark.parametrize("kept", [600, 3000])
def test_a_cut_off_document_is_refused(kept: int) -> None:
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_binary(OLD.read_bytes()[:kept])
