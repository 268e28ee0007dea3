import pytest

from app.intake.parsing.naming import canonical, equals, nearest

KNOWN = {"清江市住房和城乡建设局": 1, "清江市水务局": 2, "白石县人民政府": 3, "清江市城市管理局": 4}


@pytest.mark.parametrize(
    ("name", "unit_id"),
    [("市住建局", 1), ("市住房城乡建设局", 1), ("市水利局", 2), ("白石县政府", 3), ("市城管局", 4)],
)
def test_abbreviations_meet_the_full_name(name: str, unit_id: int) -> None:
    assert equals(name, KNOWN) == {unit_id}


def test_a_county_bureau_is_not_the_citys() -> None:
    assert equals("县住建局", KNOWN) == frozenset()
    assert canonical("白石县水务局") != canonical("清江市水务局")


def test_names_that_look_or_sound_alike_are_suggested_best_first() -> None:
    assert nearest("市水物局", KNOWN)[0][0] == 2
    assert nearest("国网电力公司", KNOWN) == []
