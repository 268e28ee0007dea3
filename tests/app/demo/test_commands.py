"""The demonstration's list can be had as a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.demo.commands import demo
from app.intake.parsing.document import parse_file


@pytest.mark.parametrize("name", ["list.docx", "list.xlsx", "list.txt"])
def test_the_list_is_written_in_the_form_its_name_asks_for(tmp_path: Path, name: str):
    file = tmp_path / name
    result = CliRunner().invoke(demo, ["document", str(file)])
    assert result.exit_code == 0
    assert len(parse_file(file).items) == 33


def test_another_form_is_refused_in_one_line(tmp_path: Path):
    result = CliRunner().invoke(demo, ["document", str(tmp_path / "list.pdf")])
    assert result.exit_code == 2
    assert "只能写成" in result.output
    assert not (tmp_path / "list.pdf").exists()
