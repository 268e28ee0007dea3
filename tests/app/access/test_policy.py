"""Who may do what: every action asked by every role, then the subject's part in the answer."""

from dataclasses import dataclass
from itertools import product
from typing import get_args

import pytest

from app.access.actions import Action, TaskAction
from app.access.actor import Actor, Grant, Part, Party
from app.access.policy import POLICY, permits
from app.access.roles import Role

ROLES = {
    "o": Role.OFFICE,
    "u": Role.UNIT,
    "s": Role.SUPERVISOR,
    "l": Role.LEADER,
    "a": Role.AUDITOR,
    "A": Role.AUDIT_ADMIN,
    "y": Role.SYSTEM_ADMIN,
    "e": Role.SECURITY_ADMIN,
    "p": Role.PETITION_CLERK,
}
EVERYBODY = "".join(ROLES)
MATRIX = {
    "home:read": EVERYBODY,
    "task:list": "ouls",
    "task:read": "ouls",
    "task:export": "ouls",
    "task:open": "o",
    "task:correct": "o",
    "task:amend": "o",
    "task:unlist": "o",
    "task:set-criteria": "o",
    "task:hand-over": "o",
    "task:sign": "u",
    "task:report-progress": "u",
    "task:attach-evidence": "us",
    "close-out:apply": "u",
    "close-out:verify": "osl",
    "close-out:accept": "osl",
    "close-out:return": "osl",
    "close-out:close": "o",
    "task:decompose": "o",
    "task:link": "o",
    "task:merge": "o",
    "task:plan": "o",
    "task:review-report": "u",
    "task:return-report": "o",
    "task:comment": "osl",
    "task:ask-extension": "u",
    "task:extend": "o",
    "task:refuse-extension": "o",
    "task:ask-suspension": "u",
    "task:suspend": "o",
    "task:refuse-suspension": "o",
    "task:resume": "o",
    "task:set-deadline": "o",
    "task:set-lamp": "o",
    "task:urge": "o",
    "task:reply": "u",
    "task:name-people": "o",
    "task:visit": "ol",
    "task:discuss": "o",
    "task:instruct": "o",
    "task:answer": "u",
    "task:settle": "o",
    "task:judge-pointer": "so",
    "close-out:sign-off": "osl",
    "close-out:publish": "o",
    "close-out:object": EVERYBODY,
    "close-out:examine": "osl",
    "close-out:file": "o",
    "close-out:look-back": "osl",
    "close-out:relapse": "o",
    "inspection:list": "ol",
    "inspection:create": "o",
    "inspection:edit": "o",
    "procedure:read": "ol",
    "procedure:edit": "o",
    "procedure:publish": "o",
    "acceptance:hold": "osl",
    "acceptance:read": "osl",
    "intake:read": "o",
    "intake:receive": "o",
    "intake:correct": "o",
    "intake:confirm": "o",
    "intake:abandon": "o",
    "intake:undo": "o",
    "intake:read-cases": "p",
    "intake:export": "o",
    "petition:list": "olp",
    "petition:open": "o",
    "petition:read": "p",
    "petition:export": "p",
    "letter:list": "oul",
    "letter:read": "oul",
    "letter:draft": "o",
    "letter:review": "ol",
    "letter:issue": "ol",
    "letter:withdraw": "o",
    "letter:correct": "o",
    "letter:reply": "u",
    "letter:accept": "o",
    "letter:ask-again": "o",
    "letter:end": "o",
    "letter:set-rules": "o",
    "joint-review:list": "ol",
    "joint-review:plan": "o",
    "joint-review:conclude": "o",
    "assessment:list": "olu",
    "assessment:read": "olu",
    "assessment:set-points": "o",
    "assessment:draft": "o",
    "assessment:announce": "o",
    "assessment:object": "u",
    "assessment:decide": "o",
    "assessment:publish": "o",
    "accountability:list": "ol",
    "accountability:transfer": "o",
    "accountability:edit": "o",
    "accountability:conclude": "o",
    "ledger:list": "ol",
    "ledger:read": "ol",
    "ledger:prepare": "o",
    "ledger:review": "o",
    "ledger:issue": "o",
    "publication:list": "olp",
    "publication:read": "olp",
    "publication:visit": EVERYBODY,
    "objection:list": "op",
    "objection:read": "p",
    "objection:word": "p",
    "overview:read": "ol",
    "unit:read": "ye",
    "unit:edit": "y",
    "person:read": "ye",
    "person:edit": "y",
    "person:grant": "ye",
    "person:reset-password": "ye",
    "session:log-in": EVERYBODY,
    "session:log-out": EVERYBODY,
    "session:change-password": EVERYBODY,
    "audit:read": "aA",
    "audit:verify": "aA",
}
ACTIONS = [action for kind in get_args(Action) for action in kind]

