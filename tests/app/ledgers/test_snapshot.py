"""What a period's ledger says, from what had been recorded by its cut-off."""

from datetime import date

import pytest

from app.access.actor import Part
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.inspections.models import Inspection, Period
from app.inspections.vocabulary import PeriodKind, SourceKind
from app.ledgers import operations, queries
from app.ledgers.snapshot import gather, weekly_ledger
from app.ledgers.snapshot.changes import changes
from app.ledgers.snapshot.cover import cover, period_words
from app.ledgers.snapshot.words import chinese, numbers
from app.tasks import operations as tasks
from app.tasks.drafts import Correction
from app.tasks.vocabulary import Pace
from reports.weekly_ledger.checks import check
from reports.weekly_ledger.content import Issue, Lamp, Standing, WeeklyLedger
from tests.app.ledgers.conftest import W45, W46, W47, Story


def counted(story: Story, last_day: date) -> WeeklyLedger:
    period = operations._period(story.city.list, last_day)  # noqa: SLF001  # as prepare finds it
    facts = gather(period, period.cutoff_at, queries.issued_before(period))
    return weekly_ledger(facts, Issue(Standing.DRAFT, 2))


def steps(ledger: WeeklyLedger) -> set[tuple[str, str, str]]:
    return {(change.kind, change.number, change.step) for change in ledger.changes}


def test_the_first_ledger_takes_every_task_in(story: Story) -> None:
    story.travel("2026-11-08 19:00")
    ledger = counted(story, W45)
    check(ledger)
    assert ledger.total.figures == (0, 3, 0, 0, 0, 0, 0, 3)
    assert ledger.changes == ()
    assert "首期台账，全部3项" in ledger.changes_summary
    assert [row.progress for row in ledger.rows] == ["尚未报告进展。"] * 3


def test_the_next_one_starts_where_the_last_one_ended(second_week: Story) -> None:
    ledger = counted(second_week, W46)
    check(ledger)
    assert ledger.total.figures == (3, 0, 0, 0, 1, 0, 0, 2)
    assert [line.unit for line in ledger.balance] == ["清江市水务局"]


def test_every_change_is_named_with_its_ground(second_week: Story) -> None:
    ledger = counted(second_week, W46)
    assert steps(ledger) == {
        ("销号", "1", "整改中 → 已销号"),
        ("新逾期", "2", "黄灯 → 红灯"),
        ("进度变化", "1", "未报 → 60%"),
        ("进度变化", "2", "未报 → 40%"),
        ("未报", "3", "尚未报告"),
    }
    grounds = {(change.kind, change.number): change.basis for change in ledger.changes}
    assert grounds["销号", "1"] == "11月12日销号"
    assert grounds["新逾期", "2"] == "应于11月10日完成"
    assert grounds["进度变化", "1"] == "新增证据0份"


def test_changed_unchanged_and_silent_add_up(second_week: Story) -> None:
    ledger = counted(second_week, W46)
    assert "共3项：有变化2项，无变化0项，未报1项（第3项）" in ledger.changes_summary
    assert (
        ledger.changes_note == "新增0项、反弹0项、合并0项、时限调整0项、更换牵头单位0项、退回0项。"
    )


def test_the_rows_say_what_stood_at_the_cut_off(second_week: Story) -> None:
    first, second, third = counted(second_week, W46).rows
    assert (first.days, first.state, first.progress) == ("已销号", "已销号", "11月12日销号。")
    assert (first.lamp, first.difficulty, first.is_open) == (Lamp.OFF, "", False)
    assert (second.deadline, second.days, second.is_late) == ("2026-11-10", "逾期5天", True)
    assert (second.lamp, second.red_reason) == (Lamp.RED, "逾期5天")
    assert (second.progress, second.difficulty) == ("40%　完成40处", "占地")
    assert (third.deadline, third.days) == ("长期坚持", "")
    assert second.units == ("清江市水务局", "督导：清江市住建局")
    assert (third.aspect, third.category) == ("一、水环境方面", "（二）河道治理")


def test_the_sentences_use_the_usual_words(second_week: Story) -> None:
    standing, period = counted(second_week, W46).sentences
    assert standing == (
        "第二轮督察整改任务3项（1个方面2类），已完成1项（其中销号1项），未完成但达到序时进度0项，"
        "未达到序时进度1项，尚未报告进展1项。在账2项中，红灯1项、黄灯0项、绿灯1项；逾期1项（第2项）。"
    )
    assert (
        period
        == "本期销号1项（第1项），申请销号1项（第1项），新逾期1项（第2项），未报1项（第3项）。"
    )


