"""People beside units."""

import pytest

from app.intake.parsing.units import Person, PersonRole, read_people, read_units


@pytest.mark.parametrize(
    "phrase",
    [
        "县水务局(局长 吴某某)",
        "县水务局（局长：吴某某）",
        "县水务局局长 吴某某",
        "县水务局局长吴某某",
        "县水务局 局长 吴某某",
        "县水务局(局长 吴某某 138****0000)",
        "县水务局:局长 吴某某",
    ],
)
def test_a_person_beside_a_unit_is_kept_with_post_and_unit(phrase):
    found = read_units(phrase)
    assert found.names() == ["县水务局"]
    assert found.people == (Person("吴某某", "局长", "县水务局"),)


def test_people_of_several_units_stay_with_their_own():
    found = read_units("市水利局局长张伟、柳河镇镇长李建国")
    assert [(person.name, person.unit) for person in found.people] == [
        ("张伟", "市水利局"),
        ("李建国", "柳河镇"),
    ]


def test_a_name_alone_belongs_to_the_unit_before():
    assert read_units("市城管局 张某").people == (Person("张某", None, "市城管局"),)


@pytest.mark.parametrize("phrase", ["市水利局(责任人:张三)", "市水利局：张三", "市水利局(张三)"])
def test_a_name_without_a_post_is_taken_off_its_unit(phrase):
    found = read_units(phrase)
    assert found.names() == ["市水利局"]
    assert found.people == (Person("张三", None, "市水利局"),)


def test_a_masked_name_with_its_post_behind_it_keeps_both():
    assert read_units("陈某某(县长)、李某某").people == (
        Person("陈某某", "县长"),
        Person("李某某"),
    )


def test_a_name_with_its_post_in_brackets_is_a_person():
    found = read_units("张伟(局长)")
    assert found.names() == []
    assert [(person.name, person.post) for person in found.people] == [("张伟", "局长")]


def test_two_people_in_one_bracket_are_both_kept():
    assert [person.name for person in read_units("市水利局(吴某某、郑某某)").people] == [
        "吴某某",
        "郑某某",
    ]


def test_labelled_people_inside_a_phrase_get_the_role_of_their_label():
    found = read_units("责任单位:市水利局;包案领导:副市长 王某某;联系人:李某 0431-0000000")
    assert found.names() == ["市水利局"]
    assert [(person.name, person.role) for person in found.people] == [
        ("王某某", PersonRole.SPONSOR),
        ("李某", PersonRole.CONTACT),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县委常委、副县长 周某某", [("县委常委、副县长", "周某某")]),
        ("副县长 冯某某", [("副县长", "冯某某")]),
        ("王某 138****0000", [(None, "王某")]),
        ("卫某 0431-0000000 转 802", [(None, "卫某")]),
        ("张伟、李建国", [(None, "张伟"), (None, "李建国")]),
        ("周某", [(None, "周某")]),
        ("局长 张伟;副局长 李建国", [("局长", "张伟"), ("副局长", "李建国")]),
        ("买买提·艾力", [(None, "买买提·艾力")]),
        ("", []),
        ("市水利局", []),
    ],
)
def test_a_cell_of_people_is_read(text, people):
    found = read_people(text, PersonRole.SPONSOR)
    assert [(person.post, person.name) for person in found] == people
    assert all(person.role is PersonRole.SPONSOR for person in found)


def test_json_has_no_telephone_number():
    person = read_people("王某 13800000000", PersonRole.CONTACT)[0]
    assert person.to_json() == {"name": "王某", "post": None, "unit": None, "role": "contact"}


def test_labels_inside_a_bracket_give_its_people_their_roles():
    found = read_units("县水利局(责任人:局长汤某某;联系人:尹某 13900001111);石桥镇")
    assert found.names() == ["县水利局", "石桥镇"]
    assert [(each.name, each.post, each.unit, each.role) for each in found.people] == [
        ("汤某某", "局长", "县水利局", PersonRole.RESPONSIBLE),
        ("尹某", None, "县水利局", PersonRole.CONTACT),
    ]


def test_a_person_in_front_of_the_unit_in_brackets_belongs_to_it():
    found = read_units("局长汤某某(县水利局)")
    assert found.names() == ["县水利局"]
    assert [(each.name, each.post, each.unit) for each in found.people] == [
        ("汤某某", "局长", "县水利局")
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县委常委、宣传部部长 梅某某", [("梅某某", "县委常委、宣传部部长", None)]),
        ("严某某（县委书记）", [("严某某", "县委书记", None)]),
        ("汤某(13900003333)", [("汤某", None, None)]),
        ("卜建国 市城管局局长", [("卜建国", "局长", "市城管局")]),
        ("市发改委主任严永强", [("严永强", "主任", "市发改委")]),
        ("石桥镇党委书记 汤丽", [("汤丽", "党委书记", "石桥镇")]),
        ("市城管局 卜建国", [("卜建国", None, "市城管局")]),
        ("副县长、公安局局长 严永强", [("严永强", "副县长、公安局局长", None)]),
        ("县委办公室主任 汤丽", [("汤丽", "县委办公室主任", None)]),
        ("严永强(市委书记)、汤丽(市长)", [("严永强", "市委书记", None), ("汤丽", "市长", None)]),
        (
            "市城管局局长卜建国、市水务局副局长汤丽",
            [("卜建国", "局长", "市城管局"), ("汤丽", "副局长", "市水务局")],
        ),
        ("待定", []),
    ],
)
def test_a_cell_of_people_names_posts_and_their_units(text, people):
    assert [(each.name, each.post, each.unit) for each in read_people(text)] == people
