# ruff: noqa: E501  # texts of documents stand here as they are printed

from pathlib import Path

import pytest

from app.intake.parsing.indicators import read_indicators
from tests.app.intake.parsing.sheets import adds_up, read_text

WORK_PLAN = """某网讯:近日,某市公开征求意见,推动转型。到2025年,比例达到52%以上。
关于公开征求意见的通知
电子邮箱:xxxx@example.cn
附件:
关于打好攻坚战的实施方案
(征求意见稿)
为落实意见,现提出如下实施方案。
一、总体要求
(一)指导思想
以保护环境为核心,坚持绿色发展。
(二)主要目标
到2025年,细颗粒物(PM2.5)浓度降至每立方米30微克以下,优良天数比率达到90%以上。
到2035年,环境根本好转。
二、打好蓝天保卫战
(三)消除重污染天气
制定方案。2022年9月底前,完成预案修订。到2025年,重度污染天数比率控制在1.4%以内。
(四)加强燃煤治理
原则上不再新建40蒸吨/小时以下燃煤锅炉。
(五)加强管控。全面落实责任,持续推进治理工作。
扫码申请加入
某某交流群
"""


def test_a_work_plan_gives_parts_as_aspects_and_articles_as_items(tmp_path: Path) -> None:
    document = read_text(tmp_path, WORK_PLAN)

    assert document.title == "关于打好攻坚战的实施方案"
    assert [(item.number, item.aspect, item.problem) for item in document.items] == [
        ("1", "总体要求", "指导思想"),
        ("2", "总体要求", "主要目标"),
        ("3", "打好蓝天保卫战", "消除重污染天气"),
        ("4", "打好蓝天保卫战", "加强燃煤治理"),
        ("5", "打好蓝天保卫战", "加强管控"),
    ]
    assert adds_up(document)
    assert document.coverage["unexplained"] == 0
    assert {mark.label for mark in document.marks.values() if mark.state == "ignored"} == {
        "title",
        "notice-text",
    }


def test_articles_carry_their_dates_and_their_targets(tmp_path: Path) -> None:
    _, goals, air, coal, _ = read_text(tmp_path, WORK_PLAN).items

    assert goals.deadline is not None
    assert [str(day) for day in goals.deadline.stages] == ["2025-12-31", "2035-12-31"]
    assert [(each.name, each.comparison, each.value, each.unit) for each in goals.indicators] == [
        ("细颗粒物(PM2.5)浓度", "<=", 30, "微克/立方米"),
        ("优良天数比率", ">=", 90, "%"),
    ]
    assert {str(each.due_on) for each in goals.indicators} == {"2025-12-31"}
    assert air.deadline is not None
    assert [str(day) for day in air.deadline.stages] == ["2022-09-30", "2025-12-31"]
    assert [each.name for each in air.indicators] == ["重度污染天数比率"]
    assert [str(measure.deadline and measure.deadline.due_on) for measure in air.measures] == [
        "None",
        "2022-09-30",
        "2025-12-31",
    ]
    assert coal.deadline is None
    assert coal.indicators == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清洁取暖率达到52%以上", [("清洁取暖率", ">=", 52, "%")]),
        ("货运量占比提升0.5个百分点", [("货运量占比提升", ">=", 0.5, "个百分点")]),
        ("甲、乙重点工程减排量达到0.42万吨和0.93万吨", [("甲重点工程减排量", ">=", 0.42, "万吨"), ("乙重点工程减排量", ">=", 0.93, "万吨")]),
        ("水质达到或优于Ⅲ类比例100%", [("水质达到或优于Ⅲ类比例", "=", 100, "%")]),
        ("至少建成1个处置设施并稳定运行", [("处置设施", ">=", 1, "个")]),
        ("新建湿地公园1个", [("新建湿地公园", ">=", 1, "个")]),
        ("送储率稳定保持100%", [("送储率", "=", 100, "%")]),
        ("耕作面积达到1200万亩,占耕地面积80%左右", [("耕作面积", ">=", 1200, "万亩"), ("耕作面积占耕地面积", "=", 80, "%")]),
        ("利用系数达到0.61", [("利用系数", ">=", 0.61, "")]),
        ("完成74.26万亩绿化任务,含城乡工程6.16万亩、修复工程62.87万亩", [("绿化任务", ">=", 74.26, "万亩"), ("城乡工程", ">=", 6.16, "万亩"), ("修复工程", ">=", 62.87, "万亩")]),
        ("投诉率低于3‰", [("投诉率", "<", 3, "‰")]),
        ("排放量不超过20吨/日", [("排放量", "<=", 20, "吨/日")]),
        ("处理率超过95%", [("处理率", ">", 95, "%")]),
        ("到2025年完成改造", []),
        ("不再新建40蒸吨以下锅炉", []),
        ("加强监管", []),
    ],
)  # fmt: skip
def test_targets_with_figures_become_indicators(text: str, expected: list[object]) -> None:
    found = read_indicators(text)

    assert [(each.name, each.comparison, each.value, each.unit) for each in found] == expected


REPORT = """某省公开督察整改情况
一、坚决扛起整改责任
(一)提高政治站位。省委、省政府先后召开会议21次,把督察整改摆在突出位置,各地各部门层层压实责任,形成齐抓共管的局面。
(二)严肃追责问责。针对移送的责任追究问题,共问责37人,其中县处级干部11人,以严肃问责倒逼责任落实,推动作风持续好转。
二、推进反馈问题整改
(一)聚焦重点问题。截至目前已完成整改18项,累计投入资金2.6亿元,一批群众反映强烈的突出问题得到解决,群众满意度明显上升。
更多资讯,请关注某某网。
版权与免责声明
1.凡注明来源某某网的所有文字和图片,版权均属某某网所有,未经授权不得转载、摘编或者以其他方式使用上述作品。
2.本网转载其它来源的作品,目的在于传递更多信息,并不代表本网赞同其观点或者证实其内容的真实性。
"""


def test_a_report_of_what_was_done_holds_no_tasks(tmp_path: Path) -> None:
    document = read_text(tmp_path, REPORT)

    assert document.items == ()
    assert [finding.code for finding in document.findings] == ["no-items"]
    assert document.coverage["unexplained"] == 0
    assert adds_up(document)
