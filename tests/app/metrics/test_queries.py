from datetime import timedelta

import pytest

from app import clock
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.metrics import queries
from app.metrics.queries import ADDRESS, PARTS
from app.metrics.queries.figures import COUNTS
from app.metrics.vocabulary import DEFINITIONS, LABELS, Figure
from app.tasks import operations as tasks
from app.tasks.drafts import Correction, ReportDraft
from app.tasks.forms import filter_from
from app.tasks.queries import Scope, page
from app.tasks.vocabulary import Pace
from tests.app.tasks.test_queries import due_in

CLOSED = "全部措施完成，达到整改目标。"


def scope(city, **changes):
    return Scope(lists=(city.list,), day=clock.today(), **changes)


def report(city, task, pace=Pace.ON_SCHEDULE):
    tasks.report_progress(task, ReportDraft("做", 50, pace), city.worker)


def strike_off(city, task):
    seen = Finding("已看现场。", clock.today())
    closeout.apply(task, CLOSED, city.worker)
    closeout.verify(task, seen, city.checker)
    closeout.accept(task, seen, city.checker)
    closeout.close(task, seen, city.office)


@pytest.fixture
def story(city):
    """Seven tasks, one of each kind that the dictionary tells apart."""
    closed, waiting, on_pace, behind, late, near = (
        city.task(str(number), deadline=due_in(days))
        for number, days in enumerate((90, 90, 90, 90, -2, 10), start=1)
    )
    for task in (closed, waiting, on_pace, late, near):
        report(city, task)
    report(city, behind, Pace.BEHIND)
    city.task("7")
    strike_off(city, closed)
    closeout.apply(waiting, CLOSED, city.worker)
    return on_pace.latest_report.period_id


def test_every_figure_counts_what_its_definition_says(city, story):
    counted = queries.figures(scope(city, periods=(story,)))
    assert {figure: counted[figure] for figure in Figure} == {
        Figure.TOTAL: 7,
        Figure.OPEN: 6,
        Figure.DONE: 2,
        Figure.CLOSED: 1,
        Figure.MERGED: 0,
        Figure.WAITING: 1,
        Figure.ON_PACE: 3,
        Figure.BEHIND: 1,
        Figure.SILENT: 1,
        Figure.RED: 1,
        Figure.YELLOW: 2,
        Figure.GREEN: 3,
        Figure.OVERDUE: 1,
        Figure.OVERDUE_ORIGINALLY: 1,
        Figure.NEAR_DUE: 1,
        Figure.MISSING: 1,
    }


@pytest.mark.parametrize("figure", list(Figure))
def test_every_figure_leads_to_the_rows_that_it_counts(city, story, figure):
    asked = scope(city, periods=(story,))
    rows = page(asked, filter_from(ADDRESS[figure]))
    assert len(rows) == queries.figures(asked)[figure]


def test_every_figure_has_a_name_a_definition_a_condition_and_an_address():
    for table in (LABELS, DEFINITIONS, COUNTS, ADDRESS):
        assert set(table) == set(Figure)


def test_the_parts_make_the_whole_for_list_aspects_and_units(city, story):
    counted = queries.figures(scope(city))
    (unit,) = counted.unit_ids
    for part in (counted, counted.of_unit(unit)):
        assert sum(part[figure] for figure in PARTS) == part[Figure.TOTAL] == 7
        assert part[Figure.RED] + part[Figure.YELLOW] + part[Figure.GREEN] == part[Figure.OPEN]
    assert counted.of_unit(-1)[Figure.TOTAL] == counted.of_aspect(-1)[Figure.TOTAL] == 0


def at(city, moment):
    return queries.standings(queries.scope_at(city.list, moment))


def test_the_balance_adds_up_for_every_unit_and_the_whole(city):
    last_week = clock.now() - timedelta(days=7)
    with clock.set_to(last_week):
        first, second, third = city.task("1"), city.task("2"), city.task("3")
        for task in (first, second, third):
            report(city, task)
    before = at(city, last_week)
    strike_off(city, first)
    moved = Correction(second.problem, None, city.county.id, "按属地调整")
    tasks.correct(second, moved, city.office)
    new = city.task("4")
    report(city, new)
    strike_off(city, new)
    city.task("5")
    units, total = queries.balance(before, at(city, clock.now()))
    assert vars(units[city.water.id]) == {
        "last": 3, "new": 2, "moved_in": 0, "relapsed": 0,
        "closed": 2, "merged": 0, "moved_out": 1, "now": 2,
    }  # fmt: skip
    assert vars(units[city.county.id]) == {
        "last": 0, "new": 0, "moved_in": 1, "relapsed": 0,
        "closed": 0, "merged": 0, "moved_out": 0, "now": 1,
    }  # fmt: skip
    assert all(account.adds_up for account in (*units.values(), total))
    assert (total.last, total.new, total.closed, total.now) == (3, 2, 2, 3)


def test_a_balance_that_does_not_add_up_says_so():
    assert not queries.Account(last=3, closed=1, now=3).adds_up


def test_the_curve_counts_closed_by_day_and_planned_by_deadline(city):
    task = city.task("1", deadline=due_in(0))
    report(city, task)
    city.task("2", deadline=due_in(3))
    strike_off(city, task)
    db.session.flush()
    days = [clock.today() + timedelta(days=shift) for shift in (-1, 0, 3)]
    points = queries.closed_and_planned(queries.standings(scope(city)), days)
    assert [(point.closed, point.planned) for point in points] == [(0, 0), (1, 1), (1, 2)]
