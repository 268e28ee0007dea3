# ruff: noqa: E501  # texts of documents stand here as they are printed

import pytest

from app.intake.parsing.cases.privacy import personal_data


def spans(text: str) -> list[tuple[str, str]]:
    return [(each["kind"], each["text"]) for each in personal_data({"content": text})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "举报人何某某(手机13900000000,住桐湾区望江苑2栋1单元302,身份证号000000198802020000)反映油烟。",
            [
                ("name", "何某某"),
                ("phone", "13900000000"),
                ("address", "桐湾区望江苑2栋1单元302"),
                ("id_number", "000000198802020000"),
            ],
        ),
        ("市民徐女士来电,电话139****0000", [("name", "徐女士"), ("phone", "139****0000")]),
        ("联系人:罗建明,座机(0000)81234567", [("name", "罗建明"), ("phone", "(0000)81234567")]),
        ("家住桐湾区河滨路9号的邹先生投诉", [("address", "桐湾区河滨路9号"), ("name", "邹先生")]),
        ("邮箱somebody@example.com", [("email", "somebody@example.com")]),
        ("举报人微信:wx_river01", [("wechat", "wx_river01")]),
        ("反映人钱某(139 0000 0000)", [("name", "钱某"), ("phone", "139 0000 0000")]),
        ("村民黄某、林某等反映", [("name", "黄某"), ("name", "林某")]),
        ("业主代表陆大勇等5人反映", [("name", "陆大勇")]),
        ("身份证0000**********1234", [("id_number", "0000**********1234")]),
        ("村民曾某反映竹岭镇上里村5组12号门前积水", [("name", "曾某"), ("address", "竹岭镇上里村5组12号")]),
    ],
)  # fmt: skip
def test_names_numbers_and_homes_of_complainers_are_spotted(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "约谈镇长王某某,局长 吴某某",
        "举报人高度满意,举报人对结果认可",
        "住建局责令整改,居住区周边道路扬尘",
        "小区3栋一楼餐饮店油烟,5号楼底商噪声",
        "桐湾区河滨路9号烧烤店",
        "受理编号D9DL202405170008,拨打12369热线",
        "竹岭镇七组居民散养家禽",
        "恒达公司(联系电话0000-88001122)夜间排放",
        "望江小区3号楼1单元楼下烧烤店",
        "值班室0000-81234567",
        "居民时常反映,村民向政府反映",
    ],
)
def test_officials_units_places_and_case_numbers_are_no_identity(text: str) -> None:
    assert spans(text) == []


def test_a_name_found_in_one_field_is_sought_in_the_others() -> None:
    found = personal_data(
        {"content": "举报人何某某反映异味", "investigation": None, "handling": "何某某表示满意"}
    )

    assert found == [
        {"field": "content", "kind": "name", "text": "何某某"},
        {"field": "handling", "kind": "name", "text": "何某某"},
    ]
