import re

import pytest

from app.access.roles import Role

ENTRY = re.compile(r'class="item" href="([^"]+)"')
QUEUE, REPORTED = "/close-out/queue", ["/overview/", "/ledgers/", "/assessments/"]
OFFICE = [
    "/", "/tasks/", QUEUE, "/petitions/", "/intake/", "/engagements/", "/inspections/", *REPORTED,
    "/accountability/", "/publication/", "/procedures/",
]  # fmt: skip
SEES = {
    Role.OFFICE: OFFICE,
    Role.UNIT: ["/", "/tasks/", QUEUE, "/assessments/"],
    Role.SUPERVISOR: ["/", "/tasks/", QUEUE],
    Role.LEADER: [page for page in OFFICE if page != "/intake/"],
    Role.AUDITOR: ["/", "/audit/"],
    Role.AUDIT_ADMIN: ["/", "/audit/"],
    Role.SYSTEM_ADMIN: ["/", "/units/", "/people"],
    Role.SECURITY_ADMIN: ["/", "/units/", "/people"],
    Role.PETITION_CLERK: ["/", "/petitions/", "/publication/"],
}


@pytest.mark.parametrize("role", list(Role))
def test_everybody_is_led_to_what_they_may_open_and_no_further(doors, log_in, role):
    client = log_in(doors.people[role])
    entries = ENTRY.findall(client.get("/").text)
    assert [entry.rstrip("/") for entry in entries] == [path.rstrip("/") for path in SEES[role]]
    assert [client.get(entry).status_code for entry in entries] == [200] * len(entries)


def test_a_stranger_is_led_nowhere(client):
    assert ENTRY.findall(client.get("/", follow_redirects=True).text) == []


def test_the_entry_that_one_is_at_is_marked(clerk):
    page = clerk.get("/inspections/new").text
    (marked,) = re.findall(r'class="item" href="([^"]+)" aria-current="page"', page)
    assert marked == "/inspections/"
