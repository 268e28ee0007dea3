from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

import pytest

from app.access.actor import Part
from app.clock import LOCAL, set_to, today
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.operations import revision
from app.intake.vocabulary import Decision, ImportState
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.operations import hand_over, report_progress, sign
from app.tasks.queries import Scope, events_of, standing, tasks_of_list
from app.tasks.vocabulary import EventKind, Pace, TaskState
from app.wording import Moved, Refusal
from tests.app.intake.conftest import Take
from tests.app.intake.papers import PLAN
from tests.factories.city import City

REVISED = (
    PLAN.replace("雨天溢流频繁。", "雨天溢流频繁，影响东河水质。")
    .replace("整改时限:2026年12月底前", "整改时限:2027年6月底前")
    .replace("责任单位:白石县人民政府", "责任单位:清江市水务局")
    .replace("(2)改造混接点。", "(2)改造混接点36处。\n(3)建立巡查制度。")
    .replace(
        "二、面源污染方面",
        "4.泵站停运。\n责任单位:市水务局\n督导单位:市住建局\n整改时限:2026年9月底前\n二、面源污染方面",
    )
)
WITHOUT_THE_SECOND = PLAN[: PLAN.index("2.污泥")] + PLAN[PLAN.index("二、面源") :]


def confirmed(take: Take, city: City, text: str = PLAN) -> list[Task]:
    operations.confirm(take(text), city.office)
    return list(tasks_of_list(city.list.id))


def by_number(compared: revision.Revision) -> Mapping[str | None, revision.Compared]:
    return {one.match.row.number: one for one in compared.compared}


def accept_all(document: IntakeDocument, city: City) -> None:
    revision.accept_unchallenged(document, city.office)
    revision.keep_unlisted(document, city.office)


def test_an_edition_is_compared_field_by_field(take: Take, city: City) -> None:
    confirmed(take, city)
    found = operations.revision_of(take(REVISED, "修订版.txt"))
    rows = by_number(found)

    changed = {number: [one.field for one in each.changes] for number, each in rows.items()}
    assert changed == {
        "1": ["problem", "deadline", "measures"],
        "2": [],
        "3": ["units"],
        "4": [],
    }
    assert rows["4"].match.task is None
    assert not rows["4"].match.is_open
    assert found.unlisted == []
    assert found.undecided == 4


def test_a_first_import_is_no_revision(take: Take) -> None:
    assert not operations.is_revising(take(PLAN))


def test_nothing_is_confirmed_before_every_difference_is_answered(take: Take, city: City) -> None:
    confirmed(take, city)
    document = take(REVISED, "修订版.txt")

    with pytest.raises(operations.OpenFindings, match="4处修订"):
        operations.confirm(document, city.office)
    assert revision.accept_unchallenged(document, city.office) == 4
    operations.confirm(document, city.office)
    assert document.state is ImportState.CONFIRMED


def test_what_was_accepted_is_done_and_what_was_refused_is_not(take: Take, city: City) -> None:
    first, _, third = confirmed(take, city)
    hand_over(first, city.office)
    document = take(REVISED, "修订版.txt")
    row = str(document.rows[0].id)
    refused = revision.Answers(changes={(row, "problem"): False})
    revision.answer(document, refused, city.office)
    accept_all(document, city)
    operations.confirm(document, city.office)

    tasks = tasks_of_list(city.list.id)
    assert [task.number for task in tasks] == ["1", "2", "3", "4"]
    assert first.problem == "老城区污水管网混接。雨天溢流频繁。"
    assert (first.due_on, first.original_due_on) == (date(2027, 6, 30), date(2026, 12, 31))
    assert first.original_wording == "2026年12月底前"
    assert [measure.text for measure in first.measures] == [
        "排查管网,2025年6月底前完成。",
        "改造混接点36处。",
        "建立巡查制度。",
    ]
    assert {unit.id for unit in third.units_as(Part.RESPONSIBLE)} == {city.water.id}
    assert third.counting_unit_id == city.water.id
    ended = [link for link in third.links if link.ends_on is not None]
    assert [link.unit_id for link in ended] == [city.county.id]

    event = events_of(first.id)[0]
    assert event.kind is EventKind.AMENDED
    assert event.before["fields"]["measures"][1]["text"] == "改造混接点。"
    assert (event.before["due_on"], event.after["due_on"]) == ("2026-12-31", "2027-06-30")
    assert event.due_on == date(2027, 6, 30)
    assert "修订版.txt" in str(event.note)
    assert first.source is not None
    assert first.source["editions"][0]["amended"] == ["deadline", "measures"]


