# ruff: noqa: E501  # texts of documents stand here as they are printed

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.access.actor import Part
from app.audit.models import AuditEntry
from app.clock import LOCAL, set_to
from app.database import db
from app.intake import operations
from app.intake.drafts import Answer
from app.intake.models import IntakeDocument
from app.intake.vocabulary import Decision, ImportState
from app.tasks.operations import hand_over
from app.tasks.queries import tasks_of_list
from app.wording import Moved, Refusal
from tests.app.intake.conftest import Take
from tests.app.intake.papers import DOUBTFUL, PLAN
from tests.app.intake.parsing.sheets import sheet, word
from tests.factories.city import City


def test_a_received_list_waits_for_review_and_opens_no_task(take: Take, city: City) -> None:
    document = take(PLAN)

    assert document.state is ImportState.REVIEW
    assert [row.number for row in document.rows] == ["1", "2", "3"]
    assert [row.doubts for row in document.rows] == [[], [], []]
    assert tasks_of_list(city.list.id) == []


def test_every_line_is_kept_with_what_became_of_it(take: Take) -> None:
    document = take(PLAN)

    states = {line["state"] for line in document.lines}
    assert states <= {"mapped", "ignored"}
    assert len(document.lines) == sum(bool(line.strip()) for line in PLAN.splitlines())


def test_short_and_full_names_lead_to_the_unit_of_the_directory(take: Take, city: City) -> None:
    row = take(PLAN).rows[0]

    found = {(each["part"], each["unit_id"]) for each in row.fields["units"]["value"]}
    assert found == {("responsible", city.water.id), ("supervising", city.housing.id)}


def test_confirming_opens_a_task_for_each_row_with_its_source(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)

    tasks = tasks_of_list(city.list.id)
    assert document.state is ImportState.CONFIRMED
    assert [task.number for task in tasks] == ["1", "2", "3"]
    assert [task.category.aspect.title for task in tasks] == [
        "水环境方面",
        "水环境方面",
        "面源污染方面",
    ]
    assert tasks[0].counting_unit_id == city.water.id
    assert [measure.text for measure in tasks[0].measures] == [
        "排查管网,2025年6月底前完成。",
        "改造混接点。",
    ]
    assert tasks[0].source is not None
    assert tasks[0].source["import_id"] == document.id
    assert [row.task_id for row in document.rows] == [task.id for task in tasks]


def test_the_same_file_is_refused_for_the_same_list_and_the_earlier_one_named(
    take: Take, city: City
) -> None:
    take(PLAN)

    with pytest.raises(operations.Duplicate, match=r"office.*list\.txt"):
        receive_again(city)


def receive_again(city: City) -> IntakeDocument:
    return operations.receive(BytesIO(PLAN.encode()), "again.txt", city.list, city.office)


def test_an_abandoned_file_may_come_again(take: Take, city: City) -> None:
    operations.abandon(take(PLAN), city.office)

    assert receive_again(city).state is ImportState.REVIEW


def doubt_codes(document: IntakeDocument) -> list[list[str]]:
    return [[doubt["code"] for doubt in row.doubts] for row in document.rows]


def test_unknown_units_wildcards_and_impossible_dates_are_doubts(take: Take) -> None:
    assert doubt_codes(take(DOUBTFUL)) == [
        ["unknown-unit", "by_date-deadline"],
        ["wildcard-unit", "invalid-deadline"],
        [],
    ]


def test_nothing_is_confirmed_while_something_is_doubtful(take: Take, city: City) -> None:
    document = take(DOUBTFUL)

    with pytest.raises(operations.OpenFindings, match="4处存疑"):
        operations.confirm(document, city.office)
    assert tasks_of_list(city.list.id) == []


