"""How dates, figures and words are written; every filter that templates use."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from flask import Flask
from flask_babel import get_locale, gettext

from app import clock
from app.deadlines.weeks import Week
from app.wording import N_, Refusal

WEEKDAYS = (
    N_("星期一"), N_("星期二"), N_("星期三"), N_("星期四"),
    N_("星期五"), N_("星期六"), N_("星期日"),
)  # fmt: skip
MONTHS = (
    N_("1月"), N_("2月"), N_("3月"), N_("4月"), N_("5月"), N_("6月"),
    N_("7月"), N_("8月"), N_("9月"), N_("10月"), N_("11月"), N_("12月"),
)  # fmt: skip
DIGITS = "零一二三四五六七八九"


class Word(Protocol):
    """A word as it is stored."""

    @property
    def value(self) -> str: ...


class Period(Protocol):
    """A reporting period: a week, a half-month, a month."""

    @property
    def kind(self) -> Word: ...
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...


class Labelled(Protocol):
    """A word of a vocabulary."""

    @property
    def label(self) -> str: ...


def translated(text: object) -> str:
    """Translate a text that pure code marked, or the label of a vocabulary's word."""
    wording = getattr(text, "label", text)
    values = getattr(text, "values", None)
    message = getattr(text, "message", None)
    if message is not None and isinstance(values, dict):  # a Refusal
        told = {
            key: translated(value) if isinstance(value, Refusal) else value
            for key, value in values.items()
        }
        return str(gettext(message, **told))
    return str(gettext(str(wording))) if wording else ""


def day_of(moment: date | datetime) -> date:
    """Return the business date of a day or of a moment."""
    return clock.local(moment).date() if isinstance(moment, datetime) else moment


def _month(day: date) -> str:
    """11月; a word of its own, because other languages name their months."""
    return str(gettext(MONTHS[day.month - 1]))


def cn_date(moment: date | datetime | None) -> str:
    """2026年11月22日."""
    if moment is None:
        return ""
    day = day_of(moment)
    return str(
        gettext("%(year)s年%(month)s%(day)s日", year=day.year, month=_month(day), day=day.day)
    )


def cn_day(moment: date | datetime | None) -> str:
    """11月22日, within the running year; else with its year."""
    if moment is None:
        return ""
    day = day_of(moment)
    if day.year != clock.today().year:
        return cn_date(day)
    return str(gettext("%(month)s%(day)s日", month=_month(day), day=day.day))


def short_date(moment: date | datetime | None) -> str:
    """11-22 in the running year, else 2027-11-22; for tables."""
    if moment is None:
        return ""
    day = day_of(moment)
    return day.strftime("%m-%d" if day.year == clock.today().year else "%Y-%m-%d")


def cn_moment(moment: datetime | None) -> str:
    """11月22日18:31."""
    if moment is None:
        return ""
    time = f"{clock.local(moment):%H:%M}"
    return str(gettext("%(day)s%(time)s", day=cn_day(moment), time=time))


def weekday(day: date) -> str:
    """星期日."""
    return str(gettext(WEEKDAYS[day.weekday()]))


def days_phrase(days: int | None) -> str:
    """余39天, 今天到期 or 逾期22天."""
    if days is None:
        return ""
    if days == 0:
        return str(gettext("今天到期"))
    wording = gettext("余%(days)s天") if days > 0 else gettext("逾期%(days)s天")
    return str(wording) % {"days": thousands(abs(days))}


def thousands(number: float | None) -> str:
    """2,150."""
    return "" if number is None else f"{number:,}"


def signed(number: float) -> str:
    """Write a change with its sign, a true minus: +2, −2, 0."""
    return "0" if not number else f"{number:+,}".replace("-", "−")


def percent(part: int, whole: int) -> str:
    """Write a share of a whole: 27.3%; nothing of nothing is 无."""
    if not whole:
        return str(gettext("无"))
    return f"{part / whole:.1%}".replace(".0%", "%")


def share(part: int, whole: int) -> str:
    """Write the numerator and denominator that belong to a percentage: 9/33."""
    return f"{thousands(part)}/{thousands(whole)}"


def relative(moment: datetime) -> str:
    """刚刚, 5分钟前, 3小时前, 昨天; older moments by their date."""
    minutes = int((clock.now() - moment).total_seconds() // 60)
    days = (clock.today() - day_of(moment)).days
    if days > 1:
        return cn_day(moment)
    if days == 1:
        return str(gettext("昨天"))
    if minutes < 1:
        return str(gettext("刚刚"))
    if minutes < 60:  # noqa: PLR2004  # minutes in an hour
        return str(gettext("%(count)s分钟前", count=minutes))
    return str(gettext("%(count)s小时前", count=minutes // 60))


def week_label(week: Week) -> str:
    """第47周（11月16日—22日）."""
    return str(
        gettext(
            "第%(number)s周（%(days)s）", number=week.number, days=span(week.monday, week.sunday)
        )
    )


def period_label(period: Period) -> str:
    """第47周（11月16日—22日）; half-months and months by their days alone."""
    if period.kind.value == "week":
        return week_label(Week.of(period.last_day))
    return span(period.first_day, period.last_day)


def period_short(period: Period) -> str:
    """第47周, or the days; for heads of columns."""
    if period.kind.value == "week":
        return str(gettext("第%(number)s周", number=Week.of(period.last_day).number))
    return span(period.first_day, period.last_day)


def listed(names: Iterable[object]) -> str:
    """市水务局、市住房城乡建设局: names in a row, with the comma of the reader's language."""
    return str(gettext("、")).join(str(name) for name in names)


def ordinal(number: int) -> str:
    """一, 十四, 二十一: how aspects and categories are counted, up to 99; elsewhere 1, 14, 21."""
    locale = get_locale()
    if locale is not None and locale.language != "zh":
        return str(number)
    tens, ones = divmod(number, 10)
    head = f"{DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return head + (DIGITS[ones] if ones else "")


def span(first: date, last: date) -> str:
    """11月16日—22日, or 11月30日—12月6日."""
    if (first.year, first.month) == (last.year, last.month):
        return str(
            gettext(
                "%(month)s%(first)s日—%(last)s日",
                month=_month(first),
                first=first.day,
                last=last.day,
            )
        )
    return f"{cn_day(first)}—{cn_day(last)}"


def register_formatting(app: Flask) -> None:
    """Give templates every filter under its own name, and `t`."""
    filters = (
        cn_date, cn_day, short_date, cn_moment, weekday, days_phrase, thousands, signed,
        percent, share, relative, week_label, period_label, period_short, ordinal,
        listed,
    )  # fmt: skip
    for write in filters:
        app.add_template_filter(write)
    app.add_template_filter(translated, "t")
    app.add_template_global(clock.today, "today")
    app.add_template_global(span, "span")
