"""Counting, reviewing, issuing and correcting."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.audit.models import AuditEntry
from app.audit.queries import first_break
from app.database import db
from app.extensions import settings
from app.files.operations import open_blob
from app.inspections.models import DocumentCounter
from app.ledgers import operations, queries
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState, Verdict
from app.tasks.drafts import Correction
from app.tasks.operations import correct
from app.wording import Moved, Refusal
from reports.weekly_ledger.content import BalanceLine, Standing
from tests.app.ledgers.conftest import W45, W46, W47, Story


def file_of(issue: LedgerIssue) -> bytes:
    assert issue.pdf is not None
    with open_blob(issue.pdf) as kept:
        return kept.read()


def test_a_draft_before_the_cut_off_shows_what_is_known_so_far(story: Story) -> None:
    story.travel("2026-11-05 10:00")
    draft = story.prepare(W45)
    assert draft.state is LedgerState.DRAFT
    assert not draft.counted_at_cut_off
    content = operations.content_of(draft)
    assert (content.issue.standing, content.issue.number) == (Standing.DRAFT, 1)
    assert content.cover.cut_off.isoformat() == "2026-11-05T10:00:00+08:00"
    assert "草　稿" in PdfReader(BytesIO(operations.printed(draft))).pages[0].extract_text()


def test_before_the_cut_off_nothing_is_reviewed(story: Story) -> None:
    story.travel("2026-11-08 17:59")
    draft = story.prepare(W45)
    with pytest.raises(Refusal, match="还没有到截数时刻"):
        operations.review(draft, story.city.office)


def test_a_draft_counted_too_early_is_counted_again_first(story: Story) -> None:
    story.travel("2026-11-05 10:00")
    draft = story.prepare(W45)
    story.travel("2026-11-08 19:00")
    with pytest.raises(Refusal, match="请先重新取数"):
        operations.review(draft, story.city.office)
    operations.refresh(draft, story.city.office)
    operations.review(draft, story.city.office)
    db.session.commit()
    assert draft.state is LedgerState.REVIEWED


def test_a_reviewed_one_can_be_taken_back(second_week: Story) -> None:
    draft = second_week.prepare(W46)
    operations.review(draft, second_week.city.office)
    operations.refresh(draft, second_week.city.office)
    db.session.commit()
    assert draft.state is LedgerState.DRAFT
    assert (draft.reviewed_by_id, draft.reviewed_by_name, draft.reviewed_at) == (None, None, None)


def test_a_draft_cannot_be_issued_unreviewed(second_week: Story) -> None:
    draft = second_week.prepare(W46)
    with pytest.raises(Moved):
        operations.issue(draft, second_week.city.office)
    assert queries.number_to_come(second_week.city.list.id, 2026) == 2


def test_issuing_gives_number_file_and_proof(second_week: Story) -> None:
    trail_before = db.session.scalars(select(AuditEntry).order_by(AuditEntry.position)).all()
    draft = second_week.prepare(W46)
    operations.review(draft, second_week.city.office)
    operations.issue(draft, second_week.city.office, "https://ledger.example/x")
    db.session.commit()
    content = operations.content_of(draft)
    assert (draft.state, draft.year, draft.number) == (LedgerState.ISSUED, 2026, 2)
    assert content.issue.document_number == "清整改台账〔2026〕2号"
    assert (content.issue.previous, content.issue.issued_on) == (1, date(2026, 11, 15))
    assert draft.audit_count == len(trail_before) + 2  # prepared and reviewed
    assert content.proof is not None
    assert content.proof.audit_head == draft.audit_head
    text = PdfReader(BytesIO(file_of(draft))).pages[0].extract_text()
    assert "清整改台账〔2026〕2号" in text
    assert f"记录链 {draft.audit_count:,}条" in text


def test_what_was_issued_comes_out_byte_for_byte(second_week: Story) -> None:
    issued = second_week.issue(W46)
    before = file_of(issued)
    second_week.travel("2026-12-20 10:00")
    correction = Correction("别的说法", None, second_week.city.water.id, "更正措辞")
    correct(second_week.second, correction, second_week.city.office)
    db.session.commit()
    db.session.expire_all()
    assert file_of(issued) == before
    assert operations.printed(issued) == before  # the content alone gives the same file


def test_numbers_have_no_gaps_when_an_issue_is_rolled_back(second_week: Story) -> None:
    draft = second_week.prepare(W46)
    operations.review(draft, second_week.city.office)
    db.session.commit()
    operations.issue(draft, second_week.city.office)
    db.session.rollback()
    operations.issue(draft, second_week.city.office)
    db.session.commit()
    assert draft.number == 2
    assert [counter.last_number for counter in db.session.scalars(select(DocumentCounter))] == [2]


def test_a_correction_takes_the_next_number_and_names_the_old_one(second_week: Story) -> None:
    issued = second_week.issue(W46)
    kept = file_of(issued)
    correction = operations.correct(issued, "第2项单位有误", second_week.city.office)
    operations.review(correction, second_week.city.office)
    operations.issue(correction, second_week.city.office)
    db.session.commit()
    content = operations.content_of(correction)
    assert (correction.number, content.issue.replaces, content.issue.previous) == (3, 2, 1)
    assert "更正说明：第2项单位有误" in content.sentences
    assert "更正，替代第2期" in PdfReader(BytesIO(file_of(correction))).pages[0].extract_text()
    assert file_of(issued) == kept
    assert queries.issued_for(issued.period_id) == correction
    with pytest.raises(Moved, match="已有更正期"):
        operations.correct(issued, "再来一次", second_week.city.office)


def test_only_what_was_issued_is_corrected(second_week: Story) -> None:
    draft = second_week.prepare(W46)
    with pytest.raises(Moved, match="不必发更正期"):
        operations.correct(draft, "有误", second_week.city.office)


def test_the_next_ledger_is_compared_with_the_correction(second_week: Story) -> None:
    issued = second_week.issue(W46)
    second_week.travel("2026-11-22 19:00")
    draft = second_week.prepare(W47)
    correction = operations.correct(issued, "有误", second_week.city.office)
    operations.review(correction, second_week.city.office)
    operations.issue(correction, second_week.city.office)
    with pytest.raises(Moved, match="上期台账已有更正"):
        operations.review(draft, second_week.city.office)
    operations.refresh(draft, second_week.city.office)
    operations.review(draft, second_week.city.office)
    assert operations.content_of(draft).issue.previous == 3


def test_a_period_has_one_ledger_at_a_time(second_week: Story) -> None:
    city = second_week.city
    with pytest.raises(Moved, match="已经签发"):
        operations.prepare(city.list, W45, city.office)
    second_week.prepare(W46)
    with pytest.raises(Moved, match="已有草稿"):
        operations.prepare(city.list, W46, city.office)


def test_a_period_that_was_passed_over_is_not_issued_later(second_week: Story) -> None:
    second_week.travel("2026-11-22 19:00")
    second_week.issue(W47)
    with pytest.raises(Moved, match="之后的一期已经签发"):
        operations.prepare(second_week.city.list, W46, second_week.city.office)


@pytest.mark.parametrize(
    ("day", "says"),
    [(date(2026, 11, 18), "不是报告期的最后一天"), (date(2026, 12, 6), "还没有开始")],
)
def test_only_a_period_that_has_begun_is_counted(second_week: Story, day: date, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        operations.prepare(second_week.city.list, day, second_week.city.office)


def test_a_missing_glyph_stops_the_review_and_names_the_row(second_week: Story) -> None:
    correction = Correction("𠮷田路管网混接", None, second_week.city.water.id, "补全名称")
    correct(second_week.second, correction, second_week.city.office)
    draft = second_week.prepare(W46)
    with pytest.raises(Refusal, match="第2项有字库里没有的字“𠮷”"):
        operations.review(draft, second_week.city.office)


def test_missing_fonts_are_said_plainly(second_week: Story, tmp_path: Path, app: Flask) -> None:
    draft = second_week.prepare(W46)
    app.config["ZHENGGAI"] = replace(settings(), font_folder=tmp_path)
    with pytest.raises(Refusal, match="字体文件不全"):
        operations.printed(draft)


def test_a_contradiction_in_the_figures_stops_the_draft(
    second_week: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ((), BalanceLine("合计", open_now=7))
    monkeypatch.setattr("app.ledgers.snapshot.balance_lines", lambda _facts: wrong)
    with pytest.raises(Refusal, match="台账不平"):
        second_week.prepare(W46)


def test_a_ledger_starts_from_what_the_last_one_printed(second_week: Story) -> None:
    printed = queries.issued_before(second_week.issue(W46).period)
    assert printed is not None
    total = printed.content["total"] | {"open_now": 9}
    line = printed.content["balance"][0] | {"open_now": 9}
    printed.content = printed.content | {"total": total, "balance": [line]}
    second_week.travel("2026-11-22 19:00")
    issued = queries.issued_for(second_week.period(W46).id)
    assert issued is not None
    with pytest.raises(Refusal, match="清江市水务局：第1期在账9项，本期取数为3项"):
        operations.correct(issued, "有误", second_week.city.office)


def test_a_renamed_unit_does_not_stop_the_ledger(second_week: Story) -> None:
    second_week.city.water.name = "清江市水利局"
    db.session.commit()
    assert second_week.issue(W46).number == 2


def test_every_deed_is_in_the_trail_and_the_chain_holds(second_week: Story) -> None:
    issued = second_week.issue(W46)
    entries = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.subject_kind == "ledger_issue", AuditEntry.subject_id == issued.id)
        .order_by(AuditEntry.position)
    ).all()
    assert [entry.action for entry in entries] == [
        "ledger:prepare",
        "ledger:review",
        "ledger:issue",
    ]
    assert entries[-1].after["number"] == 2
    assert entries[-1].position == (issued.audit_count or 0) + 1
    assert entries[-1].prev_hash == issued.audit_head
    assert first_break() is None


def test_the_database_refuses_an_issue_without_its_facts(second_week: Story) -> None:
    issued = second_week.issue(W46)
    for column in ("number", "pdf_blob_id", "audit_head", "issued_at", "reviewed_by_id"):
        setattr(issued, column, None)
        with pytest.raises(IntegrityError):
            db.session.flush()
        db.session.rollback()


def test_the_database_refuses_a_draft_with_a_number(second_week: Story) -> None:
    draft = second_week.prepare(W46)
    draft.number = 9
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_a_genuine_file_is_known_and_an_altered_one_too(second_week: Story) -> None:
    issued = second_week.issue(W46)
    genuine = file_of(issued)
    found = queries.compare(genuine)
    assert found.agrees
    assert (found.public_id, found.entries_since) == (issued.public_id, 1)
    altered = queries.compare(genuine + b"\n%")
    assert (altered.file, altered.public_id) == (Verdict.ALTERED, issued.public_id)
    assert not altered.agrees
    assert queries.compare(b"%PDF-1.4 something else").file is Verdict.UNKNOWN


def test_altered_content_in_the_database_is_found(second_week: Story) -> None:
    issued = second_week.issue(W46)
    issued.content = issued.content | {"changes_note": "新增9项。"}
    db.session.flush()
    found = queries.compare(file_of(issued))
    assert (found.file, found.content_whole) == (Verdict.GENUINE, False)
    assert not found.agrees


def test_a_trail_that_lost_its_entry_is_found(second_week: Story) -> None:
    issued = second_week.issue(W46)
    issued.audit_head = "f" * 64
    db.session.flush()
    assert not queries.standing_of(issued).trail_whole
    issued.audit_count, issued.audit_head = 0, "0" * 64
    db.session.flush()
    assert queries.standing_of(issued).trail_whole
