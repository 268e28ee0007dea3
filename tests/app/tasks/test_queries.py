from dataclasses import replace
from datetime import timedelta

import pytest

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor, Grant, Part
from app.access.policy import permits
from app.access.roles import Role
from app.closeout import operations as closeout
from app.database import db
from app.deadlines.phrases import read_deadline
from app.tasks import operations, queries
from app.tasks.drafts import ReportDraft
from app.tasks.queries import Scope, TaskFilter
from app.tasks.vocabulary import Lamp, Pace, Stage, TaskState


def scope(city, **changes):
    return replace(Scope(lists=(city.list,), day=clock.today()), **changes)


def numbers(scope, **wanted):
    return [line.task.number for line in queries.page(scope, TaskFilter(**wanted))]


def due_in(days):
    return read_deadline((clock.today() + timedelta(days=days)).isoformat())


def government_worker(city):
    return Actor(
        99, "县政府", (Grant(Role.UNIT, city.county.id, city.county.path, is_government=True),)
    )


def test_whoever_reads_sees_their_own_part_and_nothing_else(city):
    city.task("1")
    city.task(
        "2",
        parts=((Part.LEAD, city.county_water.id), (Part.SUPERVISING, city.water.id)),
        counting_unit_id=city.county_water.id,
    )
    operations.open_task(city.list, city.draft("3"), city.office)
    seen = {
        name: numbers(scope(city, actor=actor, drafts=True))
        for name, actor in {
            "office": city.office,
            "leader": city.leader,
            "worker": city.worker,
            "checker": city.checker,
            "outsider": city.outsider,
            "government": government_worker(city),
            "auditor": city.auditor,
            "administrator": city.administrator,
        }.items()
    }
    assert seen == {
        "office": ["1", "2", "3"],
        "leader": ["1", "2", "3"],
        "worker": ["1"],
        "checker": ["1"],
        "outsider": ["2"],
        "government": ["2"],
        "auditor": [],
        "administrator": [],
    }


def test_the_query_and_the_policy_answer_alike(city):
    tasks = [
        city.task("1"),
        city.task(
            "2",
            parts=((Part.LEAD, city.county_water.id), (Part.SUPERVISING, city.water.id)),
            counting_unit_id=city.county_water.id,
        ),
        city.task("3", parts=((Part.LEAD, city.county.id), (Part.ACCEPTANCE, city.housing.id))),
        operations.open_task(city.list, city.draft("4"), city.office),
    ]
    actors = [
        city.office, city.leader, city.worker, city.checker, city.outsider, city.auditor,
        government_worker(city),
    ]  # fmt: skip
    for actor in actors:
        allowed = [task.number for task in tasks if permits(actor, TaskAction.READ, task)]
        assert numbers(scope(city, actor=actor, drafts=True)) == allowed, actor.name


def test_a_unit_whose_part_has_ended_sees_it_no_more(city):
    task = city.task()
    task.links[0].ends_on = clock.today()
    db.session.flush()
    assert numbers(scope(city, actor=city.worker)) == []


@pytest.mark.parametrize(
    ("days", "pace", "lamp", "overdue", "near"),
    [
        (-1, Pace.ON_SCHEDULE, Lamp.RED, True, False),
        (0, Pace.ON_SCHEDULE, Lamp.YELLOW, False, True),
        (30, Pace.ON_SCHEDULE, Lamp.YELLOW, False, True),
        (31, Pace.ON_SCHEDULE, Lamp.GREEN, False, False),
        (31, Pace.BEHIND, Lamp.YELLOW, False, False),
        (31, Pace.NOT_STARTED, Lamp.YELLOW, False, False),
    ],
)
def test_the_lamp_follows_deadline_and_pace(city, days, pace, lamp, overdue, near):
    task = city.task(deadline=due_in(days))
    operations.report_progress(task, ReportDraft("做", 10, pace), city.worker)
    (line,) = queries.page(scope(city), TaskFilter())
    assert (line.lamp, line.overdue, line.near_due) == (lamp, overdue, near)


def test_a_task_that_is_done_is_neither_overdue_nor_missing(city):
    task = city.task(deadline=due_in(-5))
    operations.report_progress(task, ReportDraft("做完", 100, Pace.ON_SCHEDULE), city.worker)
    closeout.apply(task, "自查完成，达到目标。", city.worker)
    (line,) = queries.page(scope(city), TaskFilter())
    assert (line.stage, line.lamp, line.overdue, line.missing) == (
        Stage.DONE, Lamp.GREEN, False, False,
    )  # fmt: skip


