"""For every door: a foreign record answers exactly like one that does not exist."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select
from werkzeug.routing import Rule

from app.access.policy import permits
from app.accounts.queries import person_or_none
from app.audit.models import AuditEntry
from app.audit.queries import first_break, head
from app.audit.vocabulary import Outcome
from app.clock import today
from app.database import db
from app.intake.views.workbooks import XLSX
from tests.factories.abroad import MISSING, SECRETS, two_cities

READERS = (
    "other unit", "supervising unit's own work", "county leader", "county office", "auditor",
    "system administrator", "another city's office", "another city's unit",
    "another city's supervisor", "another city's leader", "stranger",
)  # fmt: skip
ADMINISTRATORS = frozenset({"system administrator"})
AT_THE_DOOR = frozenset({"auditor", "system administrator", "stranger"})
"""Those who try every door; the others try those behind which they may do something."""

# Records that administrators keep for all cities; foreign to everybody else.
FOR_ADMINISTRATORS = frozenset({"person_id", "assignment_id", "unit_id"})

# Parts of an address that name no record: any word of the page will do.
WORDS = {
    "fingerprint": "0" * 16,
    "number": 1,
    "word": "drop",
    "name": "problem",
    "filename": "css/tokens.css",
}

# Posts whose address names no record, with what they send to name one.
NAMED_IN_THE_FORM = {
    "assessment.draft": lambda world, key: {
        "list": key or world.list_id, "first_day": "2026-11-01", "last_day": "2026-11-02",
    },
    "tasks.hand_over": lambda world, key: {"task": key or world.draft},
    "intake.receive": lambda world, key: {
        "list": key or world.list_id, "file": (BytesIO("一、清单".encode()), "a.txt"),
    },
    "intake.export_cases": lambda world, key: {
        "list": key or world.list_id, "reason": "报督察组核对",
    },
    "ledgers.prepare": lambda world, key: {
        "list": world.code if key is None else str(key), "last_day": "2026-11-22",
    },
}  # fmt: skip

# Posts that name no record at all, or only make new ones.
NAMES_NOTHING = frozenset({
    "intake.export_tasks",  # the list stands in the address: test_exports.py
    "accounts.log_in", "accounts.log_out", "accounts.change_password", "accounts.create_person",
    "desk.hold",  # the list stands in the address: NARROWED
    "audit.verify", "inspections.create_inspection", "ledgers.verify", "preferences.choose",
    "public.answer", "units.create_unit",
})  # fmt: skip

# Pages that narrow what they show by what the address says.
NARROWED = (
    "/tasks/?list={code}", "/tasks/?unit={unit_id}", "/tasks/?supervisor={housing}",
    "/tasks/?aspect=1", "/tasks/?aspect=2", "/tasks/?after={task_id}", "/tasks/?q=混接",
    "/tasks/?books=all", "/tasks/?state=draft", "/overview/?list={code}", "/ledgers/?list={code}",
    "/close-out/queue", "/close-out/queue?unit={unit_id}", "/close-out/sessions/new?list={code}",
    "/intake/?before=2000000000", "/intake/new?list={code}",
)  # fmt: skip


@pytest.fixture
def world(app, travel):
    travel("2026-11-20 10:00")
    return two_cities(app)


@pytest.fixture(params=READERS)
def reader(request, world, log_in, client):
    """Each of those for whom the city's records do not exist, with a client."""
    name = request.param
    return name, client if name == "stranger" else log_in(world.readers[name])


def _doors(app) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule, method


def _addresses(app, rule, keys) -> tuple[str, str]:
    """The address of the foreign record, and of one that does not exist."""
    records = rule.arguments - WORDS.keys()
    found = {name: keys[name] for name in records}
    none = {name: MISSING[type(keys[name])] for name in records}
    words = {name: WORDS[name] for name in rule.arguments & WORDS.keys()}
    addresses = app.url_map.bind("localhost")
    return tuple(addresses.build(rule.endpoint, {**one, **words}) for one in (found, none))


def _said(answer, address) -> tuple[int, str, str]:
    """What an answer tells, without the address that the asker knew already."""
    text = re.sub(r'name="csrf_token"[^>]*', "", answer.text)
    quoted = address.replace("/", "%2F")
    cleaned = [
        one.replace(address, "").replace(quoted, "") for one in (text, answer.location or "")
    ]
    return answer.status_code, *cleaned