CITY, WATER, HOUSING, COUNTY, COUNTY_WATER = 1, 2, 3, 4, 5
LEAD = Party(WATER, CITY, Part.LEAD)
CHECKER = Party(HOUSING, CITY, Part.SUPERVISING)


@dataclass(frozen=True)
class Subject:
    area: str = "/1/"
    parties: frozenset[Party] = frozenset({LEAD, CHECKER})
    handed_over: bool = True


def actor(role: Role, unit: int = CITY, area: str = "/1/", *, government: bool = False) -> Actor:
    return Actor(7, "某人", (Grant(role, unit, area, is_government=government),))


def test_the_matrix_names_every_action_and_every_role():
    assert set(MATRIX) == set(POLICY) == set(ACTIONS)
    assert set(ROLES.values()) == set(Role)


@pytest.mark.parametrize(("action", "letter"), list(product(ACTIONS, ROLES)))
def test_every_role_may_do_what_the_matrix_says(action, letter):
    assert permits(actor(ROLES[letter]), action) is (letter in MATRIX[action])


@pytest.mark.parametrize("action", ACTIONS)
def test_who_has_no_role_may_do_only_what_everybody_may(action):
    assert permits(Actor(7, "某人"), action) is (MATRIX[action] == EVERYBODY)


@pytest.mark.parametrize("role", [Role.OFFICE, Role.LEADER])
def test_an_office_reaches_its_own_level_and_what_lies_below(role):
    above, own, beside = Subject("/"), Subject("/1/4/"), Subject("/9/")
    assert permits(actor(role), TaskAction.READ, own)
    assert not permits(actor(role), TaskAction.READ, beside)
    assert not permits(actor(role), TaskAction.READ, above)


def test_a_path_that_only_begins_alike_is_another_place():
    assert not permits(actor(Role.OFFICE, area="/1/"), TaskAction.READ, Subject("/11/"))


@pytest.mark.parametrize(
    ("part", "signs", "reports", "applies"),
    [
        (Part.LEAD, True, True, True),
        (Part.RESPONSIBLE, True, True, True),
        (Part.COOPERATING, True, False, False),
        (Part.SUPERVISING, False, False, False),
        (Part.ACCEPTANCE, False, False, False),
    ],
)
def test_a_unit_does_what_its_part_in_the_task_says(part, signs, reports, applies):
    subject = Subject(parties=frozenset({Party(WATER, CITY, part)}))
    unit = actor(Role.UNIT, WATER)
    assert permits(unit, TaskAction.SIGN, subject) is signs
    assert permits(unit, TaskAction.REPORT_PROGRESS, subject) is reports
    assert permits(unit, TaskAction.APPLY, subject) is applies


@pytest.mark.parametrize("action", [TaskAction.READ, TaskAction.SIGN, TaskAction.APPLY])
def test_a_unit_sees_nothing_before_it_is_handed_over(action):
    assert not permits(actor(Role.UNIT, WATER), action, Subject(handed_over=False))


def test_a_unit_without_a_part_has_no_access():
    assert not permits(actor(Role.UNIT, HOUSING), TaskAction.READ, Subject())


def test_the_unit_that_does_the_work_never_accepts_it():
    for action in (TaskAction.VERIFY, TaskAction.ACCEPT, TaskAction.RETURN):
        assert not permits(actor(Role.SUPERVISOR, WATER), action, Subject())
        assert permits(actor(Role.SUPERVISOR, HOUSING), action, Subject())


def test_a_government_reaches_what_its_departments_hold_and_nothing_flows_down():
    held_by_county_water = Subject(parties=frozenset({Party(COUNTY_WATER, COUNTY, Part.LEAD)}))
    county = actor(Role.UNIT, COUNTY, "/1/4/", government=True)
    assert permits(county, TaskAction.READ, held_by_county_water)
    held_by_county = Subject(parties=frozenset({Party(COUNTY, COUNTY, Part.LEAD)}))
    assert not permits(actor(Role.UNIT, COUNTY_WATER, "/1/4/"), TaskAction.READ, held_by_county)


def test_administrators_and_witnesses_cannot_read_a_task():
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR, Role.AUDIT_ADMIN):
        assert not permits(actor(role, government=True), TaskAction.READ, Subject())
