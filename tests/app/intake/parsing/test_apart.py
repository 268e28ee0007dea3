import json
import subprocess
from pathlib import Path

import pytest

from app.intake.parsing import apart
from app.intake.parsing.apart import UNREADABLE, main, parse_apart
from app.intake.parsing.errors import UnreadableFile
from tests.app.intake.papers import PLAN


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "stored"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_a_child_process_reads_the_file_under_the_name_it_came_with(paper: Path) -> None:
    content = parse_apart(paper, "清单.txt", year=2026)

    assert content["document"]["name"] == "清单.txt"
    assert len(content["items"]) == 3
    assert len(content["lines"]) == content["coverage"]["lines"]


def test_the_reason_comes_back_from_the_child(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()

    with pytest.raises(UnreadableFile, match="空的"):
        parse_apart(tmp_path / "empty", "清单.docx")


def test_a_child_that_dies_or_takes_too_long_is_told_as_such(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(UnreadableFile, match="超过上限"):
        parse_apart(paper, "清单.txt")
    with pytest.raises(UnreadableFile, match="超过上限"):
        apart.answer_of(subprocess.CompletedProcess([], -9, b"", b""))


def test_the_child_prints_what_it_read_or_why_not(
    paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    limits: list[object] = []
    monkeypatch.setattr(apart.resource, "setrlimit", lambda *limit: limits.append(limit))
    assert main([str(paper), "清单.txt", "plan", "2026", ""]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["kind"] == "plan"
    assert len(limits) == 4

    paper.write_bytes(b"")
    assert main([str(paper), "清单.txt", "", "", "bare"]) == UNREADABLE
    assert "空的" in json.loads(capsys.readouterr().out)["message"]


def test_the_child_knows_no_key_and_no_database(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("DATABASE_URL", "SECRET_KEY", "DATA_KEY"):
        monkeypatch.setenv(word, "canary")
    told = tmp_path / "told"
    spy = tmp_path / "python"
    spy.write_text(f'#!/bin/sh\nenv > "{told}"\necho "{{}}"\n', encoding="utf-8")
    spy.chmod(0o700)
    monkeypatch.setattr(apart.sys, "executable", str(spy))
    assert parse_apart(paper, "-c.txt") == {}
    assert "canary" not in told.read_text(encoding="utf-8")
