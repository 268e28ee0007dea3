"""The pages of an assessment as the office and an assessed unit use them."""

import re

PERIOD = {"first_day": "2026-11-09", "last_day": "2026-11-21"}


def test_from_the_draft_to_the_circular(desk):
    office, worker = desk.client("office"), desk.client("worker")
    page = office.get("/assessments/").text
    chosen = re.search(r'<option[^>]*value="(\d+)"', page)[1]
    wrong = office.post("/assessments/", data=PERIOD | {"list": chosen, "last_day": "2026-11-22"})
    assert wrong.status_code == 422
    assert "还没有结束" in wrong.text
    address = office.post("/assessments/", data=PERIOD | {"list": chosen}).location
    assert "截数未报" in office.get(address).text
    assert worker.get(address).status_code == 404
    office.post(f"{address}/announce")
    line = re.search(r"/assessments/lines/\d+/objection", worker.get(address).text)[0]
    assert "请写明哪里不对" in worker.post(line, data={"text": ""}).text
    assert worker.post(line, data={"text": "那天已经报了"}).status_code == 302
    decision = re.search(r"/assessments/lines/\d+/decision", office.get(address).text)[0]
    assert "请选择异议是否成立" in office.post(decision, data={"answer": "不成立"}).text
    answer = {"answer": "系统里没有记录", "upheld": "0"}
    assert office.post(decision, data=answer).status_code == 302
    assert "系统里没有记录" in worker.get(address).text
    office.post(f"{address}/publish")
    assert "考核通报〔2026〕1号" in worker.get(address).text
    assert desk.client("outsider").get(address).status_code == 404


def test_points_are_set_with_errors_beside_the_cell(desk):
    office, address = desk.client("office"), "/assessments/lists/C2/points"
    page = office.get(address).text
    form = dict(re.findall(r'name="([a-z_-]+)"[^>]*value="(-?\d+)"', page))
    wrong = office.post(address, data=form | {"worth-late": "-500"})
    assert wrong.status_code == 422
    assert "分值是-100至100的整数" in wrong.text
    assert office.post(address, data=form | {"worth-late": "-7"}).status_code == 302
    assert 'value="-7"' in office.get(address).text
