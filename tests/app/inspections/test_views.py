import re

import pytest

from app.database import db
from app.inspections.models import Inspection, RectificationList
from tests.factories.city import small_city
from tests.factories.doors import Somebody

NEW = {
    "name": "第三轮督察", "level": "central", "kind": "inspection", "round": "3",
    "onsite_from": "2026-04-08", "onsite_to": "2026-05-08", "feedback_on": "2026-07-15",
}  # fmt: skip
LIST = {
    "name": "清江市整改清单", "code": "C3", "document_prefix": "清整改", "period_kind": "week",
    "cutoff_hour": "18", "near_due_days": "30",
}  # fmt: skip


def version(page):
    return re.search(r'name="version"[^>]*value="(\d+)"', page).group(1)


@pytest.fixture
def office(desk):
    return desk.client("office")


def test_an_inspection_is_made_and_then_its_list(app, office):
    made = office.post("/inspections/new", data=NEW)
    assert made.status_code == 302
    assert "督察已建立" in office.get(made.location).text
    page = office.post(made.location, data=LIST, follow_redirects=True).text
    assert "整改清单已建立" in page
    for words in ("第三轮督察", "第三轮", "2026年4月8日", "清整改", "周期最后一天18时", "提前30天"):
        assert words in page
    with app.app_context():
        assert db.session.query(RectificationList).filter_by(code="C3").one().inspection.round == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "请填写名称"),
        ({"name": "第二轮督察"}, "已有名为“第二轮督察”的督察"),
        ({"round": "0"}, "轮次是1至99的整数"),
        ({"onsite_to": "2026-04-01"}, "离开日期不能早于进驻日期"),
        ({"feedback_on": "2026-04-01"}, "反馈日期不能早于进驻日期"),
    ],
)
def test_an_inspection_that_cannot_be_is_refused_beside_its_field(office, change, words):
    answer = office.post("/inspections/new", data=NEW | change)
    assert answer.status_code == 422
    assert answer.text.count(words) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "C2"}, "清单代号“C2”已被使用"),
        ({"code": "中文"}, "清单代号用2至32个字母"),
        ({"cutoff_hour": "25"}, "时刻为0至24"),
        ({"near_due_days": ""}, "请填写提前多少天"),
    ],
)
def test_a_list_that_cannot_be_is_refused_beside_its_field(app, office, change, words):
    with app.app_context():
        inspection = db.session.query(Inspection).one().id
    answer = office.post(f"/inspections/{inspection}/lists/new", data=LIST | change)
    assert answer.status_code == 422
    assert answer.text.count(words) == 2


def test_an_inspection_is_edited_and_the_second_editor_is_told(app, office):
    with app.app_context():
        inspection = db.session.query(Inspection).one().id
    address = f"/inspections/{inspection}/edit"
    seen = version(office.get(address).text)
    page = office.post(address, data=NEW | {"version": seen}, follow_redirects=True).text
    assert "督察信息已更新" in page
    assert "第三轮督察" in page
    late = office.post(address, data=NEW | {"name": "另一个名称", "version": seen})
    assert (late.status_code, "另一个名称" in late.text) == (409, True)
    wrong = office.post(address, data=NEW | {"name": "", "version": seen})
    assert wrong.status_code == 422


def test_a_list_keeps_its_code_and_its_period(app, office):
    with app.app_context():
        shown = db.session.query(RectificationList).one().id
    address = f"/inspections/lists/{shown}/edit"
    form = office.get(address).text
    assert "清单代号C2，每周调度" in form
    changed = LIST | {"near_due_days": "15", "version": version(form)}
    assert "提前15天" in office.post(address, data=changed, follow_redirects=True).text
    with app.app_context():
        assert db.session.query(RectificationList).one().code == "C2"
    assert office.post(address, data=changed).status_code == 409
    assert office.post(address, data=changed | {"name": ""}).status_code == 422


def test_what_is_not_there_is_not_found(office):
    assert office.get("/inspections/4711/edit").status_code == 404
    assert office.get("/inspections/lists/4711/edit").status_code == 404


def test_leaders_read_and_units_see_nothing(desk):
    page = desk.client("leader").get("/inspections/").text
    assert "第二轮督察" in page
    assert "/edit" not in page
    for name in ("leader", "worker", "checker"):
        assert desk.client(name).get("/inspections/new").status_code == 404
    assert desk.client("worker").get("/inspections/").status_code == 404


def test_before_the_first_inspection_the_office_is_told_what_to_do(app, log_in):
    with app.app_context():
        clerk = Somebody(small_city().office.person_id)
        for kept in (*db.session.query(RectificationList), *db.session.query(Inspection)):
            db.session.delete(kept)
        db.session.commit()
    page = log_in(clerk).get("/inspections/").text
    assert "还没有督察" in page
    assert page.count('href="/inspections/new"') == 1
