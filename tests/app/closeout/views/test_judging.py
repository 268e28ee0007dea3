import re

import pytest

DAY = {
    "acted_on": "2026-11-22", "opinion": "逐处查看，裸土全部覆盖。",
    "people": "市住建局2人", "places": "东侧3处裸土",
}  # fmt: skip


def address(desk, deed, task=None):
    return f"/tasks/{task or desk.closing}/close-out/{deed}"


def test_an_application_says_what_was_done_and_leads_to_the_checker(desk):
    worker, apply = desk.client("worker"), address(desk, "apply", desk.working)
    page = worker.get(apply).text
    assert "改造40处接点" in page
    assert "改造管网" in page
    short = worker.post(apply, data={"statement": "做完了"})
    assert (short.status_code, "自查说明为10至4000字" in short.text) == (422, True)
    sent = worker.post(apply, data={"statement": "全部接点改造完成并通水。"}, follow_redirects=True)
    assert "销号申请已提交" in sent.text
    assert "现场核查" in sent.text


def test_the_form_shows_what_was_said_before(desk):
    page = desk.client("checker").get(address(desk, "verify")).text
    assert "核查意见" in page
    assert "裸土全部覆盖，扬尘在线监测达标。" in page
    assert "改造40处接点" in page
    assert 'value="2026-11-22"' in page


def test_from_verification_to_the_end(desk):
    checker, office = desk.client("checker"), desk.client("office")
    done = checker.post(address(desk, "verify"), data=DAY, follow_redirects=True)
    assert "现在等验收" in done.text
    accept = checker.get(address(desk, "accept")).text
    assert "现场核查　通过" in accept
    assert "逐处查看" in accept
    done = checker.post(address(desk, "accept"), data=DAY, follow_redirects=True)
    assert "现在等销号" in done.text
    assert "验收　通过" in office.get(address(desk, "close")).text
    done = office.post(address(desk, "close"), data=DAY, follow_redirects=True)
    assert "已销号。" in done.text


def test_a_return_ends_the_application_and_is_remembered(desk):
    checker, worker = desk.client("checker"), desk.client("worker")
    returned = {"acted_on": "2026-11-22", "opinion": "东侧3处仍未覆盖。"}
    assert "退回理由" in checker.get(address(desk, "return")).text
    done = checker.post(address(desk, "return"), data=returned, follow_redirects=True)
    assert "已退回" in done.text
    assert "东侧3处仍未覆盖" in worker.get(f"/tasks/{desk.closing}").text
    worker.post(address(desk, "apply"), data={"statement": "东侧3处已经覆盖，附照片。"})
    page = checker.get(address(desk, "verify")).text
    assert "以前的申请" in page
    assert "现场核查　退回" in page


@pytest.mark.parametrize("missing", ["acted_on", "opinion"])
def test_an_opinion_needs_its_words_and_its_day(desk, missing):
    answer = desk.client("checker").post(address(desk, "verify"), data=DAY | {missing: ""})
    assert answer.status_code == 422
    assert "有1处需要改" in answer.text
    assert re.search(r"核查(日期|意见)：请", answer.text)


def test_a_day_to_come_is_refused(desk):
    answer = desk.client("checker").post(
        address(desk, "verify"), data=DAY | {"acted_on": "2026-11-23"}
    )
    assert (answer.status_code, "不能晚于今天" in answer.text) == (422, True)


@pytest.mark.parametrize("deed", ["accept", "close"])
def test_a_step_out_of_turn_is_refused_with_what_was_typed(desk, deed):
    client = desk.client("checker" if deed == "accept" else "office")
    assert client.get(address(desk, deed)).status_code == 409
    answer = client.post(address(desk, deed), data=DAY)
    assert (answer.status_code, DAY["opinion"] in answer.text) == (409, True)


@pytest.mark.parametrize("deed", ["verify", "accept", "return"])
@pytest.mark.parametrize("name", ["worker", "colleague", "leader", "outsider"])
def test_who_applied_and_who_has_no_part_never_judges(desk, name, deed):
    client = desk.client(name)
    assert client.get(address(desk, deed)).status_code == 404
    assert client.post(address(desk, deed), data=DAY).status_code == 404
