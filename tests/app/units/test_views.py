import pytest

from app.access.roles import Role
from app.database import db
from app.units import queries

NEW = {"name": "清江市林业局", "kind": "department", "level": "city", "parent_id": ""}


@pytest.fixture
def admin(doors, log_in):
    return log_in(doors.people[Role.SYSTEM_ADMIN])


@pytest.mark.parametrize("role", list(Role))
def test_the_tree_is_seen_by_keepers_of_rights_and_changed_by_one(doors, log_in, role):
    client = log_in(doors.people[role])
    keeps = role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
    for page in ("/units/", f"/units/{doors.water}"):
        assert client.get(page).status_code == (200 if keeps else 404)
    edits = 200 if role is Role.SYSTEM_ADMIN else 404
    for page in ("new", f"{doors.water}/name", f"{doors.water}/place", f"{doors.water}/retire"):
        assert client.get(f"/units/{page}").status_code == edits
    posted = client.post(f"/units/{doors.water}/aliases", data={"name": "水利局", "kind": "other"})
    assert posted.status_code == (302 if role is Role.SYSTEM_ADMIN else 404)


def test_a_unit_is_made_and_shown(app, admin):
    answer = admin.post("/units/", data=NEW)
    assert answer.status_code == 302
    assert "清江市林业局" in admin.get(answer.location).text
    assert "清江市林业局" in admin.get("/units/").text
    again = admin.post("/units/", data=NEW)
    assert (again.status_code, "已经有单位在用" in again.text) == (422, True)
    assert "请填写全称" in admin.post("/units/", data={**NEW, "name": " "}).text


def test_a_renamed_unit_keeps_its_old_name_in_sight(app, doors, admin):
    name = f"/units/{doors.water}/name"
    with app.app_context():
        version = queries.unit_or_none(doors.water).version
    page = admin.post(
        name, data={"name": "清江市水利局", "version": version}, follow_redirects=True
    ).text
    assert "清江市水利局" in page
    assert "曾用名" in page
    stale = admin.post(name, data={"name": "清江市河湖局", "version": version})
    assert (stale.status_code, "现在是“清江市水利局”" in stale.text) == (422, True)
    assert 'value="清江市河湖局"' in stale.text


def test_a_unit_is_moved(app, doors, admin):
    with app.app_context():
        unit = queries.unit_or_none(doors.water)
        version, county = unit.version, queries.directory()["白石县人民政府"]
    place = f"/units/{doors.water}/place"
    stale = admin.post(place, data={"parent_id": county, "version": 99})
    assert stale.status_code == 422
    assert admin.post(place, data={"parent_id": county, "version": version}).status_code == 302
    with app.app_context():
        assert db.session.get(type(unit), doors.water).government_id == county


def test_a_unit_is_retired_with_a_reason(app, doors, admin):
    retire = f"/units/{doors.housing}/retire"
    assert "请写明停用原因" in admin.post(retire, data={}).text
    assert admin.post(retire, data={"reason": "合并"}).status_code == 302
    assert "已停用" in admin.get(f"/units/{doors.housing}").text
    again = admin.post(retire, data={"reason": "合并"})
    assert (again.status_code, "已经停用" in again.text) == (422, True)


def test_a_unit_that_is_not_there_is_not_found(admin):
    assert admin.get("/units/9999").status_code == 404
    assert admin.post("/units/9999/aliases", data={}).status_code == 404
