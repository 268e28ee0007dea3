import pytest

from app.access.actions import PersonAction, TaskAction
from app.access.actor import Actor
from app.access.policy import POLICY
from app.access.roles import Role
from app.audit import queries
from app.audit.drafts import Sensitive, TrailFilter
from app.audit.operations import record
from app.audit.vocabulary import ACTIONS
from app.database import db
from tests.app.audit.tampering import past_the_triggers

WITNESSES = (Role.AUDITOR, Role.AUDIT_ADMIN)


@pytest.fixture
def auditor(doors, log_in):
    return log_in(doors.people[Role.AUDITOR])


def write(app, **facts):
    with app.app_context():
        record(Actor(77, "周敏", origin="10.1.2.3"), PersonAction.GRANT, **facts)
        db.session.commit()


@pytest.mark.parametrize("role", list(Role))
def test_only_witnesses_read_the_trail(doors, log_in, role):
    client = log_in(doors.people[role])
    assert client.get("/audit/").status_code == (200 if role in WITNESSES else 404)
    assert client.post("/audit/verify").status_code == (302 if role in WITNESSES else 404)


def test_what_was_refused_stands_in_the_trail(app, doors, log_in, auditor):
    log_in(doors.people[Role.UNIT]).get("/people")
    page = auditor.get("/audit/?outcome=refused").text
    for word in ("查看人员", "被拒绝", "worker", "127.0.0.1"):
        assert word in page


def test_before_and_after_are_read_in_chinese(app, auditor):
    write(
        app,
        before={"role": "office", "ends_on": None, "active": True, "name": "未变"},
        after={"role": "leader", "ends_on": "2026-11-30", "active": False, "units": ["甲", "乙"],
               "odd": {"name": "丙"}, "phone": Sensitive("139"), "name": "未变"},
        reason="轮岗",
    )  # fmt: skip
    page = auditor.get("/audit/?action=person:grant").text
    for words in ("整改办 → 领导", "无 → 2026年11月30日", "是 → 否", "甲、乙", "丙", "（不显示）",
                  "轮岗", "授予或收回角色", "10.1.2.3"):  # fmt: skip
        assert words in page
    for raw in ("person:grant</", "ends_on", "leader", "未变"):
        assert raw not in page.split("<tbody>")[1]


def test_the_trail_is_searched(app, auditor):
    write(app)
    assert "周敏" in auditor.get("/audit/?person=周").text.split("<tbody>")[1]
    assert "没有符合的记录" in auditor.get("/audit/?person=没有这个人").text
    assert "没有符合的记录" in auditor.get("/audit/?last=2000-01-01").text
    assert 'aria-invalid="true"' in auditor.get("/audit/?first=昨天").text


def test_the_trail_has_pages(app, auditor):
    with app.app_context():
        for _ in range(60):
            record(Actor(77, "周敏"), TaskAction.SIGN)
        db.session.commit()
    page = auditor.get("/audit/?person=周").text
    assert "下一页" in page
    assert "below=" in page
    assert "回到第一页" in auditor.get("/audit/?below=20").text


def test_a_whole_trail_is_proved_and_the_proof_written_down(app, auditor):
    page = auditor.post("/audit/verify", follow_redirects=True).text
    assert "没有改动、缺失或调换" in page
    with app.app_context():
        found = queries.entries(TrailFilter(action="audit:verify"), below=None, limit=9)
        assert len(found) == 1


def test_a_broken_trail_is_told(app, auditor):
    with app.app_context(), past_the_triggers() as run:
        run("UPDATE audit_entry SET actor_name = '别人' WHERE position = 2")
    page = auditor.post("/audit/verify", follow_redirects=True).text
    assert "第2条：内容被改动" in page


def test_every_action_has_words_of_its_own():
    assert set(ACTIONS) == set(POLICY)
    assert len(set(ACTIONS.values())) == len(ACTIONS)
