import pytest

from app.audit.models import AuditEntry
from app.database import db
from app.units import operations, queries
from app.units.drafts import UnitDraft
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel
from app.wording import Moved, Refusal


def bureau(city, name="清江市林业局", parent=None):
    parent_id = (parent or city.government).id
    draft = UnitDraft(name, UnitKind.DEPARTMENT, UnitLevel.CITY, parent_id)
    return operations.create_unit(draft, city.administrator)


def test_a_unit_stands_under_its_parent_and_belongs_to_its_government(city):
    forest = bureau(city)
    assert forest.path == f"/{city.government.id}/{forest.id}/"
    assert forest.government_id == city.government.id
    assert city.county.government_id == city.county.id
    assert city.county_water.government_id == city.county.id
    assert (city.government.depth, forest.depth, city.county_water.depth) == (0, 1, 2)


def test_a_unit_without_a_government_above_belongs_to_none(city):
    committee = UnitDraft("清江市委", UnitKind.PARTY, UnitLevel.CITY)
    assert operations.create_unit(committee, city.administrator).government_id is None


def test_a_name_stands_for_one_unit(city):
    with pytest.raises(Refusal, match="清江市水务局"):
        bureau(city, "清江市水务局")
    operations.add_alias(city.water, "清江市水利局", AliasKind.OTHER, city.administrator)
    with pytest.raises(Refusal, match="清江市水利局"):
        bureau(city, "清江市水利局")
    with pytest.raises(Refusal, match="清江市住建局"):
        operations.add_alias(city.water, "清江市住建局", AliasKind.OTHER, city.administrator)


def test_a_parent_must_be_there_and_in_use(city):
    operations.retire_unit(city.housing, "机构改革", city.administrator)
    with pytest.raises(Refusal, match="上级单位"):
        bureau(city, parent=city.housing)
    with pytest.raises(Refusal, match="上级单位"):
        operations.move_unit(city.water, 9999, city.administrator)


def test_an_old_name_goes_on_to_stand_for_the_unit(city):
    operations.rename_unit(city.water, "清江市水务和湖泊局", city.administrator, "市水务局")
    assert city.water.label == "市水务局"
    directory = queries.directory()
    assert directory["清江市水务局"] == directory["清江市水务和湖泊局"] == city.water.id
    assert [alias.kind for alias in city.water.aliases] == [AliasKind.FORMER]


def test_a_name_taken_up_again_is_former_no_more(city):
    operations.rename_unit(city.water, "清江市水利局", city.administrator)
    operations.rename_unit(city.water, "清江市水务局", city.administrator)
    assert [alias.name for alias in city.water.aliases] == ["清江市水利局"]


def test_renaming_only_the_short_name_leaves_no_former_name(city):
    operations.rename_unit(city.water, city.water.name, city.administrator, "水务局")
    assert (city.water.short_name, city.water.aliases) == ("水务局", [])


def test_a_unit_moves_with_all_that_stands_below_it(city):
    province = operations.create_unit(
        UnitDraft("山左省人民政府", UnitKind.GOVERNMENT, UnitLevel.PROVINCE), city.administrator
    )
    operations.move_unit(city.government, province.id, city.administrator)
    assert city.county_water.path == (
        f"/{province.id}/{city.government.id}/{city.county.id}/{city.county_water.id}/"
    )
    operations.move_unit(city.county_water, city.government.id, city.administrator)
    assert city.county_water.government_id == city.government.id


def test_a_unit_never_stands_under_itself(city):
    for parent in (city.county, city.county_water):
        with pytest.raises(Refusal, match="自己的下级"):
            operations.move_unit(city.county, parent.id, city.administrator)


def test_a_unit_with_others_below_it_stays_in_use(city):
    with pytest.raises(Refusal, match="下级单位"):
        operations.retire_unit(city.county, "撤县", city.administrator)
    operations.retire_unit(city.county_water, "合并", city.administrator)
    operations.retire_unit(city.county, "撤县", city.administrator)
    with pytest.raises(Moved):
        operations.retire_unit(city.county, "撤县", city.administrator)


def test_the_name_of_a_retired_unit_may_stand_for_its_successor(city):
    operations.retire_unit(city.housing, "并入水务局", city.administrator)
    operations.add_alias(city.water, "清江市住建局", AliasKind.FORMER, city.administrator)
    assert queries.directory()["清江市住建局"] == city.water.id


def test_every_change_is_written_down_with_before_and_after(city):
    operations.rename_unit(city.water, "清江市水利局", city.administrator)
    last = db.session.get(AuditEntry, db.session.query(AuditEntry).count())
    assert (last.action, last.subject_kind, last.subject_id) == ("unit:edit", "unit", city.water.id)
    assert (last.before["name"], last.after["name"]) == ("清江市水务局", "清江市水利局")