def test_settled_doubts_let_the_import_be_confirmed(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    first, second, _ = document.rows
    operations.settle(
        first, ("units", "responsible:市渔政局"), Answer([], "清江市水务局"), city.office
    )
    operations.settle(first, ("deadline", ""), Answer([1]), city.office)
    wildcard = second.fields["units"]["doubts"][0]
    chosen = [city.county.id, city.government.id]
    operations.settle(second, ("units", wildcard["about"]), Answer(chosen), city.office)
    operations.settle(second, ("deadline", ""), Answer([], "2026年2月28日"), city.office)
    operations.confirm(document, city.office)

    tasks = tasks_of_list(city.list.id)
    assert str(tasks[0].due_on) == "2026-04-30"
    assert tasks[0].deadline_wording == "2026年5月前"
    assert str(tasks[1].due_on) == "2026-02-28"
    assert {unit.id for unit in tasks[1].units_as(Part.RESPONSIBLE)} == {
        city.county.id,
        city.government.id,
    }


def test_an_answer_that_is_no_date_or_no_known_unit_is_refused(take: Take, city: City) -> None:
    first = take(DOUBTFUL).rows[0]

    with pytest.raises(Refusal, match="不是日期"):
        operations.settle(first, ("deadline", ""), Answer([], "2026年13月"), city.office)
    with pytest.raises(Refusal, match="没有“渔业局”"):
        operations.settle(
            first, ("units", "responsible:市渔政局"), Answer([], "渔业局"), city.office
        )
    with pytest.raises(Refusal, match="请选"):
        operations.settle(first, ("deadline", ""), Answer([]), city.office)
    with pytest.raises(Refusal, match="请选"):
        operations.settle(first, ("deadline", ""), Answer([9]), city.office)
    with pytest.raises(Moved):
        operations.settle(first, ("target", ""), Answer([]), city.office)


def test_dropping_the_doubtful_rows_leaves_the_certain_ones(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    for row in document.rows[:2]:
        operations.decide(row, Decision.DROPPED, city.office)
    operations.confirm(document, city.office)

    assert [task.number for task in tasks_of_list(city.list.id)] == ["3"]


def test_a_doubtful_row_cannot_be_accepted_and_certain_ones_all_at_once(
    take: Take, city: City
) -> None:
    document = take(DOUBTFUL)

    with pytest.raises(Refusal, match="2处存疑"):
        operations.decide(document.rows[0], Decision.ACCEPTED, city.office)
    assert operations.accept_certain(document, city.office) == 1
    assert document.rows[2].decision is Decision.ACCEPTED


def test_two_items_with_one_number_are_doubtful_until_one_is_changed(
    take: Take, city: City
) -> None:
    document = take(PLAN.replace("2.污泥", "1.污泥"))
    assert doubt_codes(document) == [["duplicate-number"], ["duplicate-number"], []]

    operations.correct_field(document.rows[1], "number", "2", city.office)
    assert doubt_codes(document) == [[], [], []]

    operations.correct_field(document.rows[1], "number", "3", city.office)
    operations.decide(document.rows[2], Decision.DROPPED, city.office)
    assert doubt_codes(document) == [[], [], []]


def test_a_number_of_the_list_is_not_given_again(take: Take, city: City) -> None:
    city.task("2")
    document = take(PLAN)

    assert doubt_codes(document) == [[], [], []]
    with pytest.raises(operations.OpenFindings, match="修订"):
        operations.confirm(document, city.office)


def test_fields_can_be_corrected_and_units_are_resolved_again(take: Take, city: City) -> None:
    row = take(PLAN).rows[0]
    operations.correct_field(row, "problem", " 老城区管网混接 ", city.office)
    operations.correct_field(row, "deadline", "2027-03-31", city.office)
    operations.correct_units(row, Part.RESPONSIBLE, "白石县人民政府、市渔政局", city.office)

    assert row.fields["problem"]["value"] == "老城区管网混接"
    assert row.fields["deadline"]["value"]["due_on"] == "2027-03-31"
    assert row.fields["deadline"]["value"]["raw"] == "2026年12月底前"
    assert [doubt["about"] for doubt in row.doubts] == ["responsible:市渔政局"]

    operations.correct_units(row, Part.RESPONSIBLE, "", city.office)
    assert [doubt["code"] for doubt in row.doubts] == ["missing-unit"]
    with pytest.raises(Refusal, match="不能空着"):
        operations.correct_field(row, "problem", " ", city.office)
    with pytest.raises(Refusal, match="不能改"):
        operations.correct_field(row, "source", "x", city.office)


def test_missing_units_numbers_and_deadlines_are_asked_for(take: Take, city: City) -> None:
    row = take("整改清单\n整改任务:河道垃圾堆积\n整改目标:清理干净\n").rows[0]
    assert [doubt["code"] for doubt in row.doubts] == [
        "missing-number",
        "missing-unit",
        "missing-deadline",
    ]

    operations.correct_field(row, "number", "7", city.office)
    operations.settle(row, ("units", ""), Answer([city.water.id]), city.office)
    operations.settle(row, ("deadline", ""), Answer([0]), city.office)
    operations.confirm(row.document, city.office)
    task = tasks_of_list(city.list.id)[0]
    assert (task.number, task.due_on, task.category.title) == ("7", None, "（未分类别）")


def test_unexplained_lines_block_until_they_are_set_aside(take: Take, city: City) -> None:
    document = take(PLAN)
    document.lines = [{**document.lines[0], "state": "unexplained"}, *document.lines[1:]]
    with pytest.raises(operations.OpenFindings, match="1行未解释"):
        operations.confirm(document, city.office)

    operations.set_lines_aside(document, [document.lines[0]["number"]], city.office)
    operations.confirm(document, city.office)
    assert document.state is ImportState.CONFIRMED


def test_an_import_is_undone_whole_while_nothing_was_built_on_it(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)
    operations.undo(document, city.office)

    assert document.state is ImportState.UNDONE
    assert tasks_of_list(city.list.id) == []
    assert receive_again(city).rows[0].doubts == []


def test_an_import_whose_tasks_were_handed_over_stays(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)
    hand_over(tasks_of_list(city.list.id)[1], city.office)

    with pytest.raises(Moved, match="第2项"):
        operations.undo(document, city.office)
    assert len(tasks_of_list(city.list.id)) == 3


def test_after_seven_days_an_import_stays(take: Take, city: City) -> None:
    document = take(PLAN)
    with set_to(datetime(2026, 3, 1, 9, tzinfo=LOCAL)):
        operations.confirm(document, city.office)
    with set_to(datetime(2026, 3, 8, 10, tzinfo=LOCAL)), pytest.raises(Moved, match="7日"):
        operations.undo(document, city.office)


def test_a_confirmed_import_cannot_be_corrected_or_confirmed_again(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)

    with pytest.raises(Moved):
        operations.correct_field(document.rows[0], "problem", "别的", city.office)
    with pytest.raises(Refusal):
        operations.confirm(document, city.office)


def test_an_unreadable_file_leaves_nothing_behind(take: Take, city: City) -> None:
    with pytest.raises(Refusal):
        operations.receive(BytesIO(b""), "empty.txt", city.list, city.office)
    assert db.session.query(IntakeDocument).count() == 0


def test_word_and_excel_lists_are_taken_in_like_text(city: City, tmp_path: Path) -> None:
    def build(document: Any) -> None:
        for line in PLAN.splitlines():
            document.add_paragraph(line)

    rows = [["序号", "问题", "责任单位", "督导单位", "整改时限"]]
    rows += [["9", "扬尘", "清江市住建局", "清江市水务局", "2026年底前"]]
    for file, count in ((word(tmp_path, build), 3), (sheet(tmp_path, rows), 1)):
        with file.open("rb") as stream:
            document = operations.receive(stream, file.name, city.list, city.office)
        assert [row.doubts for row in document.rows] == [[]] * count
        operations.confirm(document, city.office)
    assert [task.number for task in tasks_of_list(city.list.id)] == ["1", "2", "3", "9"]


def test_what_was_done_is_written_down(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.correct_field(document.rows[0], "target", "全部改造", city.office)
    operations.confirm(document, city.office)

    wanted = select(AuditEntry).where(AuditEntry.action.startswith("intake:"))
    told = db.session.scalars(wanted.order_by(AuditEntry.position)).all()
    assert [entry.action for entry in told] == [
        "intake:receive",
        "intake:correct",
        "intake:confirm",
    ]
    assert told[1].before == {"target": "管网混接全部改造。"}
    assert told[2].after == {"state": "confirmed", "tasks": 3}


def test_dates_of_measures_and_other_units_are_asked_about_too(take: Take, city: City) -> None:
    text = (
        "整改清单\n1.混接。\n责任单位:区政府、各乡镇、各开发区、市直各部门\n督导单位:清江市住建局\n"
        "整改时限:2026年前\n整改措施:(1)排查,10月底前完成。(2)采购(时限:2026年汛期前)。\n"
    )
    row = take(text).rows[0]
    codes = [doubt["code"] for doubt in row.doubts]
    assert codes.count("wildcard-unit") == 3
    assert codes.count("placeless-unit") == 1
    dates = [doubt for doubt in row.doubts if doubt["code"].endswith("deadline")]
    assert [doubt["about"] for doubt in dates] == ["", "0", "1"]
    assert [option["label"] for option in dates[0]["options"]] == [
        "2026年12月31日",
        "2025年12月31日",
    ]
    assert dates[1]["options"] == []

    operations.settle(row, ("measures", "0"), Answer([], "2026-10-31"), city.office)
    operations.settle(row, ("measures", "1"), Answer([0]), city.office)
    measures = row.fields["measures"]["value"]
    assert measures[0]["deadline"]["due_on"] == "2026-10-31"
    assert measures[1]["deadline"]["raw"] == "2026年汛期前"


def test_an_item_without_a_problem_is_asked_for_it(take: Take, city: City) -> None:
    row = take(
        "清单\n1.责任单位:清江市水务局 整改时限:长期坚持\n2.责任单位:清江市水务局 整改时限:长期坚持\n"
    ).rows[0]
    assert [doubt["code"] for doubt in row.doubts] == ["missing-problem"]

    operations.settle(row, ("problem", ""), Answer([], "河道淤积"), city.office)
    assert row.doubts == []


def test_an_import_of_nothing_is_not_confirmed(take: Take, city: City) -> None:
    document = take(PLAN)
    for row in document.rows:
        operations.decide(row, Decision.DROPPED, city.office)

    with pytest.raises(Refusal, match="没有要入账"):
        operations.confirm(document, city.office)


def test_numbers_of_other_levels_go_with_the_task(take: Take, city: City) -> None:
    document = take(
        PLAN.replace("1.老城区", "序号1(省序号二十三) 老城区")
        .replace("2.污", "序号2 污")
        .replace("3.白", "序号3 白")
    )
    operations.confirm(document, city.office)

    assert [(each.level.value, each.number) for each in tasks_of_list(city.list.id)[0].numbers] == [
        ("province", "23")
    ]