def test_a_correction_gives_its_reason(second_week: Story) -> None:
    period = second_week.period(W45)
    facts = gather(period, period.cutoff_at, None)
    ledger = weekly_ledger(facts, Issue(Standing.DRAFT, 3), "第2项单位有误")
    assert ledger.sentences[-1] == "更正说明：第2项单位有误"


def test_rates_name_numerator_and_denominator(second_week: Story) -> None:
    rates = {r.name: (r.numerator, r.denominator) for r in counted(second_week, W46).rates}
    assert rates == {"销号率": (1, 3), "完成率": (1, 3), "报送率": (1, 2)}


def test_the_plan_counts_deadlines_and_runs_to_the_years_end(second_week: Story) -> None:
    trend = counted(second_week, W46).trend
    assert [(p.day.isoformat(), p.closed, p.planned) for p in trend] == [
        ("2026-11-08", 0, 0),
        ("2026-11-15", 1, 1),
        ("2026-11-30", None, 1),
        ("2026-12-31", None, 1),
    ]


def test_what_is_recorded_after_the_cut_off_waits_for_the_next_one(second_week: Story) -> None:
    before = counted(second_week, W46)
    second_week.travel("2026-11-15 20:00")
    second_week.report(second_week.third, 10)
    assert counted(second_week, W46) == before
    second_week.issue(W46)
    second_week.travel("2026-11-22 19:00")
    later = counted(second_week, W47)
    check(later)
    assert ("进度变化", "3", "未报 → 10%") in steps(later)


def test_progress_shows_the_way_and_what_is_carried_on(second_week: Story) -> None:
    second_week.report(second_week.third, 10)
    second_week.issue(W46)
    second_week.travel("2026-11-18 10:00")
    second_week.report(second_week.second, 70)
    second_week.travel("2026-11-22 19:00")
    _, second, third = counted(second_week, W47).rows
    assert second.progress == "40%→70%　完成70处"
    assert third.progress == "10%　完成10处"
    second_week.travel("2026-11-29 19:00")
    second_week.issue(W47)
    carried = counted(second_week, date(2026, 11, 29))
    assert carried.rows[2].progress == "本期未报，沿用上期：10%　完成10处"
    assert ("未报", "3", "10%，沿用上期") in steps(carried)


def test_a_new_lead_unit_moves_the_task_between_the_lines(second_week: Story) -> None:
    second_week.issue(W46)
    second_week.travel("2026-11-18 10:00")
    city = second_week.city
    correction = Correction("第2处管网混接", None, city.county_water.id, "按属地调整")
    tasks.correct(second_week.second, correction, city.office)
    db.session.commit()
    second_week.travel("2026-11-22 19:00")
    ledger = counted(second_week, W47)
    check(ledger)
    lines = {line.unit: line.figures for line in ledger.balance}
    assert lines["清江市水务局"] == (2, 0, 0, 0, 0, 0, 1, 1)
    assert lines["白石县水务局"] == (0, 0, 1, 0, 0, 0, 0, 1)
    moved = next(change for change in ledger.changes if change.kind == "更换牵头单位")
    assert (moved.step, moved.basis) == ("清江市水务局 → 白石县水务局", "按属地调整")
    assert ledger.rows[1].units[0] == "白石县水务局"


def test_a_return_and_a_step_are_named(second_week: Story) -> None:
    second_week.issue(W46)
    second_week.travel("2026-11-18 10:00")
    city, finding = second_week.city, Finding("缺回访表" * 30, date(2026, 11, 18))
    second_week.report(second_week.third, 90)
    closeout.apply(second_week.second, "已对照目标完成。", city.worker)
    closeout.give_back(second_week.second, finding, city.checker)
    closeout.apply(second_week.third, "已对照目标完成。", city.worker)
    db.session.commit()
    second_week.travel("2026-11-22 19:00")
    ledger = counted(second_week, W47)
    found = steps(ledger)
    assert ("退回", "2", "整改中 → 整改中") in found
    assert ("环节推进", "3", "整改中 → 现场核查") in found
    assert ledger.rows[2].days == "已完成"
    assert "退回1项（第2项）" in ledger.sentences[1]
    returned = next(change for change in ledger.changes if change.kind == "退回")
    assert returned.basis.endswith("…")


