"""The pages on which matters are handed over and decided, and the table that sums them up."""

import re

import pytest


@pytest.fixture
def office(desk):
    return desk.client("office")


NEW = {"number": "7", "title": "监管失职", "body": "市纪委监委", "transferred_on": "2026-11-20",
       "task_id": "0"}  # fmt: skip


def _version(page) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page.text)[1]


def test_from_handing_over_to_the_sum(office):
    assert "还没有问责事项" in office.get("/accountability/").text
    answer = office.post("/accountability/lists/C2/new", data=NEW)
    assert answer.status_code == 302
    page = office.get("/accountability/")
    address = re.search(r"/accountability/\d+/conclusion", page.text)[0]
    form = {"concluded_on": "2026-11-21", "persons": "3", "bureau-party": "1",
            "county-talk": "1", "version": _version(office.get(address))}  # fmt: skip
    wrong = office.post(address, data=form)
    assert wrong.status_code == 422
    assert "相加为2人，合计填的是3人" in wrong.text
    assert 'value="3"' in wrong.text
    assert office.post(address, data={**form, "township-other": "1"}).status_code == 302
    page = office.get("/accountability/")
    assert re.search(r"厅局级 1 \+ 县处级 1 \+ 乡科级及以下 1 = 3", " ".join(page.text.split()))


def test_what_is_missing_is_said_beside_its_field(office):
    answer = office.post("/accountability/lists/C2/new", data={"number": "7", "task_id": "0"})
    assert answer.status_code == 422
    for words in ("请写明移交的是什么事项", "请填写承办机关", "请填写移交日期"):
        assert words in answer.text


def test_who_was_overtaken_is_told(office):
    office.post("/accountability/lists/C2/new", data=NEW)
    page = office.get("/accountability/").text
    address = re.search(r"/accountability/\d+/edit", page)[0]
    answer = office.post(address, data={**NEW, "title": "改", "version": "99"})
    assert answer.status_code == 409


@pytest.mark.parametrize("name", ["worker", "checker", "outsider"])
def test_units_have_no_door_to_it(desk, name):
    assert desk.client(name).get("/accountability/").status_code in (403, 404)
