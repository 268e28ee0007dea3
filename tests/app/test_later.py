"""The application starts without what only some commands, pages and jobs need."""

import subprocess
import sys

import pytest

from app.later import Later
from config import ROOT

HEAVY = ("alembic", "mako", "openpyxl", "pypinyin", "xlsxwriter", "zxcvbn")


def test_a_module_is_imported_when_something_of_it_is_asked_for() -> None:
    assert Later("fractions").Fraction(1, 2) * 2 == 1


def test_what_the_module_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = Later("fractions").decimal_point


def test_nothing_heavy_is_imported_to_start(tmp_path) -> None:
    code = (
        "import sys; from app import create_app; create_app();"
        f"print(*sorted(set({HEAVY}) & set(sys.modules)))"
    )
    environment = {"INSTANCE": str(tmp_path), "PATH": "", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    assert done.stdout.split() == []


def test_every_group_of_commands_is_listed_and_there(make_app) -> None:
    runner = make_app("sqlite").test_cli_runner()
    listed = runner.invoke(args=["--help"]).output
    for group in ("users", "audit", "intake", "ledger", "jobs", "demo", "maintenance"):
        assert group in listed
        assert runner.invoke(args=[group, "--help"]).exit_code == 0
