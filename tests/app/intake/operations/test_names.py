"""How names of units are suggested, settled in all rows, remembered and forgotten."""

import pytest

from app.access.actor import Part
from app.database import db
from app.intake import operations, queries
from app.intake.drafts import Answer
from app.intake.models import IntakeDocument
from app.intake.operations.directory import directory_for
from app.intake.operations.suggesting import suggestions
from app.units import operations as units
from app.units.drafts import UnitDraft
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel
from app.wording import Refusal
from tests.app.intake.conftest import Take
from tests.app.intake.papers import DOUBTFUL
from tests.factories.city import SET_UP, City

TWICE = DOUBTFUL.replace(
    "责任单位:清江市水务局\n督导单位:清江市住建局", "责任单位:清江市水务局\n督导单位:市渔政局"
)
WILD = DOUBTFUL.replace("责任单位:市渔政局", "责任单位:各县(市、区)政府")


def known(city: City):
    return directory_for(city.list.area)


def offered(name: str, city: City, code: str = "unknown-unit", sought: str = "") -> list[str]:
    doubt = {"code": code, "values": {"name": name}}
    return [each.label for each in suggestions(doubt, known(city), sought).options]


def chosen(name: str, city: City, sought: str = "") -> frozenset[int]:
    doubt = {"code": "unknown-unit", "values": {"name": name}}
    return suggestions(doubt, known(city), sought).chosen


@pytest.fixture
def bureaus(city: City) -> City:
    branch = UnitDraft(
        "清江市生态环境局白石分局", UnitKind.DEPARTMENT, UnitLevel.COUNTY, city.county.id
    )
    units.create_unit(branch, SET_UP)
    units.add_alias(city.housing, "清江市城乡建设委员会", AliasKind.FORMER, SET_UP)
    for place in ("北", "南", "东", "西", "中", "前"):
        town = UnitDraft(
            f"{place}溪镇人民政府", UnitKind.TOWNSHIP, UnitLevel.TOWNSHIP, city.county.id
        )
        units.create_unit(town, SET_UP)
    db.session.flush()
    return city


@pytest.mark.parametrize(
    ("name", "unit", "certain"),
    [
        ("市住房建设局", "清江市住建局", False),
        ("白石县环保局", "清江市生态环境局白石分局", True),
        ("市城乡建设委", "清江市住建局", True),
        ("市驻建局", "清江市住建局", True),
    ],
)
def test_the_unit_that_is_meant_comes_first(
    bureaus: City, name: str, unit: str, *, certain: bool
) -> None:
    assert offered(name, bureaus)[0] == unit
    assert len(offered(name, bureaus)) <= 5
    assert bool(chosen(name, bureaus)) is certain


def test_a_former_name_is_told_beside_the_unit(bureaus: City) -> None:
    doubt = {"code": "unknown-unit", "values": {"name": "市城乡建委会"}}
    first = suggestions(doubt, known(bureaus)).options[0]
    assert first.note % first.values == "曾用名：清江市城乡建设委员会"


def test_pinyin_is_understood_and_what_is_unclear_is_suggested(bureaus: City) -> None:
    assert offered("市渔政局", bureaus, sought="zjj")[0] == "清江市住建局"
    assert len(offered("", bureaus, sought="zhen")) <= 5
    assert offered("国网公司", bureaus) == []


def test_a_name_settled_once_is_settled_in_every_row(take: Take, city: City) -> None:
    document = take(TWICE)
    first, _, third = document.rows
    others = operations.settle(
        first, ("units", "responsible:市渔政局"), Answer([city.water.id]), city.office
    )

    assert others == 1
    supervising = next(
        each for each in third.fields["units"]["value"] if each["part"] == Part.SUPERVISING.value
    )
    assert (supervising["unit_id"], supervising["name"]) == (city.water.id, "市渔政局")
    assert third.doubts == []


