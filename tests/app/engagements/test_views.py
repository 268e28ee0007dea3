"""The pages of sponsors, visits and joint reviews, as the office, a leader and a unit use them."""

import re


def test_a_sponsor_is_named_visits_and_shows_on_the_task(desk):
    office, path = desk.client("office"), f"/tasks/{desk.working}/people"
    form = {"role": "sponsor", "name": "沈清", "post": "副市长", "person_id": "0"}
    answer = office.post(path, data=form)
    assert answer.status_code == 422
    assert "请写明包案领导多少天到场一次" in answer.text
    assert office.post(path, data=form | {"every_days": "30"}).status_code == 302
    page = office.get("/engagements/").text
    address = re.search(r"/engagements/people/\d+/visits/new", page)[0]
    visit = {"visited_on": "2026-11-22", "place": "城东泵站", "seen": "已接通", "demands": ""}
    assert office.post(address, data=visit | {"visited_on": "2026-11-23"}).status_code == 422
    assert office.post(address, data=visit).status_code == 302
    record = desk.client("worker").get(f"/tasks/{desk.working}").text
    assert "沈清 副市长" in record
    assert "城东泵站" in record
    assert "下次12-22前" in record


def test_somebody_is_taken_off_with_a_reason(desk):
    office, path = desk.client("office"), f"/tasks/{desk.working}/people"
    office.post(path, data={"role": "contact", "name": "周联", "person_id": "0"})
    address = re.search(r"/engagements/people/\d+/end", office.get(path).text)[0]
    office.post(address, data={"reason": ""})
    assert "现任" in office.get(path).text
    office.post(address, data={"reason": "调离"})
    assert "现任" not in office.get(path).text


def test_a_review_from_its_agenda_to_the_answer_of_a_unit(desk):
    office = desk.client("office")
    path = "/engagements/lists/C2/reviews/new"
    agenda = {"title": "第一次会审", "held_on": "2026-11-22", "chair": "市长"}
    assert "请至少选一项任务" in office.post(path, data=agenda).text
    answer = office.post(
        "/engagements/lists/C2/reviews/new", data=agenda | {"tasks": [desk.working]}
    )
    page = office.get(answer.location).text
    unit = re.search(r'<option[^>]*value="(\d+)"', page)[1]
    minutes = {
        "version": re.search(r'name="version"[^>]*value="(\d+)"', page)[1],
        "present": "各局", "items-0-task_id": desk.working, "items-0-conclusion": "抓紧接收",
        "items-0-demands-0-unit_id": unit, "items-0-demands-0-text": "接收三处管道",
        "items-0-demands-0-due_on": "", "items-0-demands-1-unit_id": unit,
        "items-0-demands-1-text": "", "items-0-demands-1-due_on": "",
    }  # fmt: skip
    wrong = office.post(answer.location, data=minutes)
    assert wrong.status_code == 422
    assert "三样都要有" in wrong.text
    assert "接收三处管道" in wrong.text
    minutes["items-0-demands-0-due_on"] = "2026-12-10"
    assert office.post(answer.location, data=minutes).status_code == 302
    assert "会审纪要〔2026〕1号" in office.get(answer.location).text
    worker = desk.client("worker")
    assert "接收三处管道" in worker.get("/").text
    given = re.search(r"/tasks/instructions/\d+/answer", worker.get("/").text)[0]
    assert "请写明做了什么" in worker.post(given, data={"text": ""}).text
    assert worker.post(given, data={"text": "已接收两处"}).status_code == 302
    settle = given.replace("answer", "settle")
    assert "核对答复" in office.get("/").text
    assert office.post(settle).status_code == 302
    assert worker.post(given, data={"text": "又一次"}).status_code == 409


def test_whoever_only_checks_has_no_door_to_it(desk):
    assert desk.client("checker").get("/engagements/").status_code in (403, 404)
    assert desk.client("office").get("/engagements/reviews/999").status_code == 404
