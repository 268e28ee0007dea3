"""Whatever is written into one cell is read back as the same values."""

from datetime import date

import pytest

from app.access.actor import Part
from app.deadlines.phrases import read_deadline
from app.intake.parsing.dues import with_day
from app.intake.parsing.labels import Field
from app.intake.parsing.markers import other_numbers
from app.intake.parsing.measures import read_measures
from app.intake.parsing.pieces import Piece
from app.intake.parsing.units import UnitRole, read_units
from app.intake.snapshot.wording import day_of, measures_text, numbers_text, units_text


def measure(text, units=(), raw=None, due=None):
    deadline = raw and {"raw": raw, "due_on": due, "needs_review": False}
    return {"text": text, "units": list(units), "deadline": deadline}


@pytest.mark.parametrize(
    "measures",
    [
        [measure("加强监管")],
        [measure("排查管网，2025年6月底前完成。", (), "2025年6月底前", "2025-06-30")],
        [
            measure(
                "改造混接点。", ["清江市水务局", "白石县人民政府"], "2026年5月前", "2026-05-31"
            ),
            measure("长期养护", (), "长期坚持"),
            measure("建立台账", ["清江市水务局"]),
        ],
        [measure("分两步：1.巡查；2.养护。"), measure("（1）先查、（2）后治")],
        [measure("尽快补植", (), "尽快", "2026-06-30")],
    ],
)
def test_measures_read_back(measures):
    text = measures_text(measures)
    read = read_measures([Piece(Field.MEASURES, "", text, ())], None)
    told = [each.deadline and (each.deadline.raw, each.deadline.due_on) for each in read]
    assert [each.text for each in read] == [each["text"] for each in measures]
    assert [list(each.units) for each in read] == [each["units"] for each in measures]
    assert told == [
        deadline
        and (deadline["raw"], deadline["due_on"] and date.fromisoformat(deadline["due_on"]))
        for deadline in (each["deadline"] for each in measures)
    ]
    assert not any(each.deadline and each.deadline.needs_review for each in read)


def test_units_and_numbers_read_back():
    names = ["清江市水务局", "白石县人民政府", "清江市高新区管委会"]
    assert read_units(units_text(names, Part.LEAD), UnitRole.LEAD).names() == names
    numbers = [{"level": "province", "number": "23"}, {"level": "city", "number": "9-2"}]
    assert other_numbers(numbers_text(numbers)) == (("province", "23"), ("city", "9-2"))
    assert numbers_text([{"level": "section", "number": "1"}]) is None


@pytest.mark.parametrize(
    ("raw", "due", "kind"),
    [
        ("2026年5月前", "2026-04-30", "by_date"),
        ("2025年底前完成并长期坚持", "2025-12-31", "by_date"),
        ("尽快", "2026-06-30", "by_date"),
        ("尽快", None, "fuzzy"),
        ("2025年底前", "2026-03-31", "by_date"),
        ("立行立改", None, "immediate"),
        ("202312底前", "2023-12-31", "by_date"),
    ],
)
def test_a_settled_day_wins_over_its_wording(raw, due, kind):
    day = day_of({"raw": raw, "due_on": due, "needs_review": False})
    read = with_day(read_deadline(raw), str(day))
    assert (read.raw, read.kind.value) == (raw, kind)
    assert (read.due_on and read.due_on.isoformat()) == due
    assert not read.needs_review


def test_a_day_that_contradicts_the_wording_is_asked_about():
    assert with_day(read_deadline("2025年底前"), "2026-03-31").needs_review
    assert with_day(read_deadline("2025年底前"), "明天").needs_review
    assert day_of({"raw": "x", "due_on": None, "needs_review": True}) is None
    assert day_of(None) is None