def test_the_next_document_knows_the_name_until_it_is_forgotten(take: Take, city: City) -> None:
    first = take(DOUBTFUL).rows[0]
    place = ("units", "responsible:市渔政局")
    operations.settle(first, place, Answer([city.water.id]), city.office)

    again = take(TWICE.replace("1.老城区", "1.新城区"), "second.txt").rows[0]
    assert "unknown-unit" not in [doubt["code"] for doubt in again.doubts]
    unit = again.fields["units"]["value"][0]
    assert (unit["unit_id"], unit["remembered"]) == (city.water.id, True)

    (kept,) = queries.remembered_for(city.office)
    assert (kept.name, kept.unit.name, kept.filename) == ("市渔政局", "清江市水务局", "list.txt")
    assert queries.remembered_in("/999/") == {}
    operations.forget(kept, city.office)
    third = take(TWICE.replace("1.老城区", "1.旧城区"), "third.txt").rows[0]
    assert "unknown-unit" in [doubt["code"] for doubt in third.doubts]


def test_a_name_is_forgotten_with_the_step_that_taught_it(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    place = ("units", "responsible:市渔政局")
    operations.settle(document.rows[0], place, Answer([city.water.id]), city.office)
    operations.take_back(document, city.office)
    assert queries.remembered_in(city.list.area) == {}


def wildcards(document: IntakeDocument) -> list[object]:
    return [doubt.get("proposed") for row in document.rows for doubt in row.doubts
            if doubt["code"] == "wildcard-unit"]  # fmt: skip


def test_a_wildcard_is_offered_again_within_its_import_alone(take: Take, city: City) -> None:
    document = take(WILD)
    place = ("units", "responsible:各县(市、区)政府")
    operations.settle(document.rows[0], place, Answer([city.county.id]), city.office)
    assert wildcards(document) == [[city.county.id]]
    assert queries.remembered_in(city.list.area) == {}

    operations.take_back(document, city.office)
    everywhere = Answer([city.county.id], everywhere=True)
    assert operations.settle(document.rows[0], place, everywhere, city.office) == 1
    assert wildcards(document) == []
    assert wildcards(take(WILD + "\n", "again.txt")) == [None, None]


def test_one_ruling_on_months_settles_all_that_are_written_alike(take: Take, city: City) -> None:
    document = take(DOUBTFUL.replace("2026年2月30日前", "2026年7月前"))
    answer = Answer([1], everywhere=True)
    assert operations.settle(document.rows[0], ("deadline", ""), answer, city.office) == 1
    days = [row.fields["deadline"]["value"]["due_on"] for row in document.rows[:2]]
    assert days == ["2026-04-30", "2026-06-30"]


def test_a_date_that_was_typed_is_meant_for_its_row_alone(take: Take, city: City) -> None:
    document = take(DOUBTFUL.replace("2026年2月30日前", "2026年7月前"))
    answer = Answer(typed="2026-05-10", everywhere=True)
    assert operations.settle(document.rows[0], ("deadline", ""), answer, city.office) == 0


def test_a_unit_outside_the_directory_is_not_taken(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    place = ("units", "responsible:市渔政局")
    for answer in (Answer([99_999]), Answer([city.water.id, city.county.id]), Answer()):
        with pytest.raises(Refusal, match="请选定单位"):
            operations.settle(document.rows[0], place, answer, city.office)
    with pytest.raises(operations.UnknownUnit):
        operations.settle(document.rows[0], place, Answer(typed="渔业局"), city.office)


def test_places_below_the_list_are_offered_for_a_name_without_one(bureaus: City) -> None:
    assert offered("县政府", bureaus, "placeless-unit") == ["白石县人民政府"]
    assert "清江市人民政府" in offered("政府", bureaus, "placeless-unit")
    assert "北溪镇人民政府" in offered("各乡镇", bureaus, "wildcard-unit")
    assert "清江市水务局" in offered("市直各部门", bureaus, "wildcard-unit")
    assert offered("各县(市、区)政府", bureaus, "wildcard-unit") == ["白石县人民政府"]
