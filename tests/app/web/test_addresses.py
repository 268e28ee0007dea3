"""Whatever an address or a form says, no page breaks, and nobody is led off the site."""

import pytest
from sqlalchemy import select

from app.access.roles import Role
from app.accounts.models import Person
from app.database import db

HUGE = str(10**30)
ODD = (
    "-1",
    "0",
    str(2**31),
    str(2**63),
    HUGE,
    "9" * 5000,
    "１２",
    "NaN",
    "1e5",
    "%00",
    "%ED%A0%80",
)
PLACES = {
    Role.OFFICE: (
        "/tasks/?after={}", "/tasks/?unit={}", "/tasks/?supervisor={}", "/tasks/?aspect={}",
        "/tasks/?q={}", "/tasks/?list={}", "/tasks/{}", "/tasks/{}/correction",
        "/tasks/evidence/{}", "/intake/{}", "/intake/?before={}", "/intake/1?row={}",
        "/intake/new?list={}", "/inspections/{}/edit", "/inspections/lists/{}/edit",
        "/ledgers/{}", "/ledgers/{}/file", "/ledgers/?list={}", "/overview/?list={}",
    ),
    Role.SYSTEM_ADMIN: (
        "/people/{}", "/people?q={}", "/people?after={}", "/people/roles/{}/end", "/units/{}",
        "/units/{}/name",
    ),
    Role.AUDITOR: (
        "/audit/?below={}", "/audit/?person={}", "/audit/?subject_id={}", "/audit/?action={}",
        "/audit/?first={}", "/audit/?last={}", "/audit/?first=0001-01-01",
        "/audit/?last=9999-12-31",
    ),
}  # fmt: skip
ELSEWHERE = (
    "//evil.example/", "/\\evil.example", "https://evil.example/", "/\t/evil.example",
    "/\n/evil.example", "\\\\evil.example", "javascript:alert(1)", "/%09/evil.example", "",
)  # fmt: skip


@pytest.mark.parametrize("role", PLACES)
def test_no_number_or_word_in_an_address_breaks_a_page(doors, log_in, role):
    client = log_in(doors.people[role])
    for place in PLACES[role]:
        for odd in ODD:
            answer = client.get(place.format(odd))
            assert answer.status_code in (200, 404, 422), (place, odd[:40], answer.status_code)


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\x7f", "\uffff"])
def test_a_form_with_a_character_that_no_text_has_is_refused(app, doors, log_in, character):
    client = log_in(doors.people[Role.SYSTEM_ADMIN])
    answer = client.post("/people", data={"login": "newcomer", "name": f"王{character}五"})
    assert answer.status_code == 422
    assert "控制字符" in answer.text
    with app.app_context():
        assert db.session.scalar(select(Person).where(Person.login == "newcomer")) is None


def test_lines_and_tabs_are_text(app, doors, log_in):
    answer = log_in(doors.people[Role.OFFICE]).post(
        "/inspections/new",
        data={"name": "第一行\r\n第二行\t末", "level": "central", "kind": "inspection"},
    )
    assert answer.status_code == 302


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_login_and_a_preference_lead_nowhere_else(client, clerk, place):
    sent = client.post("/preferences/theme", data={"value": "dark", "back": place})
    entered = clerk.get("/login", query_string={"next": place})
    for answer in (sent, entered):
        location = answer.location or ""
        assert answer.status_code in (302, 303, 422)
        assert location in ("", "/", "/%2509/evil.example") or location.startswith("/%09")


def test_a_role_for_a_unit_beyond_all_numbers_is_refused_in_words(app, doors, log_in):
    client = log_in(doors.people[Role.SYSTEM_ADMIN])
    somebody = doors.people[Role.UNIT].id
    for unit in (HUGE, str(2**31), "-5"):
        answer = client.post(
            f"/people/{somebody}/roles",
            data={"unit_id": unit, "role": "office", "starts_on": "2026-11-22"},
        )
        assert answer.status_code == 422


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "x"])
def test_a_day_beyond_the_calendar_is_refused(doors, log_in, day):
    client = log_in(doors.people[Role.OFFICE])
    answer = client.post("/ledgers/drafts", data={"list": "C2", "last_day": day})
    assert answer.status_code == 422
