from itertools import combinations

import pytest

from app import clock
from app.access.actions import TaskAction
from app.access.policy import permits
from app.closeout import operations as closeout
from app.metrics.queries import PARTS, balance, figures, scope_at, standings
from app.metrics.vocabulary import Figure
from app.tasks import operations, queries
from app.tasks.drafts import ReportDraft
from app.tasks.queries import Scope, TaskFilter
from app.tasks.vocabulary import Pace


@pytest.fixture
def family(province):
    """A task down through three tiers, one that a county has of its own, a child beside its
    parent in one list, and one that is handed to a county's government.
    """
    p, y, d, x = province.seats
    top = p.task("23")
    middle = y.child(top, p.office, "9")
    return {
        "top": top,
        "middle": middle,
        "low": d.child(middle, y.office, "8"),
        "low beside": x.child(middle, y.office, "5"),
        "own": d.task("50"),
        "part": y.child(y.task("70"), y.office, "71"),
    }


def found(people, lists, actor=None, **more):
    scope = Scope(tuple(lists), clock.today(), actor=actor, **more)
    return [line.task.number for line in queries.page(scope, TaskFilter())]


def test_a_task_counts_where_nothing_above_it_counts(province, family):
    p, y, d, x = (seat.list for seat in province.seats)
    assert found(province, [d]) == ["8", "50"]
    assert found(province, [y]) == ["9", "70"]
    assert found(province, [p, y, d, x]) == ["23", "70", "50"]
    assert found(province, [y, d, x]) == ["9", "70", "50"]
    assert found(province, [p, d]) == ["23", "50"]  # the tier between is not asked about
    assert found(province, [d, x]) == ["8", "50", "5"]


def test_what_is_not_counted_is_seen_when_asked_for(province, family):
    lists = tuple(seat.list for seat in province.seats)
    scope = Scope(lists, clock.today(), below=True)
    lines = queries.page(scope, TaskFilter())
    assert [line.task.number for line in lines if not line.counted] == ["9", "71", "8", "5"]
    assert queries.page(scope, TaskFilter(below=True)) == [x for x in lines if not x.counted]
    assert queries.count(scope, TaskFilter(below=True)) == 4
    assert sum(cell.count for cell in queries.cells(scope) if cell.counted) == 3


def test_each_tier_sees_its_own_part(province, family):
    lists = [seat.list for seat in province.seats]
    everything = {
        seat.government.label: found(province, lists, seat.office, below=True)
        for seat in province.seats
    }
    assert everything == {
        "青川省": ["23", "9", "70", "71", "8", "50", "5"],
        "云泽市": ["9", "70", "71", "8", "50", "5"],
        "东山县": ["8", "50"],
        "西岭县": ["5"],
    }
    for seat in province.seats:
        assert found(province, lists, seat.leader, below=True) == everything[seat.government.label]


def test_for_a_reader_a_child_counts_where_its_parent_is_out_of_sight(province, family):
    lists = [seat.list for seat in province.seats]
    assert found(province, lists, province.city.office) == ["9", "70", "50"]
    assert found(province, lists, province.county.office) == ["8", "50"]
    assert found(province, lists, province.county.worker) == ["8", "50"]
    assert found(province, lists, province.city.worker) == ["9", "70"]


def test_the_query_and_the_policy_answer_alike(province, family):
    lists = [seat.list for seat in province.seats]
    tasks = [task for one in lists for task in queries.tasks_of_list(one.id)]
    for actor in province.people:
        allowed = [task.number for task in tasks if permits(actor, TaskAction.READ, task)]
        assert found(province, lists, actor, below=True) == allowed, actor.name


def test_figures_are_sums_of_the_rows_whatever_is_joined(province, family):
    operations.merge(family["part"], family["own"], "合办", province.city.office)
    low = family["low"]
    operations.report_progress(low, ReportDraft("完", 100, Pace.AHEAD), province.county.worker)
    closeout.apply(low, "自查完成，达到目标。", province.county.worker)
    lists = [seat.list for seat in province.seats]
    for some in (chosen for size in (1, 2, 4) for chosen in combinations(lists, size)):
        scope = Scope(tuple(some), clock.today())
        counted = figures(scope)
        rows = queries.page(scope, TaskFilter())
        assert counted[Figure.TOTAL] == len(rows) == sum(counted[part] for part in PARTS)
        assert len(rows) == sum(counted.of_unit(unit)[Figure.TOTAL] for unit in counted.unit_ids)
        assert counted[Figure.OPEN] == queries.count(scope, TaskFilter(books="open"))


def test_a_list_stays_in_balance_while_tasks_go_down_in_it(province, family):
    before = standings(scope_at(province.city.list, clock.now()))
    later = province.city.child(family["middle"], province.city.office, "10")
    after = standings(scope_at(province.city.list, clock.now()))
    _units, total = balance(before, after)
    assert total.adds_up
    assert (total.last, total.new, total.now) == (2, 0, 2)
    assert later.id not in [one.task_id for one in after]
