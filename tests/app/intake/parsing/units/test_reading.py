"""Phrases of units and what they name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.intake.parsing.units import UnitRole, read_units
from tests.app.intake.parsing.units.facts import PHRASES

MARKS = {
    UnitRole.LEAD: "牵头:",
    UnitRole.COOPERATING: "配合:",
    UnitRole.SUPERVISING: "督导:",
    UnitRole.ACCEPTANCE: "验收:",
    UnitRole.RESPONSIBLE: "",
}


def understood(phrase: str, role: UnitRole = UnitRole.RESPONSIBLE) -> str:
    return "|".join(MARKS[unit.role] + unit.name for unit in read_units(phrase, role).units)


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("市生态环境局、各县(市)区政府", "市生态环境局|各县(市)区政府"),
        ("云泽县委、县政府", "云泽县委|云泽县政府"),
        ("各县(市、区)党委和政府", "各县(市、区)党委和政府"),
        ("松湾区政府、市住建局,市生态环境局", "松湾区政府|市住建局|市生态环境局"),
        ("市发展改革委、市财政局等部门按职责分工负责", "市发展改革委|市财政局"),
        (
            "牵头单位:市生态环境局,配合单位:市工业和信息化局、国网江临供电公司",
            "牵头:市生态环境局|配合:市工业和信息化局|配合:国网江临供电公司",
        ),
        ("市生态环境局(大气科)", "市生态环境局"),
        ("县水务局(局长 吴某某);柳河镇(镇长 郑某某)", "县水务局|柳河镇"),
        (
            "临港经开区、高新区党工委、管委会",
            "临港经开区党工委、管委会|高新区党工委、管委会",
        ),
        ("市公安局交警支队", "市公安局交警支队"),
        ("市直有关单位", "市直有关单位"),
        ("各责任单位", "各责任单位"),
        ("宿马园区党工委、管委会", "宿马园区党工委、管委会"),
        ("市林业和草原局 北屏市政府", "市林业和草原局|北屏市政府"),
        ("市林业和草原局\n北屏市政府", "市林业和草原局|北屏市政府"),
        ("市住建局/市城管局", "市住建局|市城管局"),
        ("市环保局", "市环保局"),
        ("市卫计委", "市卫计委"),
        ("市国土局", "市国土局"),
        ("江临市生态环境局云泽县分局", "江临市生态环境局云泽县分局"),
        ("区政府", "区政府"),
        ("(138****0000等部门", ""),
        ("", ""),
        ("—", ""),
        ("无", ""),
    ],
)
def test_a_published_phrase_names_these_units(phrase, units):
    assert understood(phrase) == units


@pytest.mark.parametrize(("phrase", "units"), PHRASES)
def test_a_phrase_of_the_same_kind_names_these_units(phrase, units):
    assert understood(phrase) == units


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("市发展改革委、财政局、水利局", "市发展改革委|市财政局|市水利局"),
        ("云泽县住建局、水务局", "云泽县住建局|云泽县水务局"),
        ("云泽县住建局、县水务局", "云泽县住建局|云泽县水务局"),
        ("省生态环境厅、住房城乡建设厅", "省生态环境厅|省住房城乡建设厅"),
        ("市城市管理局、市场监督管理局", "市城市管理局|市市场监督管理局"),
        ("市生态环境局、国网供电公司、财政局", "市生态环境局|国网供电公司|市财政局"),
        ("市发改、财政、住建等部门", "市发改|市财政|市住建"),
        ("市委组织部、宣传部", "市委组织部|市委宣传部"),
        ("松湾区委、区政府,市住建局", "松湾区委|松湾区政府|市住建局"),
        ("云泽县委、县政府、县水利局", "云泽县委|云泽县政府|云泽县水利局"),
        ("北屏市政府、市水利局", "北屏市政府|市水利局"),
        ("江临市委、市政府", "江临市委|江临市政府"),
        ("市委、市政府", "市委|市政府"),
        ("柳河镇党委、政府", "柳河镇党委|柳河镇政府"),
        ("松湾区委区政府、市住建局", "松湾区委|松湾区政府|市住建局"),
        ("云泽县党委政府", "云泽县党委|云泽县政府"),
        (
            "江临市生态环境局云泽县分局、石畔县分局",
            "江临市生态环境局云泽县分局|江临市生态环境局石畔县分局",
        ),
    ],
)
def test_a_shared_beginning_is_completed(phrase, units):
    assert understood(phrase) == units


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("青麓县、霜桥区人民政府", "青麓县人民政府|霜桥区人民政府"),
        ("市水利局,云泽县、石畔县政府", "市水利局|云泽县政府|石畔县政府"),
        ("云泽县和石畔县政府", "云泽县政府|石畔县政府"),
        ("青麓县、霜桥区委、区政府", "青麓县委|霜桥区委|青麓县政府|霜桥区政府"),
        ("市生态环境局云泽县、石畔县分局", "市生态环境局云泽县分局|市生态环境局石畔县分局"),
        ("云泽县;石畔县政府", "云泽县|石畔县政府"),
        ("云泽县、石畔县,市水利局", "云泽县|石畔县|市水利局"),
    ],
)
def test_a_shared_end_is_completed_for_bare_places(phrase, units):
    assert understood(phrase) == units


@pytest.mark.parametrize(
    "phrase",
    [
        "各县(市)、区政府",
        "各县（市、区）政府",
        "各县(市、区)党委、政府",
        "各县(市、区)党委政府",
        "各开发区党工委、管委会",
        "各镇、街道",
        "各区人民政府(管委会)",
        "临港经开区工委、管委会",
        "城南街道党工委、办事处",
        "市住房和城乡建设局",
        "市人力资源和社会保障局",
        "省属国有企业江钢集团",
    ],
)
def test_one_unit_or_wildcard_is_never_cut(phrase):
    assert understood(phrase) == phrase


def test_one_zone_named_twice_is_one_unit():
    assert understood("临港经开区党工委、临港经开区管委会") == "临港经开区党工委、管委会"


def test_two_wildcards_stay_two():
    assert understood("各乡镇人民政府、街道办事处") == "各乡镇人民政府|各街道办事处"
    assert understood("各县区政府和市直有关部门") == "各县区政府|市直有关部门"


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("市水利局(牵头)、市住建局", "牵头:市水利局|市住建局"),
        (
            "市水利局（牵头），市工信局、市住建局（配合）",
            "牵头:市水利局|配合:市工信局|配合:市住建局",
        ),
        ("市水利局牵头,市住建局配合", "牵头:市水利局|配合:市住建局"),
        ("市水利局、市住建局牵头;各县区政府配合", "牵头:市水利局|牵头:市住建局|配合:各县区政府"),
        ("市水利局牵头、市住建局、市财政局配合", "牵头:市水利局|配合:市住建局|配合:市财政局"),
        ("由市水利局牵头,会同市住建局落实", "牵头:市水利局|配合:市住建局"),
        ("市水利局会同市住建局", "市水利局|配合:市住建局"),
        ("【牵头单位】市水利局【配合单位】市住建局", "牵头:市水利局|配合:市住建局"),
        ("市级牵头单位:市水利局 县级责任单位:云泽县政府", "牵头:市水利局|云泽县政府"),
        (
            "整改责任主体:松湾区政府;省级牵头部门:省住建厅;验收销号单位:市水利局",
            "松湾区政府|督导:省住建厅|验收:市水利局",
        ),
        ("(责任单位:市水利局)", "市水利局"),
        (
            "（牵头单位：市水利局，责任单位：各县（市、区）政府）",
            "牵头:市水利局|各县（市、区）政府",
        ),
        ("市水利局(配合单位:市住建局)", "市水利局|配合:市住建局"),
        ("主办:市水利局 协办:市住建局", "牵头:市水利局|配合:市住建局"),
        ("市生态环境局负责督导", "督导:市生态环境局"),
        ("各县(市、区)人民政府负责落实", "各县(市、区)人民政府"),
    ],
)
def test_roles_inside_the_phrase_count(phrase, units):
    assert understood(phrase) == units


def test_the_role_of_the_field_holds_where_the_phrase_names_none():
    phrase = "市水利局,市住建局配合"
    assert understood(phrase, UnitRole.LEAD) == "牵头:市水利局|配合:市住建局"
    assert read_units(phrase, UnitRole.LEAD).names(UnitRole.LEAD) == ["市水利局"]
    assert read_units("市水利局、市水利局").names() == ["市水利局"]


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("市公安局和市生态环境局", "市公安局|市生态环境局"),
        ("市教育和体育局及市文化和旅游局", "市教育和体育局|市文化和旅游局"),
        ("1.市水利局 2.市住建局", "市水利局|市住建局"),
        ("市水利局 、 市住建局。", "市水利局|市住建局"),
        ("松湾区人民政\n府", "松湾区人民政府"),
        ("市住房和城乡\n建设局", "市住房和城乡建设局"),
        ("临港经开区 管委会", "临港经开区管委会"),
        ("松湾区、禾川区政府和市水利局", "松湾区政府|禾川区政府|市水利局"),
        ("★市水利局、▲市住建局", "市水利局|市住建局"),
    ],
)
def test_separators_broken_lines_and_marks_do_not_matter(phrase, units):
    assert understood(phrase) == units


def test_inner_offices_become_notes():
    found = read_units("市生态环境局(大气科)、市水利局河湖科、禾川区政府(城关街道)")
    assert found.names() == ["市生态环境局", "市水利局", "禾川区政府"]
    assert found.notes == ("大气科", "河湖科", "城关街道")
    assert found.units[0].note == "大气科"


def test_an_inner_office_that_stands_apart_belongs_to_the_unit_before():
    assert read_units("市生态环境局 大气科").notes == ("大气科",)


@pytest.mark.parametrize("phrase", ["市水利局等", "市水利局等有关部门", "市水利局等3个单位"])
def test_and_others_leaves_the_list_open(phrase):
    found = read_units(phrase)
    assert found.names() == ["市水利局"]
    assert found.open_ended
    assert found.needs_review


@pytest.mark.parametrize(
    "name",
    [
        "各县(市、区)政府",
        "市直有关单位",
        "各责任单位",
        "县(市、区)人民政府",
        "属地政府",
        "有关部门",
    ],
)
def test_a_wildcard_is_marked(name):
    found = read_units(name)
    assert [unit.is_wildcard for unit in found.units] == [True]
    assert found.needs_review


@pytest.mark.parametrize("name", ["市水利局", "云泽县委", "市直机关事务管理局", "江钢集团"])
def test_a_named_unit_is_no_wildcard(name):
    assert not read_units(name).needs_review


def test_a_government_without_its_place_needs_review():
    assert [unit.lacks_place for unit in read_units("区政府、市水利局").units] == [True, False]


WORDS = [
    "市",
    "县",
    "区",
    "云泽县",
    "松湾区",
    "水利局",
    "住房和城乡建设局",
    "政府",
    "委",
    "管委会",
    "党工委",
    "各",
    "等部门",
    "牵头",
    "配合",
    "牵头单位:",
    "(",
    ")",
    "、",
    ",",
    ";",
    "和",
    "吴某某",
    "局长",
    "大气科",
    "分局",
    "138****0000",
    "责任人:",
    "【",
    "】",
    "会同",
]


@given(
    st.lists(st.sampled_from([*WORDS, " ", "\n"]), max_size=14).map("".join) | st.text(max_size=40)
)
@settings(max_examples=400, deadline=None)
def test_no_text_makes_reading_fail_or_yields_an_empty_name(text):
    found = read_units(text)
    assert all(unit.name.strip() for unit in found.units)
    assert all(person.name for person in found.people)
