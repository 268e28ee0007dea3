"""Issuing and verifying from the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from app.database import db
from app.inspections.models import RectificationList
from app.inspections.vocabulary import PeriodKind
from app.ledgers import operations
from app.ledgers.models import LedgerIssue
from tests.app.ledgers.conftest import W45, Story

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask, travel: Callable[[str], None]) -> Run:
    """Two weeks have passed and nothing has been issued."""
    with app.app_context():
        Story(travel)
    travel("2026-11-15 19:00")
    return lambda *words: app.test_cli_runner().invoke(args=["ledger", *words])


def latest(public_id: str) -> LedgerIssue:
    return db.session.scalars(select(LedgerIssue).where(LedgerIssue.public_id == public_id)).one()


def issue(run: Run, out: Path, week: str = "2026-W46", login: str = "office") -> Result:
    return run("issue", "--list", "C2", "--week", week, "--out", str(out), "--as", login)


def test_a_period_is_issued_and_written_to_a_file(run: Run, tmp_path: Path) -> None:
    result = issue(run, tmp_path / "46.pdf")
    assert result.exit_code == 0
    assert "第1期" in result.output
    first = PdfReader(tmp_path / "46.pdf").pages[0].extract_text()
    assert "清整改台账〔2026〕1号" in first


def test_what_was_issued_is_given_out_again_unchanged(run: Run, tmp_path: Path) -> None:
    issue(run, tmp_path / "one.pdf")
    result = issue(run, tmp_path / "two.pdf")
    assert result.exit_code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("reviewed", [False, True])
def test_what_was_begun_is_taken_the_rest_of_the_way(
    app: Flask, travel: Callable[[str], None], tmp_path: Path, *, reviewed: bool
) -> None:
    with app.app_context():
        story = Story(travel)
        travel("2026-11-08 19:00")
        begun = story.prepare(W45)
        if reviewed:
            operations.review(begun, story.city.office)
            db.session.commit()
        public_id = begun.public_id
    result = issue(lambda *words: app.test_cli_runner().invoke(args=["ledger", *words]),
                   tmp_path / "x.pdf", "2026-W45")  # fmt: skip
    assert result.exit_code == 0
    with app.app_context():
        assert latest(public_id).number == 1


def test_a_monthly_list_is_named_by_the_week_its_month_ends_in(
    app: Flask, run: Run, travel: Callable[[str], None], tmp_path: Path
) -> None:
    with app.app_context():
        subject = db.session.scalars(select(RectificationList)).one()
        subject.period_kind = PeriodKind.MONTH
        db.session.commit()
    travel("2026-11-30 19:00")
    assert issue(run, tmp_path / "x.pdf", "2026-W49").exit_code == 0
    first = PdfReader(tmp_path / "x.pdf").pages[0].extract_text()
    assert "11月，2026年11月1日—30日" in first
    refused = issue(run, tmp_path / "y.pdf", "2026-W48")
    assert "没有最后一天落在2026-W48的报告期" in refused.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"week": "2026-W47"}, "还没有开始"),
        ({"week": "2026-W60"}, "没有“2026-W60”这一周"),
        ({"week": "昨天"}, "没有“昨天”这一周"),
        ({"login": "nobody"}, "没有账号“nobody”"),
        ({"login": "worker"}, "没有办这件事的权限"),
        ({"login": "leader"}, "没有办这件事的权限"),
    ],
)
def test_a_refusal_is_one_line_and_exit_code_2(
    run: Run, tmp_path: Path, words: dict[str, str], says: str
) -> None:
    result = issue(run, tmp_path / "x.pdf", **words)
    assert result.exit_code == 2
    assert says in result.output
    assert result.output.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()


def test_before_the_cut_off_nothing_is_issued(
    run: Run, travel: Callable[[str], None], tmp_path: Path
) -> None:
    travel("2026-11-15 17:59")
    result = issue(run, tmp_path / "x.pdf")
    assert (result.exit_code, "还没有到截数时刻" in result.output) == (2, True)


def test_an_unknown_list_is_named(run: Run, tmp_path: Path) -> None:
    result = run(
        "issue",
        "--list",
        "ZZ",
        "--week",
        "2026-W46",
        "--out",
        str(tmp_path / "x"),
        "--as",
        "office",
    )
    assert (result.exit_code, "“ZZ”" in result.output) == (2, True)


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    result = issue(run, tmp_path / "nowhere" / "x.pdf")
    assert result.exit_code == 2
    assert "不能写入" in result.output


def test_a_file_is_verified(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "46.pdf"
    issue(run, file)
    genuine = run("verify", str(file))
    assert genuine.exit_code == 0
    assert "文件与签发时一致" in genuine.output
    assert "库内内容未变" in genuine.output
    file.write_bytes(file.read_bytes() + b"\n")
    altered = run("verify", str(file))
    assert altered.exit_code == 1
    assert "文件与签发时不一致" in altered.output
    file.write_bytes(b"%PDF-1.4")
    assert "不是本系统签发的台账" in run("verify", str(file)).output
