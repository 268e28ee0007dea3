import pytest
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.actions import TaskAction
from app.database import db
from app.deadlines.phrases import read_deadline
from app.tasks import operations, queries
from app.tasks.models import TaskLink
from app.tasks.operations import Deed
from app.tasks.vocabulary import EventKind, LinkKind, TaskState
from app.wording import Moved, Refusal

LATER = read_deadline("2031年6月底前")


def kinds(task):
    return [event.kind for event in reversed(queries.events_of(task.id))]


def set_deadline(city, task, day):
    operations.move(task, Deed(TaskAction.SET_DEADLINE, changes={"due_on": day}), city.office)


def test_a_link_stands_in_both_histories_and_ends_with_a_reason(city):
    new, old = city.task("1"), city.task("2")
    tie = operations.link(new, old, LinkKind.CARRIED_OVER_FROM, "首轮未完成", city.office)
    assert queries.links_of(new.id) == queries.links_of(old.id) == [tie]
    with pytest.raises(Refusal, match="第2项已经有这种关联"):
        operations.link(new, old, LinkKind.CARRIED_OVER_FROM, "再来一次", city.office)
    operations.unlink(tie, "写错了", city.office)
    assert (tie.ends_on, tie.end_reason) == (clock.today(), "写错了")
    assert queries.links_of(new.id) == []
    for task in (new, old):
        assert kinds(task)[-2:] == [EventKind.LINKED, EventKind.LINKED]
    with pytest.raises(Moved, match="已经解除"):
        operations.unlink(tie, "再解一次", city.office)


def test_a_task_is_not_linked_to_itself(city):
    task = city.task()
    with pytest.raises(Refusal, match="自己"):
        operations.link(task, task, LinkKind.SAME_SOURCE, "同源", city.office)


def test_the_database_keeps_one_present_link_of_a_kind(city):
    tie = operations.link(city.task("1"), city.task("2"), LinkKind.SAME_SOURCE, "", city.office)
    twin = {key: getattr(tie, key) for key in ("task_id", "other_id", "kind", "reason",
            "starts_on", "made_at", "made_by_name")}  # fmt: skip
    db.session.add(TaskLink(**twin))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_merged_task_leaves_the_books_for_another(city):
    task, into = city.task("1"), city.task("2")
    tie = operations.merge(task, into, "两处同一条河", city.office)
    assert (task.state, into.state) == (TaskState.MERGED, TaskState.IN_RECTIFICATION)
    assert kinds(task)[-1] is EventKind.MERGED
    assert kinds(into)[-1] is EventKind.LINKED
    with pytest.raises(Refusal, match="不能解除"):
        operations.unlink(tie, "反悔", city.office)
    with pytest.raises(Refusal, match="第1项不在账"):
        operations.merge(into, task, "并回去", city.office)


def test_only_what_was_struck_off_relapses(city):
    with pytest.raises(Refusal, match="已销号"):
        operations.link(city.task("1"), city.task("2"), LinkKind.RELAPSE_OF, "反弹", city.office)


def test_a_deadline_follows_that_of_the_other_task(city):
    first, second, third = (city.task(number) for number in "123")
    operations.link(second, first, LinkKind.SAME_DEADLINE_AS, "原文", city.office)
    operations.link(third, second, LinkKind.SAME_DEADLINE_AS, "原文", city.office)
    original = third.original_due_on
    set_deadline(city, first, LATER.due_on)
    assert second.due_on == third.due_on == LATER.due_on
    assert third.original_due_on == original
    newest = queries.events_of(third.id)[0]
    assert newest.kind is EventKind.DEADLINE_SET
    assert newest.after["follows"] == "2"


def test_a_task_takes_over_the_deadline_when_it_begins_to_follow_and_keeps_it_afterwards(city):
    first, second = city.task("1", deadline=LATER), city.task("2")
    tie = operations.link(second, first, LinkKind.SAME_DEADLINE_AS, "原文", city.office)
    assert second.due_on == LATER.due_on
    operations.unlink(tie, "另定", city.office)
    set_deadline(city, first, read_deadline("2032年底前").due_on)
    assert second.due_on == LATER.due_on


def test_nobody_follows_two_and_no_ring_is_closed(city):
    first, second, third = (city.task(number) for number in "123")
    operations.link(second, first, LinkKind.SAME_DEADLINE_AS, "", city.office)
    operations.link(third, second, LinkKind.SAME_DEADLINE_AS, "", city.office)
    with pytest.raises(Refusal, match="已经随另一项"):
        operations.link(second, third, LinkKind.SAME_DEADLINE_AS, "", city.office)
    with pytest.raises(Refusal, match="随本项"):
        operations.link(first, third, LinkKind.SAME_DEADLINE_AS, "", city.office)


def test_what_is_struck_off_follows_no_more(city):
    first, second, third = (city.task(number) for number in "123")
    operations.link(second, first, LinkKind.SAME_DEADLINE_AS, "", city.office)
    operations.merge(second, third, "并入", city.office)
    before = second.due_on
    set_deadline(city, first, LATER.due_on)
    assert second.due_on == before
