import pytest

from app.intake.parsing.naming import canonical, equals, initials, is_certain, ranked

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


def test_names_that_look_alike_are_ranked_best_first() -> None:
    assert ranked("市水管局", KNOWN)[0].unit_id == 2
    assert ranked("国网电力公司", KNOWN) == []


CITY = {
    **KNOWN,
    "清江市城乡建设委员会": 1,
    "清江市生态环境局": 5,
    "清江市生态环境局白石分局": 6,
    "白石县水务局": 7,
}


@pytest.mark.parametrize(
    ("name", "unit_id", "why"),
    [
        ("szjj", 1, "initials"),
        ("zjj", 1, "initials"),
        ("shiwujv", None, ""),
        ("swj", 2, "initials"),
        ("shuiwuju", 2, "sound"),
        ("qingjiangshishuiwuju", 2, "sound"),
        ("白石县环保局", 6, "branch"),
        ("白石县生态环境分局", 6, "branch"),
        ("市驻建局", 1, "sound"),
        ("市住建局", 1, "same"),
    ],
)
def test_pinyin_branches_and_homophones_lead_to_one_unit(
    name: str, unit_id: int | None, why: str
) -> None:
    found = ranked(name, CITY)
    if unit_id is None:
        assert not is_certain(found)
    else:
        assert is_certain(found)
        assert (found[0].unit_id, found[0].why) == (unit_id, why)


def test_a_name_between_two_units_is_certain_for_neither() -> None:
    found = ranked("市城建局", CITY)
    assert len(found) <= 5
    assert not is_certain(found)
    assert ranked("市城乡建委", CITY)[0].other == "清江市城乡建设委员会"


def test_initials_are_what_people_type() -> None:
    assert initials("水务局") == "swj"
