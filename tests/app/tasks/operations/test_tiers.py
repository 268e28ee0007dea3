import pytest

from app.access.actions import TaskAction
from app.closeout import operations as closeout
from app.deadlines.phrases import read_deadline
from app.tasks import operations, queries
from app.tasks.drafts import Amendment, ReportDraft
from app.tasks.operations import Deed
from app.tasks.vocabulary import EventKind, NumberLevel, Pace, TaskState
from app.wording import Moved, Refusal
from app.workflow import IllegalAction

YEAR_END = read_deadline("2029年12月底前")


def apply(seat, task):
    if task.latest_report_id is None:
        operations.report_progress(task, ReportDraft("完工", 100, Pace.ON_SCHEDULE), seat.worker)
    return closeout.apply(task, "自查完成，达到目标。", seat.worker)


def merge_away(seat, task):
    """The shortest way off the books."""
    into = seat.task(f"{task.number}00")
    operations.merge(task, into, "两项合办", seat.office)


def test_each_tier_keeps_the_numbers_of_those_above(province):
    top = province.province.task("23")
    middle = province.city.child(top, province.province.office, "9")
    low = province.county.child(middle, province.city.office, "8")
    assert {one.level: one.number for one in low.numbers} == {
        NumberLevel.PROVINCE: "23", NumberLevel.CITY: "9",
    }  # fmt: skip
    assert queries.children_of(top.id) == [middle]
    (told,) = [one for one in queries.events_of(top.id) if one.kind is EventKind.DECOMPOSED]
    assert (told.after["list"], told.after["number"]) == ("云泽市整改清单", "9")
    with pytest.raises(Refusal, match="第三级"):
        province.county.child(low, province.county.office, "80")


def test_a_task_goes_down_or_stays_but_never_up_or_aside(province):
    task = province.county.task("8")
    for seat in (province.city, province.province, province.other_county):
        with pytest.raises(Refusal, match="本级或下级"):
            seat.child(task, seat.office, "1")
    assert province.county.child(task, province.county.office, "9").parent is task


def test_a_child_is_due_no_later_than_its_parent(province):
    parent = province.city.task("9", deadline=YEAR_END)
    for late in ("2030年1月底前", "长期坚持"):
        with pytest.raises(Refusal, match="2029年12月31日"):
            province.county.child(parent, province.city.office, deadline=read_deadline(late))
    for number, early in enumerate(("2029年12月底前", "2029年6月底前", "立行立改"), start=1):
        child = province.county.child(
            parent, province.city.office, str(number), deadline=read_deadline(early)
        )
        assert child.parent is parent


@pytest.mark.parametrize("action", [TaskAction.EXTEND, TaskAction.SET_DEADLINE, TaskAction.AMEND])
def test_no_later_change_parts_the_two_deadlines(province, action):
    parent = province.city.task("9", deadline=YEAR_END)
    child = province.county.child(
        parent, province.city.office, deadline=read_deadline("2029年6月底前")
    )
    late, early = read_deadline("2030年1月底前").due_on, read_deadline("2029年5月底前").due_on
    with pytest.raises(Refusal, match=r"2030年1月31日，晚于上级第9项的时限2029年12月31日"):
        operations.move(child, Deed(action, changes={"due_on": late}), province.county.office)
    with pytest.raises(
        Refusal, match=r"2029年5月31日：下级任务东山县1（东山县水务局）的时限是2029年6月30日"
    ):
        operations.move(parent, Deed(action, changes={"due_on": early}), province.city.office)
    assert (child.due_on, parent.due_on) == (
        read_deadline("2029年6月底前").due_on, YEAR_END.due_on,
    )  # fmt: skip
    operations.move(parent, Deed(action, changes={"due_on": late}), province.city.office)
    operations.move(child, Deed(action, changes={"due_on": late}), province.county.office)


def test_a_revised_edition_cannot_part_them_either(province):
    parent = province.city.task("9", deadline=YEAR_END)
    province.county.child(parent, province.city.office, deadline=YEAR_END)
    fields = {"deadline": {"deadline_wording": "2028年底前", "due_on": "2028-12-31"}}
    with pytest.raises(Refusal, match="2028年12月31日"):
        operations.amend(parent, Amendment(fields, "修订版"), province.city.office)


def test_a_parent_waits_for_every_child(province):
    parent = province.city.task("9")
    first = province.county.child(parent, province.city.office, "8")
    draft = operations.decompose(
        parent, province.other_county.list, province.other_county.draft("5"), province.city.office
    )
    with pytest.raises(Moved, match=r"2项.*东山县8（东山县水务局）、西岭县5（西岭县水务局）"):
        apply(province.city, parent)
    with pytest.raises(Moved, match="东山县8"):
        merge_away(province.city, parent)
    merge_away(province.county, first)
    with pytest.raises(Moved, match=r"1项.*西岭县5"):
        apply(province.city, parent)
    operations.hand_over(draft, province.other_county.office)
    merge_away(province.other_county, draft)
    apply(province.city, parent)
    assert parent.state is TaskState.CLOSING


def test_nothing_is_opened_below_what_is_closing_or_gone(province):
    closing, merged = province.city.task("1"), province.city.task("2")
    apply(province.city, closing)
    merge_away(province.city, merged)
    for parent in (closing, merged):
        with pytest.raises(IllegalAction):
            province.county.child(parent, province.city.office, "8")


def test_a_child_is_handed_over_after_its_parent(province):
    parent = operations.open_task(
        province.city.list, province.city.draft("9"), province.city.office
    )
    child = operations.decompose(
        parent, province.county.list, province.county.draft("8"), province.city.office
    )
    with pytest.raises(Moved, match="先交办上级任务"):
        operations.hand_over(child, province.county.office)
    operations.hand_over(parent, province.city.office)
    operations.hand_over(child, province.county.office)