def test_figures_as_of_before_the_edition_keep_the_former_deadline(take: Take, city: City) -> None:
    with set_to(datetime(2026, 11, 20, 9, tzinfo=LOCAL)):
        hand_over(confirmed(take, city)[0], city.office)
    with set_to(datetime(2026, 11, 21, 9, tzinfo=LOCAL)):
        document = take(REVISED, "修订版.txt")
        accept_all(document, city)
        operations.confirm(document, city.office)
        due = []
        for hour in (8, 10):
            cutoff = datetime(2026, 11, 21, hour, tzinfo=LOCAL)
            stood = standing(Scope((city.list,), cutoff.date(), cutoff))
            due.append(db.session.execute(stood.select()).one().due_on)
    assert due == [date(2026, 12, 31), date(2027, 6, 30)]


def test_what_the_edition_leaves_out_is_no_change(take: Take, city: City) -> None:
    confirmed(take, city)
    document = take("序号\t问题\t进展情况\n1\t老城区污水管网混接。雨天溢流频繁。\t已改造12处\n")

    (one,) = operations.revision_of(document).compared
    assert [(change.field, change.new) for change in one.changes] == [("progress", "已改造12处")]
    assert document.rows[0].doubts == []


def test_an_answer_to_another_wording_does_not_count(take: Take, city: City) -> None:
    confirmed(take, city)
    document = take(REVISED, "修订版.txt")
    accept_all(document, city)
    operations.correct_field(
        document.rows[0], "problem", "老城区污水管网混接。雨天溢流频繁，河水发黑。", city.office
    )

    one = operations.revision_of(document).compared[0]
    assert [change.accepted for change in one.changes] == [None, True, True]


def test_a_task_that_is_no_longer_listed_goes_as_a_draft_and_stays_otherwise(
    take: Take, city: City
) -> None:
    _, second, _ = confirmed(take, city)
    document = take(WITHOUT_THE_SECOND, "修订版.txt")
    (gone,) = operations.revision_of(document).unlisted
    assert (gone.task, gone.withdrawn) == (second, True)

    gone_too = revision.Answers(unlisted={str(second.id): True})
    revision.answer(document, gone_too, city.office)
    operations.confirm(document, city.office)
    assert [task.number for task in tasks_of_list(city.list.id)] == ["1", "3"]
    operations.undo(document, city.office)
    back = tasks_of_list(city.list.id)[-1]
    assert (back.number, back.target) == ("2", "污泥规范处置率达到95%以上。")
    assert back.indicators


def test_a_task_handed_over_gets_a_note_that_it_is_no_longer_listed(take: Take, city: City) -> None:
    _, second, _ = confirmed(take, city)
    hand_over(second, city.office)
    document = take(WITHOUT_THE_SECOND, "修订版.txt")
    with pytest.raises(operations.OpenFindings):
        operations.confirm(document, city.office)
    gone_too = revision.Answers(unlisted={str(second.id): True})
    revision.answer(document, gone_too, city.office)
    operations.confirm(document, city.office)

    assert second in tasks_of_list(city.list.id)
    event = events_of(second.id)[0]
    assert event.kind is EventKind.UNLISTED
    assert event.note == "《修订版.txt》不再列入本项"


def test_a_supplement_does_not_take_the_rest_off_the_list(take: Take, city: City) -> None:
    confirmed(take, city)
    text = PLAN[PLAN.index("一、") : PLAN.index("2.污泥")].replace("1.老城区", "7.新城区某企业")
    found = operations.revision_of(take(text.replace("污水管网混接", "扬尘扰民"), "补充.txt"))

    assert (found.is_edition, found.unlisted, found.undecided) == (False, [], 0)


