"""Files made to hurt: read or refused in one sentence, within the time and memory of a child."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake.parsing.apart import MEMORY, answer_of, parse_apart
from app.intake.parsing.errors import UnreadableFile
from tests.app.intake import hostile

WITHIN = 10.0
"""Seconds of processor time: a busy machine takes longer and the child no more."""
MEASURED = """
import json, resource, sys
from pathlib import Path
from app.intake.parsing.apart import parse_apart
from app.intake.parsing.errors import UnreadableFile

said, content = "", {}
try:
    content = parse_apart(Path(sys.argv[1]), Path(sys.argv[1]).name)
except UnreadableFile as error:
    said = str(error)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([said, content, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
"""
"""A process of its own has one child only: what it measures is of that one."""


def told(file: Path) -> str:
    """What a person is told of a file, nothing if it is read; measured from outside."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(file)], check=True, capture_output=True
    )
    said, content, seconds, memory = json.loads(done.stdout)
    if said:
        assert hostile.SENTENCE.fullmatch(said)
    else:
        assert set(content["coverage"]) == {"lines", "mapped", "ignored", "unexplained"}
        assert "root:" not in str(content)
    assert seconds < WITHIN
    assert memory < MEMORY
    assert isinstance(said, str)
    return said


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file_is_read_or_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    file = tmp_path / "清单.docx"
    file.write_bytes(hostile.FILES[name]())

    said = told(file)
    expected = hostile.SAID.get(name, "")
    assert (said == "") == (expected == "")
    assert expected in said


@pytest.mark.parametrize("make", [hostile.runs_in_a_plan, hostile.runs_in_cases])
@pytest.mark.parametrize("first", range(0, len(hostile.RUNS), 6))
def test_no_pattern_is_lost_in_an_endless_run(
    tmp_path: Path, make: Callable[..., bytes], first: int
) -> None:
    file = tmp_path / "清单.txt"
    file.write_bytes(make(hostile.RUNS[first : first + 6]))

    assert told(file) == ""


def test_formulas_are_words(tmp_path: Path) -> None:
    file = tmp_path / "清单.xlsx"
    file.write_bytes(hostile.FILES["formulas"]())

    content = parse_apart(file, file.name)
    assert [item["problem"] for item in content["items"]] == ["=cmd|' /C calc'!A0"]


def test_a_crash_is_told_as_one() -> None:
    died = subprocess.run(
        [sys.executable, "-c", "raise RuntimeError"], check=False, capture_output=True
    )

    with pytest.raises(UnreadableFile, match="出了意外"):
        answer_of(died)
