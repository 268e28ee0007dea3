# ruff: noqa: E501  # texts of documents stand here as they are printed

from pathlib import Path
from typing import Any

from app.intake.parsing.document import parse_file

CLOSE_OUT = """青川市督察整改任务验收销号公示
27号问题已通过核查验收,现予公示:
一、整改任务
(一)临江段岸坡有垃圾。
二、责任单位
青屏区人民政府
三、整改时限
2024年12月底
四、整改目标
(一)岸坡整洁
五、整改完成情况
(一)两次抽查均整洁。
六、公示时间
2025年3月3日至2025年3月14日,共10个工作日
七、联系方式
市生态环境局,电话:0000-1234567
2025年3月3日
"""
LETTER = """青督改函〔2025〕3号
关于抓紧推进第8项整改任务的督办函
竹岭县人民政府:
你县承担的第8项整改任务(城东管网改造)截至4月底完成比例35.5%,未达到序时进度,已亮红灯。请于2025年5月30日前书面反馈原因。
联系人:高某 电话:0000-0000000
"""
BULLETIN = """关于4月份整改任务红黄牌情况的通报
一、总体情况
全市督察整改任务45项,已完成28项、已销号12项,达到序时进度14项,滞后3项。
二、预警情况
黄牌:竹岭县(第12项、第15项,累计2次)、市水利局(第9项,累计1次)。
红牌:青屏区(第3项,累计1次)。
三、要求
被黄牌2次的,约谈主要负责同志。
"""
OBJECTIONS = """关于第15项整改任务公示异议核查情况的说明
公示期间(2024年6月3日至2024年6月17日),收到异议2条。经核查:
1.反映沟渠仍有污水。部分属实,退回竹岭县政府继续整改。
2.反映照片不实。情况不属实。
公示中止,待整改完成后重新申请验收。
"""
LISTED = """关于对2个突出生态环境问题挂牌督办的通知
青屏区人民政府、竹岭县人民政府:
经研究,下列问题挂牌督办:
1.青屏区污水处理厂停运。督办时限:2024年12月31日
2.竹岭县矿山未复绿。督办时限:2025年6月30日
每月5日前报进展。逾期未办结的,启动约谈。
"""
SHORT = "2024年市级督察第5项(料场院内未抑尘)落实情况见附表。公示日期为2025年1月21日至2月8日,异议请发 a@example.com。\n"


def parsed(tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    document = parse_file(path)
    coverage = document.coverage
    assert coverage["lines"] == coverage["mapped"] + coverage["ignored"] + coverage["unexplained"]
    assert coverage["unexplained"] == 0
    assert document.kind == "notice"
    return document.to_json()


def test_a_close_out_notice_gives_its_task_and_its_window(tmp_path: Path) -> None:
    content = parsed(tmp_path, CLOSE_OUT)

    (item,) = content["items"]
    assert content["document"]["title"] == "青川市督察整改任务验收销号公示"
    assert item["number"] == "27"
    assert item["problem"] == "临江段岸坡有垃圾。"
    assert item["responsible_units"] == ["青屏区人民政府"]
    assert item["deadline"]["due_on"] == "2024-12-31"
    assert item["target"] == "岸坡整洁"
    assert item["progress"] == "两次抽查均整洁。"
    assert item["publicity"] == {
        "from": "2025-03-03",
        "to": "2025-03-14",
        "claimed": 10,
        "unit": "working_days",
        "counted": 10,
        "sufficient": True,
    }
    assert item["remarks"] is None
    assert item["issued_on"] == "2025-03-03"


def test_a_window_shorter_than_it_claims_is_a_finding(tmp_path: Path) -> None:
    content = parsed(tmp_path, CLOSE_OUT.replace("3月14日", "3月13日"))

    assert content["items"][0]["publicity"]["sufficient"] is False
    assert [each["code"] for each in content["findings"]] == ["publicity-too-short"]


def test_a_supervision_letter_gives_the_task_it_presses_for(tmp_path: Path) -> None:
    content = parsed(tmp_path, LETTER)

    (item,) = content["items"]
    assert content["document"]["title"] == "关于抓紧推进第8项整改任务的督办函"
    assert (item["number"], item["problem"]) == ("8", "城东管网改造")
    assert item["responsible_units"] == item["recipients"] == ["竹岭县人民政府"]
    assert (item["percent"], item["status"], item["lamp"]) == ("35.5%", "behind_schedule", "red")
    assert item["document_number"] == "青督改函〔2025〕3号"
    assert item["reply_by"] == "2025-05-30"
    assert item["contact"] == {"name": "高某", "phone": "0000-0000000"}
    assert item["deadline"] is None
    assert "publicity" not in item


def test_a_bulletin_of_cards_gives_one_item_for_each_card_and_the_counts(tmp_path: Path) -> None:
    content = parsed(tmp_path, BULLETIN)

    found = [
        (item["number"], item["responsible_units"], item["lamp"], item["remarks"])
        for item in content["items"]
    ]
    assert found == [
        ("12", ["竹岭县"], "yellow", "累计2次"),
        ("15", ["竹岭县"], "yellow", "累计2次"),
        ("9", ["市水利局"], "yellow", "累计1次"),
        ("3", ["青屏区"], "red", "累计1次"),
    ]
    assert [(each["label"], each["value"]) for each in content["figures"]] == [
        ("督察整改任务", 45),
        ("已完成", 28),
        ("已销号", 12),
        ("达到序时进度", 14),
        ("滞后", 3),
    ]


def test_objections_are_listed_with_their_verdicts(tmp_path: Path) -> None:
    (item,) = parsed(tmp_path, OBJECTIONS)["items"]

    assert item["number"] == "15"
    assert item["responsible_units"] == ["竹岭县政府"]
    assert [(each["text"], each["substantiated"]) for each in item["objections"]] == [
        ("沟渠仍有污水", "partly"),
        ("照片不实", "no"),
    ]
    assert item["publicity"]["from"] == "2024-06-03"


def test_listed_problems_are_items_and_the_instruction_is_none(tmp_path: Path) -> None:
    items = parsed(tmp_path, LISTED)["items"]

    assert [(item["number"], item["deadline"]["due_on"], item["remarks"]) for item in items] == [
        ("1", "2024-12-31", None),
        ("2", "2025-06-30", None),
    ]
    assert items[0]["recipients"] == ["青屏区人民政府", "竹岭县人民政府"]


def test_a_notice_in_one_sentence_gives_number_problem_and_window(tmp_path: Path) -> None:
    (item,) = parsed(tmp_path, SHORT)["items"]

    assert (item["number"], item["problem"]) == ("5", "料场院内未抑尘")
    assert (item["publicity"]["to"], item["publicity"]["claimed"]) == ("2025-02-08", None)
    assert item["contact"] == {"email": "a@example.com"}