def _words(answer) -> str:
    """What a page or a workbook says."""
    if answer.mimetype != XLSX:
        return answer.text
    with ZipFile(BytesIO(answer.data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def test_every_door_is_known_to_these_tests(app, world):
    """A new route needs its record in `two_cities`, or a word here that says it names none."""
    for rule, method in _doors(app):
        unknown = rule.arguments - world.keys.keys() - WORDS.keys()
        assert not unknown, f"{rule.endpoint}: no foreign record for {unknown}"
        if method == "POST" and not rule.arguments - WORDS.keys():
            assert rule.endpoint in NAMES_NOTHING | NAMED_IN_THE_FORM.keys(), rule.endpoint


def test_a_foreign_record_answers_like_one_that_does_not_exist(app, world, reader):
    """Whoever may do such a thing somewhere else is told nothing; the trail is told."""
    name, client = reader
    for rule, method in _doors(app):
        records = rule.arguments - WORDS.keys()
        if not records or (name in ADMINISTRATORS and records <= FOR_ADMINISTRATORS):
            continue
        action = app.view_functions[rule.endpoint].action
        if "public" in vars(app.view_functions[rule.endpoint]):
            continue  # open to everybody: tests/app/publication
        if name not in AT_THE_DOOR and not permits(_actor(app, world.readers[name]), action):
            continue
        before = _trail(app)
        address, nowhere = _addresses(app, rule, world.keys)
        foreign = _said(client.open(address, method=method), address)
        if name == "stranger":
            assert foreign[0] == (302 if method == "GET" else 401), (method, rule.rule)
            continue
        assert foreign[0] == 404, (name, method, rule.rule)
        assert _refusals(app, before) == [world.readers[name].id], (name, method, rule.rule)
        missing = _said(client.open(nowhere, method=method), nowhere)
        assert foreign == missing, (name, method, rule.rule)
    with app.app_context():
        assert first_break() is None


def _actor(app, somebody):
    with app.app_context():
        return person_or_none(somebody.id).actor(today(), "")


def _trail(app) -> int:
    with app.app_context():
        return head().count


def _refusals(app, before) -> list[int]:
    """Who was refused since an entry of the trail."""
    with app.app_context():
        since = select(AuditEntry).where(AuditEntry.position > before)
        entries = db.session.scalars(since).all()
        assert all(one.outcome is Outcome.REFUSED and one.origin for one in entries)
        return [one.person_id for one in entries]


def test_a_foreign_record_named_in_a_form_answers_like_a_missing_one(world, reader):
    name, client = reader
    addresses = {"assessment.draft": "/assessments/",
                 "tasks.hand_over": "/tasks/hand-over", "intake.receive": "/intake/new",
                 "intake.export_cases": "/intake/exports/cases",
                 "ledgers.prepare": "/ledgers/drafts"}  # fmt: skip
    for endpoint, form in NAMED_IN_THE_FORM.items():
        address = addresses[endpoint]
        foreign, missing = (
            _said(client.post(address, data=form(world, key)), address)
            for key in (None, MISSING[int])
        )
        assert foreign == missing, (name, endpoint)
        assert foreign[0] in (401, 404, 422), (name, endpoint)


def test_no_page_tells_of_foreign_records(app, world, reader):
    name, client = reader
    own = [rule.rule for rule, method in _doors(app) if method == "GET" and not rule.arguments]
    facts = {**world.keys, "code": world.code, "housing": world.housing}
    for address in (*own, *(one.format(**facts) for one in NARROWED)):
        if address in ("/styleguide/", "/audit/") or address.startswith("/units"):
            continue
        answer = client.get(address, follow_redirects=True)
        text = _words(answer).replace('value="混接"', "").replace("“混接”", "")
        for secret in SECRETS:
            assert secret not in text, (name, address, secret)


def test_a_page_after_a_foreign_task_is_the_page_after_a_missing_one(world, log_in):
    for name in ("another city's office", "another city's unit", "county office"):
        client = log_in(world.readers[name])
        foreign = client.get(f"/tasks/?after={world.keys['task_id']}")
        missing = client.get(f"/tasks/?after={MISSING[int]}")
        after = [f"after={key}" for key in (world.keys["task_id"], MISSING[int])]
        assert _said(foreign, after[0]) == _said(missing, after[1])
