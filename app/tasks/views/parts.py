"""The parts of a task on its pages: this period beside the last one, and beside what is wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from flask_babel import gettext as _

from app.tasks.drafts import PartsFact, kept_parts
from app.tasks.drafts.parts import IndicatorFact, MeasureFact
from app.tasks.forms import ProgressForm
from app.tasks.forms.parts import FEN
from app.tasks.models import ProgressReport
from app.tasks.vocabulary import SIGNS, PartState
from app.web.formatting import percent, signed, translated
from app.wording import N_

BASES: Final = {
    "children": N_("下级任务"),
    "sites": N_("点位"),
    "measures": N_("措施"),
    "indicators": N_("指标"),
    "milestones": N_("节点"),
}
MARKS: Final = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}


@dataclass(frozen=True)
class Row:
    """One figure: last period, now, the change, what is wanted, and what that comes to."""

    name: str
    before: str
    now: str
    by: str = ""
    wanted: str = ""
    note: str = ""
    short: bool = False
    field: Any = None


def amount(value: Decimal | None) -> str:
    """11.4, 1,986; nothing for nothing."""
    return "" if value is None else f"{value.normalize():,f}"


def difference(now: Decimal | None, before: Decimal | None) -> str:
    return "" if now is None or before is None else signed((now - before).normalize())  # type: ignore[arg-type]  # decimals are written like floats


def basis_of(parts: PartsFact) -> str:
    """From what the percentage follows, or that the unit says so itself."""
    if not parts.basis:
        return str(_("单位自报"))
    joined = str(_("、")).join(translated(BASES[kind]) for kind in parts.basis)
    return str(_("由%(parts)s推算", parts=joined))


def target_note(one: IndicatorFact) -> str:
    """达到; 未达到，差3.8."""
    goal = one.goal
    if goal.value is None:
        return str(_("未测"))
    if goal.met:
        return str(_("达到"))
    return str(_("未达到，差%(by)s", by=amount(goal.short_by)))


def wanted_of(one: IndicatorFact) -> str:
    return f"{MARKS.get(one.comparison, translated(SIGNS[one.comparison]))}{amount(one.wanted)}"


def _titled(name: str, unit: str) -> str:
    return str(_("%(name)s（%(unit)s）", name=name, unit=unit)) if unit else name


def figures(now: PartsFact, before: PartsFact, fields: Any = None) -> list[Row]:
    """Every figure that can be compared, in the order of the page."""
    return [
        *_counts(now, before),
        *(_quantity(one, before, fields) for one in now.measures if one.wanted is not None),
        *(_measured(one, before, fields) for one in now.indicators),
        *_money(now, before, fields),
    ]


def measured(now: PartsFact) -> list[Row]:
    """Every indicator as it stands against its target."""
    return [_measured(one, PartsFact(), None) for one in now.indicators]


def _counts(now: PartsFact, before: PartsFact) -> Iterator[Row]:
    if now.measures:
        yield _count(_("已完成措施（条）"), now.measures, before.measures)
    if now.sites:
        yield _count(_("已完成点位（处）"), now.sites, before.sites)


def _count(name: str, now: Sequence[Any], before: Sequence[Any]) -> Row:
    done, was = (sum(one.state is PartState.DONE for one in some) for some in (now, before))
    note = str(_("达到")) if done == len(now) else ""
    old, by = (str(was), signed(done - was)) if before else ("", "")
    return Row(str(name), old, str(done), by, str(len(now)), note)


def _quantity(one: MeasureFact, before: PartsFact, fields: Any) -> Row:
    old = next((each.done for each in before.measures if each.key == one.key), None)
    reached = one.done is not None and one.wanted is not None and one.done >= one.wanted
    return Row(
        _titled(one.name, one.unit), amount(old), amount(one.done), difference(one.done, old),
        amount(one.wanted), str(_("达到")) if reached else "",
        field=fields and fields[f"quantity_{one.key}"],
    )  # fmt: skip


def _measured(one: IndicatorFact, before: PartsFact, fields: Any) -> Row:
    old = next((each.value for each in before.indicators if each.key == one.key), None)
    return Row(
        _titled(one.name, one.unit), amount(old), amount(one.value), difference(one.value, old),
        wanted_of(one), target_note(one), not one.goal.met,
        field=fields and fields[f"indicator_{one.key}"],
    )  # fmt: skip


def _money(now: PartsFact, before: PartsFact, fields: Any) -> Iterator[Row]:
    spent, old, budget = (
        None if sum_ is None else Decimal(sum_) / FEN
        for sum_ in (now.spent, before.spent, now.budget)
    )
    if fields is None and spent is None and budget is None:
        return
    note = ""
    if now.budget and now.spent is not None:
        note = _titled(percent(now.spent, now.budget), f"{amount(spent)}/{amount(budget)}")
    yield Row(
        str(_("累计支出（万元）")), amount(old), amount(spent), difference(spent, old),
        amount(budget), note, field=fields and fields["spent"],
    )  # fmt: skip


@dataclass(frozen=True)
class FormRows:
    """What the progress form asks of the parts, with what follows from it."""

    figures: Sequence[Row]
    measures: Sequence[Row]
    sites: Sequence[Row]
    milestones: Sequence[Row]
    percent: int | None
    basis: str


def rows_of_form(form: ProgressForm, last: ProgressReport | None) -> FormRows:
    """Lay what is typed beside the last period; what differs is marked."""
    before, now = kept_of(last), form.outcome
    return FormRows(
        figures=[row for row in figures(now, before, form) if row.field is not None],
        measures=_standings(now.measures, before.measures, form, "measure"),
        sites=_standings(now.sites, before.sites, form, "site"),
        milestones=[
            Row(one.name, "", "", field=form[f"milestone_{one.key}"]) for one in now.milestones
        ],
        percent=now.percent,
        basis=basis_of(now),
    )


def kept_of(report: ProgressReport | None) -> PartsFact:
    return kept_parts(report.parts, report.spent) if report else PartsFact()


def _standings(now: Sequence[Any], before: Sequence[Any], form: Any, kind: str) -> list[Row]:
    known = {one.key: one.state for one in before}
    return [
        Row(
            one.name,
            translated(known[one.key]) if one.key in known else "",
            translated(one.state),
            str(_("有变化")) if known.get(one.key, one.state) is not one.state else "",
            field=form[f"{kind}_{one.key}"],
        )
        for one in now
    ]
