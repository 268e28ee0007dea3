from dataclasses import dataclass

import pytest
from sqlalchemy import select

from app.database import db
from app.tasks.models import Task, TaskLink
from app.tasks.operations import decompose
from app.tasks.vocabulary import TaskState
from tests.factories.doors import Somebody
from tests.factories.province import small_province


@dataclass
class Tiers:
    """Clients by login, and the keys of a province's task, of a city's and of a county's below."""

    log_in: object
    people: dict[str, int]
    top: int
    middle: int
    low: int

    def client(self, name):
        return self.log_in(Somebody(self.people[name]))


@pytest.fixture
def tiers(app, log_in):
    with app.app_context():
        province = small_province()
        p, y, d, _x = province.seats
        top = p.task("23")
        middle = y.child(top, p.office, "9")
        low = decompose(middle, d.list, d.draft("8"), y.office)
        people = {actor.name: actor.person_id for actor in province.people}
        db.session.commit()
        return Tiers(log_in, people, top.id, middle.id, low.id)


def row(code, number, deadline="2030年12月底前"):
    return {f"{code}-take": "y", f"{code}-number": number, f"{code}-deadline": deadline}


def children(app, parent_id):
    with app.app_context():
        found = db.session.scalars(select(Task).where(Task.parent_id == parent_id))
        return sorted((task.rectification_list.code, task.number) for task in found)


def units(page, code):
    """What is preselected in a line: the county's government, the parent's supervising unit."""
    chosen = {}
    for name in ("lead_unit_id", "checker_id"):
        select_ = page.split(f'name="{code}-{name}"')[1].split("</select>")[0]
        chosen[f"{code}-{name}"] = select_.split('selected value="')[1].split('"')[0]
    return chosen


def test_a_task_is_decomposed_for_several_counties_at_once(app, tiers):
    client = tiers.client("y-office")
    address = f"/tasks/{tiers.middle}/children/new"
    page = client.get(address).text
    filled = units(page, "D1") | units(page, "X1")
    data = filled | row("D1", "81") | row("X1", "51") | {"problem": "管网混接"}
    answer = client.post(address, data=data, follow_redirects=True)
    assert "已分解2项" in answer.text
    assert children(app, tiers.middle) == [("D1", "8"), ("D1", "81"), ("X1", "51")]


def test_each_line_says_its_own_error_and_nothing_is_stored(app, tiers):
    client = tiers.client("y-office")
    address = f"/tasks/{tiers.middle}/children/new"
    filled = {**units(client.get(address).text, "D1"), **units(client.get(address).text, "X1")}
    late = row("X1", "51", "2031年12月底前")
    data = filled | row("D1", "8") | late | {"problem": "管网混接"}
    answer = client.post(address, data=data)
    assert answer.status_code == 422
    assert "清单里已有第8项" in answer.text
    assert "2031年12月31日，晚于上级第9项的时限2030年12月31日" in answer.text
    assert 'value="2031年12月底前"' in answer.text
    assert children(app, tiers.middle) == [("D1", "8")]
    answer = client.post(address, data={"problem": "管网混接"})
    assert "至少勾选一份" in answer.text


def test_a_list_that_is_not_the_readers_is_not_offered(tiers):
    page = tiers.client("y-office").get(f"/tasks/{tiers.middle}/children/new").text
    assert 'name="D1-take"' in page
    assert 'name="P1-take"' not in page
    assert tiers.client("d-office").get(f"/tasks/{tiers.middle}/children/new").status_code == 404


def test_a_parent_shows_its_children_and_a_child_its_parent(tiers):
    above = tiers.client("p-office").get(f"/tasks/{tiers.top}").text
    assert f'href="/tasks/{tiers.middle}"' in above
    assert "还有1项没有销号" in above
    own = tiers.client("d-office").get(f"/tasks/{tiers.low}").text
    assert "云泽市9" in own
    assert f"/tasks/{tiers.middle}" not in own
    assert "省23" in own


def test_a_unit_above_knows_a_child_it_may_not_see_by_number_and_unit(tiers):
    page = tiers.client("p-worker").get(f"/tasks/{tiers.top}").text
    assert "云泽市水务局" in page
    assert "您没有查看的权限" in page
    assert f'href="/tasks/{tiers.middle}"' not in page


def test_the_list_leaves_out_what_is_counted_above_unless_asked(tiers):
    client = tiers.client("y-office")
    joined = client.get("/tasks/?list=Y1,D1").text
    assert "全部1项" in joined
    assert f'data-href="/tasks/{tiers.low}"' not in joined
    both = client.get("/tasks/?list=Y1,D1&below=1").text
    assert f'data-href="/tasks/{tiers.low}"' in both
    assert "其中下级任务1项，上级已计，不另计数" in both
    assert "全部1项" in both


def test_links_are_made_shown_and_ended(app, tiers):
    client = tiers.client("p-office")
    with app.app_context():
        lists = {task.id: task.list_id for task in db.session.scalars(select(Task))}
    data = {"kind": "same_source", "list": str(lists[tiers.low]), "number": "8", "reason": "一条河"}
    address = f"/tasks/{tiers.top}/links/new"
    assert "已关联" in client.post(address, data=data, follow_redirects=True).text
    assert "同源" in client.get(f"/tasks/{tiers.low}").text
    again = client.post(address, data=data)
    assert again.status_code == 422
    assert "已经有这种关联" in again.text
    with app.app_context():
        key = db.session.scalars(select(TaskLink.id)).one()
    assert client.post(f"/tasks/links/{key}/end", data={}).status_code == 422
    ended = client.post(f"/tasks/links/{key}/end", data={"reason": "写错"}, follow_redirects=True)
    assert "解除：同源东山县整改清单第8项" in ended.text
    assert client.get(f"/tasks/links/{key}/end").status_code == 404


def test_nobody_links_to_what_is_not_theirs(app, tiers):
    client = tiers.client("d-office")
    with app.app_context():
        list_id = db.session.get(Task, tiers.low).list_id
    data = {"kind": "same_source", "list": str(list_id), "number": "9", "reason": "一条河"}
    answer = client.post(f"/tasks/{tiers.low}/links/new", data=data)
    assert "没有第9项" in answer.text


def test_a_task_is_merged_from_the_same_form(app, tiers):
    client = tiers.client("p-office")
    with app.app_context():
        province = db.session.get(Task, tiers.top).rectification_list
        middle = db.session.get(Task, tiers.middle).list_id
        assert province.code == "P1"
    data = {"kind": "merged_into", "list": str(middle), "number": "9", "reason": "合办"}
    answer = client.post(f"/tasks/{tiers.top}/links/new", data=data)
    assert "还有1项下级任务没有销号" in answer.text
    with app.app_context():
        assert db.session.get(Task, tiers.top).state is TaskState.IN_RECTIFICATION
