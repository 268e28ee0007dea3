import re
from io import BytesIO

import pytest

from app.database import db
from app.inspections.queries import list_with_code
from app.tasks.operations import hand_over
from app.tasks.queries import tasks_of_list
from tests.app.intake.papers import PLAN
from tests.factories.city import SET_UP

REVISED = PLAN.replace("雨天溢流频繁。", "雨天溢流频繁，影响<b>东河</b>。").replace(
    "整改时限:2026年12月底前", "整改时限:2027年6月底前"
)
WITHOUT_THE_SECOND = REVISED[: REVISED.index("2.污泥")] + REVISED[REVISED.index("二、面源") :]


def upload(client, text, name="清单.txt"):
    key = re.search(r'<option[^>]* value="(\d+)"', client.get("/intake/new").text).group(1)
    file = (BytesIO(text.encode()), name)
    return client.post("/intake/new", data={"list": key, "file": file}).location


def tasks(app):
    with app.app_context():
        return tasks_of_list(list_with_code("C2").id)


@pytest.fixture
def office(enter):
    """The office, whose list holds the three tasks of a confirmed import."""
    client = enter("office")
    client.post(upload(client, PLAN) + "/confirm")
    return client


def test_the_review_leads_to_the_comparison(office):
    where = upload(office, REVISED, "修订版.txt")

    assert f"{where}/revision" in office.get(where).text
    assert "修订对照" not in office.get(first(office)).text


def test_old_and_new_stand_side_by_side_with_the_differences_marked(office):
    page = office.get(upload(office, REVISED, "修订版.txt") + "/revision").text

    assert "有变动" in page
    assert "<ins>，影响&lt;b&gt;东河&lt;/b&gt;</ins>" in page
    assert re.search(r"<del>2026</del>年<del>12</del>月", page)
    assert "还有" in page
    assert "2处没有决定" in page
    assert page.count('value="yes"') == 2


def test_answers_are_kept_and_the_edition_is_confirmed(app, office):
    where = upload(office, REVISED, "修订版.txt") + "/revision"
    names = re.findall(r'name="(c-\d+-\w+)" value="yes"', office.get(where).text)
    assert [name.rpartition("-")[2] for name in names] == ["problem", "deadline"]

    refused = office.post(where, data={"do": "confirm"}, follow_redirects=True).text
    assert "还有2处修订没有决定" in refused
    office.post(where, data={names[0]: "no", "do": "save"})
    assert 'value="no" checked' in office.get(where).text
    told = office.post(where, data={names[1]: "yes", "do": "confirm"}, follow_redirects=True).text
    assert "修订版已入账：改动1项" in told
    task = tasks(app)[0]
    assert (task.deadline_wording, task.problem) == (
        "2027年6月底前",
        "老城区污水管网混接。雨天溢流频繁。",
    )
    page = office.get(f"/tasks/{task.id}").text
    assert "按修订版修改" in page
    assert "整改时限“2026年12月底前”改为“2027年6月底前”；按《修订版.txt》修订" in page


def test_all_certain_changes_are_accepted_and_all_unlisted_tasks_kept_at_once(office):
    where = upload(office, WITHOUT_THE_SECOND, "修订版.txt") + "/revision"
    assert "撤下草稿" in office.get(where).text

    told = office.post(where, data={"do": "accept"}, follow_redirects=True).text
    assert "已采纳没有存疑的2处修订" in told
    told = office.post(where, data={"do": "keep"}, follow_redirects=True).text
    assert "修订版没有列的1项都照旧保留" in told
    assert "都已决定" in told


def test_a_person_says_which_task_a_moved_number_is(office):
    where = upload(office, PLAN.replace("3.白石县", "9.白石县"), "修订版.txt") + "/revision"
    page = office.get(where).text
    name = re.search(r'name="(m-\d+)"', page).group(1)
    choice = re.search(r'<option value="(\d+)">3　', page).group(1)

    page = office.post(where, data={name: choice, "do": "save"}, follow_redirects=True).text
    assert name not in page
    assert "都已决定" in page


def test_a_first_import_has_no_comparison(enter):
    client = enter("office")
    where = upload(client, PLAN)
    assert client.get(where + "/revision").location == where


def test_a_page_says_why_an_import_cannot_be_undone(app, office):
    where = first(office)
    assert f"{where}/undo" in office.get(where).text
    with app.app_context():
        hand_over(tasks_of_list(list_with_code("C2").id)[1], SET_UP)
        db.session.commit()
    page = office.get(where).text
    assert "第2项已经交办，不能整批撤回" in page
    assert f"{where}/undo" not in page


def first(client):
    """The address of the last import in the list of imports."""
    return re.findall(r'href="(/intake/\d+)"', client.get("/intake/").text)[-1]


def test_an_import_with_the_same_content_is_told(office):
    table = "序号\t问题\t责任单位\n8\t河道垃圾堆积\t清江市水务局\n"
    upload(office, table, "甲.txt")
    told = office.get(upload(office, table.replace("\t", ",").strip(), "乙.csv")).text
    assert "“甲.txt”内容相同" in told
    assert "内容相同" not in office.get(first(office)).text
