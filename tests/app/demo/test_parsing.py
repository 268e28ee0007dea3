"""The demonstration city hangs together: 33 tasks, known units, a story that can be true."""

from collections import Counter
from datetime import datetime, time

import pytest

from app.clock import LOCAL
from app.deadlines.phrases import read_deadline
from app.demo.drafts.city import City
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.pictures import PHASES, SCENES

ANY_DAYS = [
    datetime(2026, 11, 23, 5, 18, tzinfo=LOCAL),
    datetime(2026, 12, 31, 18, 0, tzinfo=LOCAL),
    datetime(2027, 1, 1, 9, 0, tzinfo=LOCAL),
    datetime(2028, 2, 29, 12, 0, tzinfo=LOCAL),
]


@pytest.fixture(scope="module")
def city() -> City:
    return read_city()


def test_the_list_has_the_shape_of_a_second_central_round(city):
    assert [task.number for task in city.tasks] == [str(number) for number in range(1, 34)]
    assert len({task.aspect for task in city.tasks}) == 4
    assert len({(task.aspect, task.category) for task in city.tasks}) == 14


def test_every_unit_that_is_named_stands_in_the_tree(city):
    known = {unit.short for unit in city.units}
    named = {unit.parent for unit in city.units if unit.parent}
    named |= {person.unit for person in city.people}
    for task in city.tasks:
        named |= {task.lead, *task.responsible, *task.cooperating, *task.supervising}
        named |= {measure.unit for measure in task.measures if measure.unit}
    assert named <= known


def test_no_name_belongs_to_two_units(city):
    names = [
        name for unit in city.units
        for name in {unit.name, unit.short, *unit.aliases, *unit.former}
    ]  # fmt: skip
    assert len(names) == len(set(names))


def test_who_leads_a_task_never_supervises_it(city):
    for task in city.tasks:
        assert not {task.lead, *task.responsible} & set(task.supervising), task.number


def test_each_task_has_somebody_to_do_it_and_somebody_to_check_it(city):
    doing = {person.unit for person in city.people if "unit" in person.roles}
    checking = {person.unit for person in city.people if "supervisor" in person.roles}
    for task in city.tasks:
        assert {task.lead, *task.responsible, *task.cooperating} <= doing
    assert {task.supervising[0] for task in city.tasks} <= checking


def test_a_problem_is_a_sentence_or_two_with_figures(city):
    for task in city.tasks:
        assert 50 <= len(task.problem) <= 100
        assert any(character.isdigit() for character in task.problem)
        assert 3 <= len(task.measures) <= 6


def test_no_two_reports_say_the_same(city):
    assert [
        text for text, times in Counter(r.text for r in city.reports).items() if times > 1
    ] == []


def test_nobody_reports_twice_a_week_and_percent_only_falls_after_a_return(city):
    weeks = Counter((report.task, report.week) for report in city.reports)
    assert max(weeks.values()) == 1
    returned = {(step.task, step.week) for step in city.steps if step.step == "return"}
    for one, other in zip(city.reports, city.reports[1:], strict=False):
        if one.task == other.task and other.percent < one.percent:
            assert (other.task, other.week) in returned


def test_the_story_has_nine_closed_seven_closing_and_two_returned(city):
    last = {step.task: step.step for step in city.steps}
    assert Counter(last.values())["close"] == 9
    assert Counter(last.values())["return"] == 2
    assert len(last) - 9 - 2 == 7


def test_two_tasks_that_are_not_closed_are_silent_this_week(city):
    closed = {step.task for step in city.steps if step.step == "close"}
    spoke = {report.task for report in city.reports if report.week == 0}
    assert {task.number for task in city.tasks} - closed - spoke == {"27", "32"}


@pytest.mark.parametrize("now", ANY_DAYS, ids=str)
def test_three_tasks_are_overdue_on_any_day(city, now):
    dates = Dates(now)
    done = {step.task: step.step for step in city.steps}
    overdue = set()
    for task in city.tasks:
        deadline = read_deadline(dates.deadline(task.deadline))
        assert not deadline.needs_review
        late = deadline.due_on is not None and deadline.due_on < dates.last_day
        if late and done.get(task.number, "return") == "return":
            overdue.add(task.number)
    assert overdue == {"6", "23", "27"}


@pytest.mark.parametrize("now", ANY_DAYS, ids=str)
def test_what_is_done_was_done_before_its_deadline(city, now):
    dates = Dates(now)
    rules = {task.number: task.deadline for task in city.tasks}
    for step in city.steps:
        due_on = read_deadline(dates.deadline(rules[step.task])).due_on
        if step.step == "apply" and due_on is not None:
            applied = dates.moment(step.week, 3, time(16))
            assert applied.date() <= due_on, step


def test_every_photo_can_be_drawn_and_belongs_to_a_report(city):
    reported = {(report.task, report.week) for report in city.reports}
    for picture in city.pictures:
        assert picture.scene in SCENES
        assert picture.phase in PHASES
        assert (picture.task, picture.week) in reported
