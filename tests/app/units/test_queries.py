from app.units import operations, queries
from app.units.drafts import UnitDraft
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel


def named(city, name, short_name):
    draft = UnitDraft(name, UnitKind.DEPARTMENT, UnitLevel.CITY, city.government.id, short_name)
    return operations.create_unit(draft, city.administrator)


def test_the_tree_has_each_unit_after_the_one_above_it(city):
    names = [unit.name for unit in queries.tree()]
    assert names.index("白石县人民政府") < names.index("白石县水务局")
    assert names[0] == "清江市人民政府"


def test_retired_units_are_shown_only_when_asked_for(city):
    operations.retire_unit(city.housing, "合并", city.administrator)
    assert city.housing not in queries.tree()
    assert city.housing in queries.tree(active=False)


def test_a_short_name_of_two_units_stands_for_neither(city):
    named(city, "白石县林业局", "林业局")
    assert "林业局" in queries.directory()
    named(city, "青石县林业局", "林业局")
    assert "林业局" not in queries.directory()


def test_a_full_name_is_stronger_than_another_units_short_name(city):
    forest = named(city, "林业局", None)
    named(city, "青石县林业局", "林业局")
    assert queries.directory()["林业局"] == forest.id


def test_an_alias_is_stronger_than_another_units_short_name(city):
    named(city, "青石县林业局", "绿化办")
    operations.add_alias(city.water, "绿化办", AliasKind.OTHER, city.administrator)
    assert queries.directory()["绿化办"] == city.water.id


def test_units_are_found_by_their_ids(city):
    assert queries.units_with_ids([city.water.id, 9999]) == {city.water.id: city.water}
    assert queries.unit_or_none(9999) is None


def test_below_begins_with_the_unit_itself(city):
    assert queries.below(city.county) == [city.county, city.county_water]
