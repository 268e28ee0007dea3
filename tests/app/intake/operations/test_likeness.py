from io import BytesIO

import pytest

from app.inspections import operations as inspections
from app.inspections.drafts import ListDraft
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.operations.likeness import digest_of
from app.intake.vocabulary import ImportState
from tests.app.intake.conftest import Take
from tests.app.intake.papers import PLAN
from tests.factories.city import City

CASES = (
    "受理编号\t行政区域\t反映问题\t污染类型\t调查核实情况\t是否属实\t处理和整改情况\n"
    "D1001\t北城区\t某厂夜间噪声扰民\t噪声\t经查属实\t属实\t责令整改\n"
    "D1002\t南城区\t河道有异味\t水\t经查不属实\t不属实\t无\n"
)


def told(document: IntakeDocument, city: City) -> list[str]:
    return [str(notice) for notice in operations.notices(document, city.office)]


def other_list(city: City) -> City:
    draft = ListDraft(code="C9", name="另一清单", document_prefix="清另台账")
    city.list = inspections.create_list(city.list.inspection, draft, city.office)
    return city


def test_the_same_file_in_another_list_is_told_and_not_refused(take: Take, city: City) -> None:
    take(PLAN)
    other_list(city)
    document = operations.receive(BytesIO(PLAN.encode()), "again.txt", city.list, city.office)

    assert document.state is ImportState.REVIEW
    (notice,) = told(document, city)
    assert "同一份文件" in notice
    assert "“整改清单”（list.txt）" in notice


def test_equal_items_under_another_name_and_type_are_told(take: Take, city: City) -> None:
    take(PLAN)
    page = "".join(f"<p>{line}</p>" for line in PLAN.splitlines())
    document = take(f"<html><body>{page}</body></html>", "整改清单.html")

    (notice,) = told(document, city)
    assert "“list.txt”内容相同" in notice
    changed = take(PLAN.replace("雨天溢流频繁", "雨天溢流"), "改.txt")
    assert told(changed, city) == []


def test_what_was_given_up_or_undone_is_not_told(take: Take, city: City) -> None:
    first = take(PLAN)
    operations.abandon(first, city.office)
    assert told(take(PLAN), city) == []


def test_an_undone_file_may_come_again_and_a_standing_one_not(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)
    with pytest.raises(operations.Duplicate):
        take(PLAN, "again.txt")
    operations.undo(document, city.office)
    assert take(PLAN, "again.txt").state is ImportState.REVIEW


def test_a_list_of_cases_is_recognised_too(take: Take, city: City) -> None:
    first = take(CASES, "第1批.txt")
    assert first.kind == "cases"
    with pytest.raises(operations.Duplicate):
        take(CASES, "again.txt")
    again = take(CASES.replace("\t", "|"), "第1批.md")
    assert again.digest == first.digest
    assert "“第1批.txt”内容相同" in told(again, city)[0]


def test_nobody_is_told_of_an_import_of_another_office(take: Take, city: City) -> None:
    take(PLAN)
    again = take(PLAN.replace("(2)改造", " (2)改造"), "again.txt")
    assert told(again, city)
    assert operations.notices(again, city.outsider) == []


def test_a_document_without_items_is_like_no_other() -> None:
    assert digest_of({"items": []}) is None
