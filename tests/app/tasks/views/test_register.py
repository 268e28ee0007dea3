import re

import pytest
from sqlalchemy import event

from app.access.actor import Part
from app.accounts.queries import person_or_none
from app.clock import today
from app.database import db
from app.deadlines.phrases import read_deadline
from app.inspections.models import RectificationList
from app.tasks import operations
from app.tasks.drafts import TaskDraft
from app.tasks.queries import task_or_none
from tests.factories.city import small_city
from tests.factories.doors import Somebody

NUMBERS = re.compile(r'<td class="num second[^"]*">([^<]+)</td>')


def numbers(client, query=""):
    page = client.get(f"/tasks/{query}")
    assert page.status_code == 200
    return NUMBERS.findall(page.text)


def test_the_office_sees_the_whole_list_with_its_drafts(desk):
    page = desk.client("office").get("/tasks/").text
    assert NUMBERS.findall(page) == ["1", "2", "3", "4"]
    assert "一、水环境方面" in page
    assert "（二）河道治理" in page
    assert "全部4项：已完成1项（其中销号0项），未完成但达到序时进度0项，未达到序时进度1项" in page
    assert "待交办1项" in page


def test_a_unit_sees_its_own_and_no_draft_and_no_figure_of_others(desk):
    page = desk.client("worker").get("/tasks/").text
    assert NUMBERS.findall(page) == ["1", "2", "3"]
    assert "待交办" not in page
    assert "全部3项" in page
    assert numbers(desk.client("outsider")) == []
    assert "没有您可以看的任务" in desk.client("outsider").get("/tasks/").text


def test_every_line_says_how_the_task_stands(desk):
    page = desk.client("office").get("/tasks/").text
    rows = dict(zip(NUMBERS.findall(page), page.split("data-href=")[1:], strict=True))
    assert "逾期4天" in rows["1"]
    assert "红灯" in rows["1"]
    assert "未报" in rows["1"]
    assert "长期坚持" in rows["2"]
    assert "现场核查" in rows["3"]
    assert "已完成" in rows["3"]
    assert "待交办" in rows["4"]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?state=in_rectification", ["1", "2"]),
        ("?step=verification", ["3"]),
        ("?stage=behind", ["1"]),
        ("?lamp=red", ["1"]),
        ("?due=overdue", ["1"]),
        ("?missing=1", ["1", "2"]),
        ("?q=第3处", ["3"]),
        ("?q=住建局&state=draft", ["4"]),
        ("?state=nonsense&aspect=x", ["1", "2", "3", "4"]),
    ],
)
def test_an_address_narrows_the_list(desk, query, left):
    assert numbers(desk.client("office"), query) == left


def test_the_count_beside_a_value_is_what_the_value_leaves(desk):
    client = desk.client("office")
    page = client.get("/tasks/").text
    facets = page[page.index('class="facets"') : page.index("<table")]
    offered = re.findall(r'<a href="([^"]+)">(?:(?!</a>).)*?<i>(\d+)</i></a>', facets, re.DOTALL)
    assert len(offered) > 5
    for href, count in offered:
        found = NUMBERS.findall(client.get(href.replace("&amp;", "&")).text)
        assert len(found) == int(count), href


def test_lists_to_choose_from_narrow_too(desk):
    client = desk.client("office")
    page = client.get("/tasks/").text
    for name, label in (("aspect", "大气方面 2"), ("unit", "清江市水务局 4"), ("supervisor", "4")):
        select = re.search(rf'<select[^>]*name="{name}".*?</select>', page, re.DOTALL).group()
        values = re.findall(r'value="(\d+)"[^>]*>([^<]+)<', select)
        value = next(value for value, text in values if text.endswith(label))
        assert numbers(client, f"?{name}={value}")


def test_a_search_that_finds_nothing_offers_ways_out(desk):
    page = desk.client("office").get("/tasks/?q=月亮&lamp=red").text
    assert "没有符合这2个条件的任务" in page
    assert "去掉“月亮”" in page
    assert "去掉“红灯”" in page


def test_drafts_that_are_ticked_are_handed_over_together(desk):
    client = desk.client("office")
    assert f'name="task" value="{desk.draft}"' in client.get("/tasks/").text
    page = client.post("/tasks/hand-over", data={"task": [desk.draft]}, follow_redirects=True)
    assert "已交办1项" in page.text
    assert numbers(desk.client("worker")) == ["1", "2", "3", "4"]


def test_only_the_office_ticks_and_hands_over(desk):
    leader = desk.client("leader")
    assert 'type="checkbox"' not in leader.get("/tasks/").text
    assert leader.post("/tasks/hand-over", data={"task": [desk.draft]}).status_code == 404
    assert numbers(leader, "?state=draft") == ["4"]


def test_the_next_page_begins_after_the_last_line(desk):
    client = desk.client("office")
    assert numbers(client, f"?after={desk.quiet}") == ["3", "4"]
    assert "回到第一页" in client.get(f"/tasks/?after={desk.quiet}").text


def test_wide_rows_show_the_problem_whole(desk):
    client = desk.client("office")
    client.set_cookie("density", "roomy")
    assert "clip2" in client.get("/tasks/").text


def test_a_second_list_is_chosen_by_its_code(app, desk):
    with app.app_context():
        first = db.session.query(RectificationList).one()
        second = RectificationList(
            inspection_id=first.inspection_id, code="C9", name="第二份清单",
            government_id=first.government_id, office_id=first.office_id, document_prefix="清整",
        )  # fmt: skip
        db.session.add(second)
        db.session.commit()
    client = desk.client("office")
    assert numbers(client) == ["1", "2", "3", "4"]
    page = client.get("/tasks/?list=C9").text
    assert 'value="C9" selected' in page
    assert "清单里还没有任务" in page


def test_before_the_first_list_everybody_is_told_what_comes_next(app, log_in):
    with app.app_context():
        city = small_city()
        for kept in db.session.query(RectificationList):
            db.session.delete(kept)
        people = city.office.person_id, city.worker.person_id
        db.session.commit()
    office, worker = (log_in(Somebody(key)) for key in people)
    assert "还没有整改清单" in office.get("/tasks/").text
    assert "没有您可以看的任务" in worker.get("/tasks/").text


def test_a_longer_list_asks_the_database_no_more_often(app, desk):
    client = desk.client("office")
    few = _queries(app, client)
    with app.app_context():
        shown = db.session.query(RectificationList).one()
        clerk = _actor(desk.people["office"])
        for number in range(10, 30):
            operations.open_task(shown, _draft(desk, str(number)), clerk)
        db.session.commit()
    assert _queries(app, client) == few


def _queries(app, client):
    counted = []
    with app.app_context():
        engine = db.engine

    def note(_connection, _cursor, statement, *_rest):
        counted.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    client.get("/tasks/")
    event.remove(engine, "before_cursor_execute", note)
    return len([one for one in counted if one.startswith("SELECT")])


def _actor(person_id):
    return person_or_none(person_id).actor(today(), "")


def _draft(desk, number):
    like = task_or_none(desk.working)
    parts = tuple((Part(link.part), link.unit_id) for link in like.links)
    return TaskDraft(
        number=number, aspect="土壤方面", category="固废", problem=f"第{number}处", target=None,
        deadline=read_deadline("长期坚持"), parts=parts, counting_unit_id=like.counting_unit_id,
    )  # fmt: skip
