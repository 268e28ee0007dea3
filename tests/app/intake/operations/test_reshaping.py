"""Rows that are cut, put together and added; their lines go along, and every step can be undone."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.audit.models import AuditEntry
from app.database import db
from app.intake import operations
from app.intake.drafts import Answer
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import Cut
from app.intake.vocabulary import Decision
from app.tasks.queries import tasks_of_list
from app.wording import Moved, Refusal
from tests.app.intake.conftest import Take
from tests.app.intake.papers import DOUBTFUL, PLAN
from tests.factories.city import City

Deed = Callable[[IntakeDocument], object]


def rows(document: IntakeDocument) -> list[IntakeRow]:
    db.session.flush()
    db.session.refresh(document)
    return document.rows


def told(document: IntakeDocument) -> tuple[object, ...]:
    """Everything that a person could see of a review."""
    kept = [
        (row.position, row.number, row.fields, row.decision, row.asked) for row in rows(document)
    ]
    return kept, document.lines


def owned(document: IntakeDocument) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for line in document.lines:
        if line["item"] is not None:
            found.setdefault(line["item"], []).append(line["number"])
    return found


def adds_up(document: IntakeDocument) -> bool:
    """Every line has a state, and the row that it belongs to is there."""
    states = {line["state"] for line in document.lines}
    items = {line["item"] for line in document.lines} - {None}
    return states <= {"mapped", "ignored", "unexplained"} and items <= set(
        range(len(document.rows))
    )


def measures(row: IntakeRow) -> list[str]:
    return [each["text"] for each in row.fields["measures"]["value"]]


def problems(document: IntakeDocument) -> list[str]:
    return [row.fields["problem"]["value"] for row in rows(document)]


def test_a_row_is_cut_between_two_measures(take: Take, city: City) -> None:
    document = take(PLAN)
    new = operations.split(rows(document)[0], Cut("measure", 1), city.office)

    first, second, third, fourth = rows(document)
    assert new is second
    assert (measures(first), measures(second)) == (
        ["排查管网,2025年6月底前完成。"],
        ["改造混接点。"],
    )
    assert [row.number for row in (first, second, third, fourth)] == ["1", None, "2", "3"]
    assert [doubt["code"] for doubt in second.doubts] == ["missing-number"]
    assert second.fields["units"]["value"] == first.fields["units"]["value"]
    assert owned(document)[2][0] == 13
    assert adds_up(document)


def test_a_row_is_cut_between_two_sentences(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.split(rows(document)[0], Cut("text", 1), city.office)

    first, second = rows(document)[:2]
    assert first.fields["problem"]["value"] == "老城区污水管网混接。"
    assert second.fields["problem"]["value"] == "雨天溢流频繁。"
    assert (len(measures(first)), measures(second)) == (2, [])


def test_two_rows_that_were_put_together_come_apart_at_their_line(take: Take, city: City) -> None:
    document = take(PLAN)
    apart = told(document)
    operations.merge(rows(document)[1], city.office)
    together = rows(document)[0]
    assert problems(document)[0] == "老城区污水管网混接。雨天溢流频繁。污泥处置不规范。"
    assert len(measures(together)) == 3
    assert [doubt["code"] for doubt in together.doubts] == ["merged-deadline"]
    assert owned(document) == {0: list(range(5, 19)), 1: list(range(21, 28))}

    operations.split(together, Cut("line", 13), city.office)
    first, second, third = rows(document)
    assert (first.number, second.number, third.number) == ("1", "2", "3")
    assert document.lines == apart[1]
    for before, after in zip(apart[0], (first, second), strict=False):
        for name in ("units", "deadline", "target"):
            assert after.fields[name]["value"] == before[2][name]["value"], name
    assert (len(measures(first)), measures(second)) == (2, ["加强监管。"])


def test_a_cut_where_no_item_begins_loses_nothing(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.merge(rows(document)[1], city.office)
    operations.split(rows(document)[0], Cut("line", 14), city.office)

    first, second = rows(document)[:2]
    assert len(measures(first)) == 2
    assert "污泥规范处置率达到95%以上" in second.fields["problem"]["value"]
    assert owned(document)[1] == [14, 15, 16, 17, 18]
    assert adds_up(document)


OUTSIDE = [
    Cut("line", 5), Cut("line", 99), Cut("measure", 0), Cut("measure", 2), Cut("text", 0),
    Cut("text", 9), Cut("word", 1),
]  # fmt: skip


@pytest.mark.parametrize("cut", OUTSIDE)
def test_a_cut_outside_the_row_is_refused(take: Take, city: City, cut: Cut) -> None:
    with pytest.raises(Refusal, match="请选定从哪里分开"):
        operations.split(rows(take(PLAN))[0], cut, city.office)


def test_the_first_row_has_none_to_go_into(take: Take, city: City) -> None:
    with pytest.raises(Moved, match="第一项"):
        operations.merge(rows(take(PLAN))[0], city.office)


def test_doubts_of_both_rows_are_asked_of_the_row_that_they_become(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    operations.merge(rows(document)[1], city.office)

    codes = {doubt["code"] for doubt in rows(document)[0].doubts}
    assert codes == {"unknown-unit", "wildcard-unit", "merged-deadline"}
    operations.settle(rows(document)[0], ("deadline", ""), Answer([0]), city.office)
    assert rows(document)[0].fields["deadline"]["value"]["due_on"] == "2026-05-31"


def loose(document: IntakeDocument, city: City) -> list[int]:
    """Let the lines of the second row belong to none, as if the reader had not known them."""
    numbers = [line["number"] for line in document.lines if line["item"] == 1]
    operations.decide(document.rows[1], Decision.DROPPED, city.office)
    document.lines = [
        {**line, "state": "unexplained", "label": "", "item": None}
        if line["number"] in numbers
        else line
        for line in document.lines
    ]
    return numbers


def test_a_row_is_made_of_lines_that_belonged_to_none(take: Take, city: City) -> None:
    document = take(PLAN)
    numbers = loose(document, city)
    new = operations.add(document, numbers, 0, city.office)

    assert new.position == 2
    assert [row.number for row in rows(document)] == ["1", "2", "2", "3"]
    assert rows(document)[1].fields["target"]["value"] == "污泥规范处置率达到95%以上。"
    assert rows(document)[1].doubts == []
    assert owned(document)[1] == numbers
    assert owned(document)[3][0] == 21
    assert adds_up(document)


def test_lines_of_another_row_are_not_taken_away(take: Take, city: City) -> None:
    document = take(PLAN)
    before = owned(document)
    new = operations.add(document, [5, 6, 7], 3, city.office)

    assert new.position == 4
    assert owned(document) == before
    assert {doubt["code"] for doubt in new.doubts} == {
        "missing-number", "missing-problem", "missing-unit", "missing-deadline",
    }  # fmt: skip


DEEDS: dict[str, Callable[[IntakeDocument, City], object]] = {
    "split": lambda document, city: operations.split(document.rows[0], Cut("line", 6), city.office),
    "merge": lambda document, city: operations.merge(document.rows[2], city.office),
    "add": lambda document, city: operations.add(document, [], 1, city.office),
    "drop": lambda document, city: operations.decide(
        document.rows[0], Decision.DROPPED, city.office
    ),
    "accept": lambda document, city: operations.accept_certain(document, city.office),
    "correct": lambda document, city: operations.correct_field(
        document.rows[0], "number", "3", city.office
    ),
    "settle": lambda document, city: operations.settle(
        document.rows[0], ("units", "responsible:市渔政局"), Answer(typed="市水务局"), city.office
    ),
    "aside": lambda document, city: operations.set_lines_aside(document, [1], city.office),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_can_be_taken_back(take: Take, city: City, deed: str) -> None:
    document = take(DOUBTFUL)
    before = told(document)
    DEEDS[deed](document, city)
    if deed != "aside":
        assert told(document) != before
    operations.take_back(document, city.office)
    assert told(document) == before
    with pytest.raises(Moved, match="没有可以撤销"):
        operations.take_back(document, city.office)


def test_all_steps_can_be_taken_back_one_after_the_other(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    seen = [told(document)]
    for deed in ("merge", "split", "add", "settle", "correct", "accept"):
        DEEDS[deed](document, city)
        seen.append(told(document))
    for before in reversed(seen[:-1]):
        operations.take_back(document, city.office)
        assert told(document) == before


def test_what_was_cut_and_added_becomes_tasks(take: Take, city: City) -> None:
    document = take(PLAN)
    new = operations.split(rows(document)[0], Cut("measure", 1), city.office)
    operations.correct_field(new, "number", "1-2", city.office)
    operations.confirm(document, city.office)

    assert [task.number for task in tasks_of_list(city.list.id)] == ["1", "1-2", "2", "3"]
    with pytest.raises(Moved):
        operations.take_back(document, city.office)


def test_the_trail_tells_of_rows_cut_merged_added_and_taken_back(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.split(rows(document)[0], Cut("measure", 1), city.office)
    operations.merge(rows(document)[1], city.office)
    operations.add(document, [], 1, city.office)
    operations.take_back(document, city.office)

    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.position)).all()
    assert [entry.after for entry in entries if entry.action == "intake:correct"] == [
        {"split": 2}, {"merged": 2}, {"added": []}, {"taken_back": "新增一项"},
    ]  # fmt: skip


def test_a_step_taken_back_never_reaches_into_another_import(take: Take, city: City) -> None:
    """SQLite gives the number of the last row again once it is gone."""
    first = take(PLAN)
    before = told(first)
    operations.merge(rows(first)[-1], city.office)
    db.session.flush()
    other = take(PLAN.replace("管网", "泵站"), "other.txt")
    kept = told(other)

    operations.take_back(first, city.office)
    db.session.flush()
    db.session.expire_all()
    assert told(other) == kept
    assert problems(first) == [fields for fields in problems(first) if "泵站" not in fields]
    assert len(rows(first)) == len(before[0])