def test_a_lamp_that_turns_says_why(second_week: Story) -> None:
    second_week.travel("2026-11-14 10:00")
    second_week.report(second_week.third, 10, Pace.BEHIND)
    second_week.travel("2026-11-15 19:00")
    second_week.issue(W46)
    second_week.travel("2026-11-18 10:00")
    second_week.report(second_week.third, 80)
    closeout.apply(second_week.second, "已对照目标完成。", second_week.city.worker)
    db.session.commit()
    second_week.travel("2026-11-22 19:00")
    turned = {c.number: (c.step, c.basis, c.lamp) for c in counted(second_week, W47).changes
              if c.kind == "转绿灯"}  # fmt: skip
    assert turned == {
        "2": ("红灯 → 绿灯", "已申请销号", Lamp.GREEN),
        "3": ("黄灯 → 绿灯", "达到序时进度", Lamp.GREEN),
    }


def test_a_task_handed_over_later_is_new(second_week: Story) -> None:
    second_week.issue(W46)
    second_week.travel("2026-11-18 10:00")
    second_week.city.task("4")
    db.session.commit()
    second_week.travel("2026-11-22 19:00")
    ledger = counted(second_week, W47)
    check(ledger)
    assert ledger.total.new == 1
    assert ("新增", "4", "入账 → 整改中") in steps(ledger)


def test_the_first_issue_has_no_changes(story: Story) -> None:
    story.travel("2026-11-08 19:00")
    first = operations._period(story.city.list, W45)  # noqa: SLF001  # as prepare finds it
    assert changes(gather(first, first.cutoff_at, None)) == ()


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (14, "十四"), (20, "二十"), (33, "三十三")]
)
def test_numbers_are_written_as_the_office_does(number: int, words: str) -> None:
    assert chinese(number) == words


def test_long_lists_of_numbers_are_cut() -> None:
    assert numbers([]) == ""
    assert numbers(["3", "22"]) == "（第3、22项）"
    assert numbers(str(n) for n in range(1, 20)).endswith("11、12项等）")


@pytest.mark.parametrize(
    ("kind", "first", "last", "words"),
    [
        (PeriodKind.WEEK, (2026, 11, 16), (2026, 11, 22), "第47周，2026年11月16日—22日"),
        (PeriodKind.WEEK, (2026, 11, 30), (2026, 12, 6), "第49周，2026年11月30日—12月6日"),
        (PeriodKind.WEEK, (2026, 12, 28), (2027, 1, 3), "第53周，2026年12月28日—2027年1月3日"),
        (PeriodKind.HALF_MONTH, (2026, 11, 1), (2026, 11, 15), "11月上半月，2026年11月1日—15日"),
        (PeriodKind.HALF_MONTH, (2026, 11, 16), (2026, 11, 30), "11月下半月，2026年11月16日—30日"),
        (PeriodKind.MONTH, (2026, 11, 1), (2026, 11, 30), "11月，2026年11月1日—30日"),
    ],
)
def test_periods_are_written_with_their_days(
    kind: PeriodKind, first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    assert period_words(Period(kind=kind, first_day=date(*first), last_day=date(*last))) == words


def test_the_title_names_place_and_matter(second_week: Story) -> None:
    period = second_week.period(W46)
    assert cover(period, period.cutoff_at).title == (
        "清江市中央生态环境保护督察反馈问题整改工作周台账"
    )
    inspection: Inspection = second_week.city.list.inspection
    inspection.kind, inspection.name = SourceKind.WARNING_FILM, "长江警示片披露问题"
    assert cover(period, period.cutoff_at).title == "清江市长江警示片披露问题整改工作周台账"


def test_other_parts_stand_below_the_lead(second_week: Story) -> None:
    city = second_week.city
    parts = (
        (Part.LEAD, city.water.id),
        (Part.COOPERATING, city.county.id),
        (Part.SUPERVISING, city.housing.id),
    )
    city.task("5", parts=parts)
    db.session.commit()
    second_week.travel("2026-11-22 19:00")
    row = counted(second_week, W47).rows[-1]
    assert row.units == ("清江市水务局", "配合：白石县人民政府", "督导：清江市住建局")
