"""The overview: where the list stands, in pictures that lead to the rows they count."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import OverviewAction
from app.inspections import queries as inspections
from app.inspections.models import Period, RectificationList
from app.metrics import queries
from app.metrics.queries import ADDRESS, PARTS, Figures
from app.metrics.vocabulary import Figure
from app.tasks.queries import Scope, TaskFilter, aspects_in, page
from app.tasks.vocabulary import Lamp
from app.units.models import Unit
from app.units.queries import units_with_ids
from app.web.charts import Curve, curve
from app.web.guard import authorize, current_actor, requires

metrics = Blueprint("metrics", __name__, url_prefix="/overview")

# Parts of every bar that the legend names even where there is none of them.
ALWAYS_NAMED = 4


@dataclass(frozen=True)
class Segment:
    """One part of a bar: its tone, name, count, and the rows that it counts."""

    tone: int
    label: str
    count: int
    href: str


@dataclass(frozen=True)
class Bar:
    """A whole that falls into the parts of the usual sentence."""

    label: str
    figures: Figures
    parts: tuple[Segment, ...]
    unit: Unit | None = None

    @property
    def total(self) -> int:
        return self.figures[Figure.TOTAL]


@metrics.get("/")
@requires(OverviewAction.READ)
def overview() -> ResponseReturnValue:
    lists = inspections.lists_in_area(current_actor())
    code = request.args.get("list")
    shown = next((one for one in lists if one.code == code), lists[0] if lists else None)
    if shown is None:
        return render_template("metrics/overview_empty.html")
    authorize(OverviewAction.READ, shown)
    return render_template("metrics/overview.html", lists=lists, list=shown, **_pictures(shown))


def _pictures(shown: RectificationList) -> dict[str, Any]:
    """Everything that the overview draws and says of one list."""
    periods = inspections.periods_of(shown.id)
    scope = scope_now(shown, periods)
    counted = queries.figures(scope)
    return {
        "now": clock.now(),
        "figures": counted,
        "before": _figures_before(shown, periods),
        "Figure": Figure,
        "aspects": _by_aspect(scope, counted),
        "units": _by_unit(shown, counted),
        "legends": [
            (part.tone, _("%(label)s%(count)s", label=part.label, count=part.count))
            for part in _parts(shown, counted)
            if part.count or part.tone <= ALWAYS_NAMED
        ],
        "red": page(scope, TaskFilter(lamp=Lamp.RED)),
        "curve": _curve(scope, periods),
        "link": partial(_rows, shown),
    }


def scope_now(shown: RectificationList, periods: Sequence[Period]) -> Scope:
    """Return the whole list as recorded now; reports are due in the period that is open."""
    current = [period.id for period in periods if period.cutoff_at >= clock.now()]
    return Scope(lists=(shown,), day=clock.today(), periods=tuple(current))


def _figures_before(shown: RectificationList, periods: Sequence[Period]) -> Figures | None:
    """Return the figures at the last cut-off, if there has been one."""
    last = next((period for period in periods if period.cutoff_at < clock.now()), None)
    return queries.figures(queries.scope_at(shown, last.cutoff_at, (last.id,))) if last else None


def _rows(shown: RectificationList, figure: Figure, **more: Any) -> str:
    kept: dict[str, Any] = {"list": shown.code, **ADDRESS[figure], **more}
    return url_for("tasks.register", **kept)


def _parts(shown: RectificationList, counted: Figures, **more: Any) -> tuple[Segment, ...]:
    return tuple(
        Segment(tone, _(figure.label), counted[figure], _rows(shown, figure, **more))
        for tone, figure in enumerate(PARTS, start=1)
    )


def _by_aspect(scope: Scope, counted: Figures) -> list[Bar]:
    shown = scope.lists[0]
    return [
        Bar(one.title, own, _parts(shown, own, aspect=one.id))
        for one in aspects_in(scope)
        if (own := counted.of_aspect(one.id))[Figure.TOTAL]
    ]


def _by_unit(shown: RectificationList, counted: Figures) -> list[Bar]:
    """Every counting unit; those behind and overdue first."""
    bars = [
        Bar(unit.label, own, _parts(shown, own, unit=unit.id), unit)
        for unit in units_with_ids(counted.unit_ids).values()
        for own in [counted.of_unit(unit.id)]
    ]
    return sorted(bars, key=_urgency)


def _urgency(bar: Bar) -> tuple[int, int, float, int]:
    own = bar.figures
    done = own[Figure.DONE] / own[Figure.TOTAL]
    return (-own[Figure.OVERDUE], -own[Figure.BEHIND], done, -own[Figure.TOTAL])


def _curve(scope: Scope, periods: Sequence[Period]) -> Curve:
    """Return closed against plan: closed up to today, planned to the end of the year."""
    standings = queries.standings(scope)
    past = [*queries.days_of(periods, scope.day), scope.day]
    points = queries.closed_and_planned(standings, [*past, *_month_ends(scope.day)])
    today = points[len(past) - 1]
    return curve(
        {
            "plan": [(point.day, point.planned) for point in points],
            "act": [(point.day, point.closed) for point in points[: len(past)]],
        },
        len(standings),
        {
            "total": _("全部%(count)s项", count=len(standings)),
            "plan": _("年底计划%(count)s项", count=points[-1].planned),
            "act": _("实际%(count)s项", count=today.closed),
        },
    )


def _month_ends(day: date) -> list[date]:
    """Return the last days of the months that are left of the year, later than the day."""
    ends = [date(day.year, month, monthrange(day.year, month)[1]) for month in range(day.month, 13)]
    return [end for end in ends if end > day]
