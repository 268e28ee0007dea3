# ruff: noqa: E501  # texts of documents stand here as they are printed

import pytest

from app.intake.parsing.cases.counts import column_value, count_key, counts_of_text, read_counts


@pytest.mark.parametrize(
    ("handling", "accountability", "counts"),
    [
        ("责令当场改正,罚款0.8万元。", "无", {"fine_fen": 800000, "held_accountable": 0}),
        ("已下达停产通知,正在清运。", "未问责", {"held_accountable": 0}),
        ("立案处罚2家,拟罚款15万元", "约谈4人,问责1人(诫勉谈话1人)", {"penalty_cases": 2, "fine_fen": 15000000, "interviewed": 4, "held_accountable": 1}),
        ("核查中", "——", {}),
        ("已立案调查,责令整改。", None, {}),
        ("责令3家企业限期整改,移送公安机关1起,行政拘留2人、刑事拘留1人", None, {"ordered": 3, "criminal": 1, "admin_detained": 2, "criminally_detained": 1}),
        ("对两家作坊下达责令改正违法行为决定书,立案侦查一件", None, {"ordered": 2, "criminal": 1}),
        ("责令于2个月内完成整改", "约谈2人,未问责", {"interviewed": 2, "held_accountable": 0}),
        (None, "对3名责任人进行约谈,给予党内警告处分1人、批评教育2人", {"interviewed": 3, "held_accountable": 3}),
        (None, "问责2人,其中政务处分1人,诫勉1人", {"held_accountable": 2}),
        ("责令整改8家(其中停产整治2家)", None, {"ordered": 8}),
        (None, "约谈河长1人、村支书记1人", {"interviewed": 2}),
        (None, "问责科级干部2人,股级干部1人", {"held_accountable": 3}),
        (None, "约谈街道主要负责人、分管负责人等2人", {"interviewed": 2}),
        (None, "乡科级问责2人,县处级问责1人", {"held_accountable": 3}),
        ("已缴纳罚款2万元,约谈了业主", "未追究", {"fine_fen": 2000000, "held_accountable": 0}),
    ],
)  # fmt: skip
def test_deeds_with_their_numbers_are_counted_and_others_are_absent(
    handling: str | None, accountability: str | None, counts: dict[str, int]
) -> None:
    assert read_counts([handling], accountability).counts == counts


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("罚款一万二千元", 1200000),
        ("罚款人民币10,000.50元", 1000050),
        ("罚款１２．５万元", 12500000),
        ("处以2万元罚款;对乙厂罚款5000元", 2500000),
        ("分别罚款1万元、2万元", 3000000),
        ("对两家企业各罚款2万元", 4000000),
        ("责令3家作坊停产,罚款各0.5万元", 1500000),
        ("该厂曾被罚款8万元,本次罚款5万元", 500000 * 10),
        ("罚款10万元。已缴纳罚款10万元。", 10000000),
        ("罚款壹万贰仟元整", 1200000),
        ("对甲厂罚款3万元,对乙厂罚款1万元,合计罚款4万元", 4000000),
        ("共罚款9万元(其中甲厂5万元,乙厂4万元),另对丙厂罚款2万元", 11000000),
        ("罚款5万元,投资200万元建设设施", 5000000),
        ("罚款3万元,没收违法所得2万元", 3000000),
        ("该厂上年曾因超标被罚款5万元;本次罚款1亿元", 10_000_000_000),
    ],
)
def test_fines_add_up_in_fen_and_sums_are_not_counted_again(text: str, fen: int) -> None:
    assert counts_of_text(text)["fine_fen"] == fen


def test_where_a_column_and_the_text_differ_the_column_counts_and_the_key_is_told() -> None:
    columns = {
        "责令整改(家次)": "1",
        "罚款金额(万元)": "10",
        "立案处罚(家次)": "",
        "约谈(人次)": "0",
    }

    reading = read_counts(["责令整改1家,罚款3万元"], "诫勉谈话1人", columns)

    assert reading.counts == {
        "ordered": 1,
        "fine_fen": 10000000,
        "interviewed": 0,
        "held_accountable": 1,
    }
    assert reading.differing == ("fine_fen",)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("责令整改(家次)", "ordered"),
        ("立案处罚(家)", "penalty_cases"),
        ("行政处罚数", "penalty_cases"),
        ("立案侦查(件次)", "criminal"),
        ("行政拘留(人)", "admin_detained"),
        ("刑事拘留人数", "criminally_detained"),
        ("问责情况", None),
        ("罚款(元)", "fine_fen"),
        ("处理和整改情况", None),
    ],
)
def test_columns_of_numbers_are_known_by_their_label(label: str, key: str | None) -> None:
    assert count_key(label) == key


def test_a_fine_takes_its_unit_from_the_cell_or_from_the_label() -> None:
    assert column_value("罚款金额(万元)", "4.6") == 4600000
    assert column_value("罚款金额", "4600元") == 460000
    assert column_value("罚款(元)", "2万元") == 2000000
    assert column_value("罚款(元)", "见附件") is None