def test_where_numbers_moved_a_person_decides(take: Take, city: City) -> None:
    first, second, third = confirmed(take, city)
    new = "1.北郊采石场扬尘。\n责任单位:市水务局\n督导单位:市住建局\n整改时限:2026年8月底前\n"
    moved = PLAN.replace("3.白石县", "4.白石县").replace("2.污泥", "3.污泥")
    moved = moved.replace("1.老城区", f"{new}2.老城区")
    document = take(moved, "修订版.txt")
    found = operations.revision_of(document)
    asked = {one.match.row.number: one.match for one in found.compared}

    assert asked["2"].candidates[0] is first
    assert asked["3"].candidates[0] is second
    assert asked["4"].candidates == [third]
    assert asked["1"].candidates == [first]

    rows = {row.number: str(row.id) for row in document.rows}
    chosen = {rows["2"]: first.id, rows["3"]: second.id, rows["4"]: third.id, rows["1"]: 0}
    revision.answer(document, revision.Answers(chosen), city.office)
    compared = operations.revision_of(document)
    assert by_number(compared)["1"].taken
    with pytest.raises(Refusal):
        operations.confirm(document, city.office)
    operations.correct_field(document.rows[0], "number", "4", city.office)
    operations.correct_field(document.rows[3], "number", "5", city.office)
    operations.confirm(document, city.office)
    assert [(task.number, task.problem[:2]) for task in tasks_of_list(city.list.id)] == [
        ("1", "老城"), ("2", "污泥"), ("3", "白石"), ("4", "北郊"),
    ]  # fmt: skip


def close(task: Task, city: City) -> None:
    sign(task, city.worker)
    report_progress(task, ReportDraft("做完。", 100, Pace.ON_SCHEDULE), city.worker)
    closeout.apply(task, "全部措施完成，达到目标。", city.worker)
    seen = Finding("已看现场。", today())
    closeout.verify(task, seen, city.checker)
    closeout.accept(task, seen, city.checker)
    closeout.close(task, seen, city.office)


def test_a_closed_task_shows_its_changes_and_keeps_its_content(take: Take, city: City) -> None:
    first, _, _ = confirmed(take, city)
    hand_over(first, city.office)
    close(first, city)
    document = take(REVISED, "修订版.txt")
    one = operations.revision_of(document).compared[0]
    assert one.changes
    assert one.hindrance
    assert one.undecided == 0
    accept_all(document, city)
    operations.confirm(document, city.office)
    assert first.state is TaskState.CLOSED
    assert first.problem == "老城区污水管网混接。雨天溢流频繁。"


def test_an_edition_is_undone_by_events_of_their_own(take: Take, city: City) -> None:
    first, _, third = confirmed(take, city)
    hand_over(first, city.office)
    before = revision.comparing.present(first), revision.comparing.present(third)
    document = take(REVISED, "修订版.txt")
    accept_all(document, city)
    operations.confirm(document, city.office)
    operations.undo(document, city.office)

    assert (revision.comparing.present(first), revision.comparing.present(third)) == before
    assert [task.number for task in tasks_of_list(city.list.id)] == ["1", "2", "3"]
    assert first.source is not None
    assert first.source["editions"] == []
    assert [event.kind for event in events_of(first.id)][:2] == [EventKind.AMENDED] * 2


def test_an_edition_stays_once_its_tasks_have_gone_on(take: Take, city: City) -> None:
    first, _, _ = confirmed(take, city)
    document = take(REVISED, "修订版.txt")
    accept_all(document, city)
    operations.confirm(document, city.office)
    hand_over(first, city.office)

    with pytest.raises(Moved, match="第1项修订后又有变动"):
        operations.undo(document, city.office)
    assert document.state is ImportState.CONFIRMED


def test_a_row_left_out_neither_changes_its_task_nor_takes_it_off(take: Take, city: City) -> None:
    first, _, _ = confirmed(take, city)
    document = take(REVISED, "修订版.txt")
    operations.decide(document.rows[0], Decision.DROPPED, city.office)
    accept_all(document, city)
    operations.confirm(document, city.office)

    assert str(first.due_on) == "2026-12-31"
    assert operations.revision_of(document).unlisted == []


def test_the_same_file_may_come_again_after_it_was_undone(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)
    operations.undo(document, city.office)
    again = operations.receive(BytesIO(PLAN.encode()), "again.txt", city.list, city.office)
    assert not operations.is_revising(again)
