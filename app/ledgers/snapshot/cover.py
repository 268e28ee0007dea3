"""What a ledger is headed with: title, period, unit of record."""

from datetime import date, datetime

from app import clock
from app.deadlines.weeks import Week
from app.inspections.models import Inspection, Period
from app.inspections.vocabulary import PeriodKind, SourceKind
from reports.weekly_ledger.content import Cover

LEDGERS = {
    PeriodKind.WEEK: "周台账",
    PeriodKind.HALF_MONTH: "半月台账",
    PeriodKind.MONTH: "月台账",
}
HALF = 15


def cover(period: Period, cutoff: datetime) -> Cover:
    """Return the head of a period's ledger."""
    subject = period.rectification_list
    return Cover(
        title=f"{_matter(subject.inspection)}整改工作{LEDGERS[period.kind]}",
        inspection=subject.inspection.name,
        list_name=subject.name,
        issuing_unit=subject.office.name,
        office=subject.office.label,
        period=period_words(period),
        period_name=period_name(period),
        first_day=period.first_day,
        last_day=period.last_day,
        cut_off=clock.local(cutoff),
    )


def _matter(inspection: Inspection) -> str:
    """Return 江临市中央生态环境保护督察反馈问题, or the name of what is not an inspection."""
    place = inspection.government.label.removesuffix("政府").removesuffix("人民")
    if inspection.kind is not SourceKind.INSPECTION:
        return f"{place}{inspection.name}"
    return f"{place}{inspection.level.label}生态环境保护督察反馈问题"


def period_name(period: Period) -> str:
    """Return 第47周, 11月上半月 or 11月."""
    month = f"{period.last_day.month}月"
    if period.kind is PeriodKind.WEEK:
        return f"第{Week.of(period.last_day).number}周"
    if period.kind is PeriodKind.HALF_MONTH:
        return f"{month}{'上' if period.last_day.day <= HALF else '下'}半月"
    return month


def period_words(period: Period) -> str:
    """Return 第47周，2026年11月16日—22日."""
    return f"{period_name(period)}，{_span(period.first_day, period.last_day)}"


def _span(first: date, last: date) -> str:
    begin = f"{first.year}年{first.month}月{first.day}日"
    if first.year != last.year:
        return f"{begin}—{last.year}年{last.month}月{last.day}日"
    return f"{begin}—{f'{last.month}月' if first.month != last.month else ''}{last.day}日"
