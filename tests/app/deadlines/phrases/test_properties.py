"""What holds for every text and every day."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.deadlines.phrases import Deadline, DeadlineKind, read_deadline

PIECES = [
    "2022",
    "2025",
    "20",
    "5",
    "13",
    "31",
    "99999",
    "年",
    "月",
    "日",
    "底",
    "前",
    "末",
    "旬",
    "上",
    "中",
    "下",
    "半年",
    "季度",
    "第",
    "至",
    "—",
    "-",
    ".",
    "/",
    "(",
    ")",
    "《",
    "》",
    ",",
    ";",
    "起",
    "内",
    "个",
    "工作日",
    "原时限",
    "调整至",
    "十四五",
    "二〇二三",
    "三十",
    "两",
    "每",
    "后",
    "立行立改",
    "长期坚持",
    "按",
    "时限",
    "同",
    "汛期",
    "今年",
    "次年",
    "°",
]
phrases = st.lists(st.sampled_from([*PIECES, " ", "\n", "　", "“"]), max_size=12).map("".join)


@given(phrases | st.text(max_size=40), st.none() | st.integers(-5, 12000))
@example("十四五", None)
@settings(max_examples=400, deadline=None)
def test_no_text_at_all_makes_reading_fail(phrase, year):
    found = read_deadline(phrase, year)
    assert isinstance(found, Deadline)
    assert found.raw == phrase
    assert found.to_json()["raw"] == phrase
    assert found.stages == tuple(sorted(set(found.stages)))
    if found.kind is DeadlineKind.INVALID:
        assert found.due_on is None
        assert found.needs_review
    if found.starts_on and found.due_on:
        assert found.starts_on <= found.due_on


FORMS = ["{0}年{1}月{2}日", "{0}.{1}.{2}", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}"]
ENDINGS = ["", "前", "完成", "前完成并长期坚持"]
days = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@given(days, st.sampled_from(FORMS), st.sampled_from(ENDINGS))
@settings(max_examples=200, deadline=None)
def test_every_real_day_is_read_as_itself_in_every_form(day, form, ending):
    found = read_deadline(form.format(day.year, day.month, day.day) + ending)
    assert (found.kind, found.due_on) == (DeadlineKind.BY_DATE, day)


@given(days)
def test_every_month_end_is_the_last_day_of_the_month(day):
    found = read_deadline(f"{day.year}年{day.month}月底前")
    assert found.due_on
    assert (found.due_on + timedelta(days=1)).day == 1
    assert (found.due_on.year, found.due_on.month) == (day.year, day.month)


@given(days)
def test_a_serial_number_of_a_spreadsheet_is_its_day(day):
    assert read_deadline(str((day - date(1899, 12, 30)).days)).due_on == day