def test_every_filter_leaves_what_it_says(city):
    late = city.task("1", deadline=due_in(-1))
    operations.report_progress(late, ReportDraft("慢", 10, Pace.BEHIND), city.worker)
    city.task("2", deadline=due_in(9), problem="河道清淤")
    city.task("3", aspect="大气环境方面")
    today = scope(city, periods=(late.latest_report.period_id,))
    assert numbers(today) == ["1", "2", "3"]
    assert numbers(today, overdue=True) == numbers(today, lamp=Lamp.RED) == ["1"]
    assert numbers(today, overdue_originally=True) == ["1"]
    assert numbers(today, near_due=True) == ["2"]
    assert numbers(today, missing=True) == ["2", "3"]
    assert numbers(today, stage=Stage.SILENT) == ["2", "3"]
    assert numbers(today, pace=Pace.BEHIND) == ["1"]
    assert numbers(today, text="清淤") == ["2"]
    assert numbers(today, text="水务") == ["1", "2", "3"]
    assert numbers(today, text="%") == []
    assert numbers(today, supervisor_id=city.housing.id, unit_id=city.water.id) == ["1", "2", "3"]
    assert numbers(today, supervisor_id=city.water.id) == []
    assert numbers(today, state=TaskState.CLOSING) == []
    assert numbers(today, books="open") == numbers(today, books="all") == ["1", "2", "3"]
    assert numbers(today, done=True) == []


def test_counts_are_sums_over_the_same_rows(city):
    city.task("1", deadline=due_in(-1))
    city.task("2")
    for wanted in (TaskFilter(), TaskFilter(overdue=True), TaskFilter(text="水务")):
        assert queries.count(scope(city), wanted) == len(queries.page(scope(city), wanted))
    cells = queries.cells(scope(city))
    assert sum(cell.count for cell in cells) == 2
    assert sum(cell.count for cell in cells if cell.overdue) == 1


def test_a_page_goes_on_after_its_last_task(city):
    tasks = [city.task(str(number)) for number in range(1, 6)]
    first = queries.page(scope(city), TaskFilter(), limit=2)
    rest = queries.page(scope(city), TaskFilter(), after=first[-1].task.id)
    assert [line.task for line in (*first, *rest)] == tasks
    assert queries.neighbours(scope(city), tasks[2]) == (tasks[1].id, tasks[3].id)
    assert queries.neighbours(scope(city), tasks[0])[0] is None


def test_a_figure_can_be_had_as_of_any_cut_off(city):
    yesterday = clock.now() - timedelta(days=1)
    with clock.set_to(yesterday):
        task = city.task("1")
        operations.report_progress(task, ReportDraft("开工", 5, Pace.ON_SCHEDULE), city.worker)
    city.task("2")
    with clock.set_to(clock.now() + timedelta(days=7)):
        operations.report_progress(task, ReportDraft("过半", 55, Pace.ON_SCHEDULE), city.worker)
        closeout.apply(task, "自查完成，达到目标。", city.worker)
    then = scope(city, cutoff=yesterday + timedelta(hours=1))
    (line,) = queries.page(then, TaskFilter())
    assert (line.task.number, line.stage) == ("1", Stage.ON_PACE)
    assert queries.line_of(then, task.id).stage is Stage.ON_PACE
    assert [line.stage for line in queries.page(scope(city), TaskFilter())] == [
        Stage.DONE, Stage.SILENT,
    ]  # fmt: skip


def test_the_row_now_and_the_last_event_say_the_same(city):
    for number in ("1", "2"):
        operations.report_progress(
            city.task(number), ReportDraft("做", 50, Pace.BEHIND), city.worker
        )
    closeout.apply(queries.tasks_of_list(city.list.id)[0], "自查完成，达到目标。", city.worker)
    now, recorded = scope(city), scope(city, cutoff=clock.now())
    assert queries.cells(now) == queries.cells(recorded)


def test_the_change_is_against_the_period_before(city):
    task = city.task()
    for weeks, percent in ((2, 20), (1, 30), (0, 42)):
        with clock.set_to(clock.now() - timedelta(weeks=weeks)):
            operations.report_progress(
                task, ReportDraft("做", percent, Pace.ON_SCHEDULE), city.worker
            )
    (line,) = queries.page(scope(city), TaskFilter())
    assert (line.task.latest_report.percent, line.percent_before) == (42, 30)


def test_lists_are_offered_to_whoever_sees_something_of_them(city):
    assert queries.lists_visible_to(city.worker) == ()
    city.task()
    for actor in (city.office, city.leader, city.worker, city.checker):
        assert queries.lists_visible_to(actor) == (city.list,)
    assert queries.lists_visible_to(city.outsider) == ()


def test_what_is_not_handed_over_has_no_lamp(city):
    operations.open_task(city.list, city.draft(deadline=due_in(-3)), city.office)
    (line,) = queries.page(scope(city, drafts=True), TaskFilter())
    assert (line.lamp, line.overdue) == (Lamp.OFF, False)
