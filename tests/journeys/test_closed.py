"""A closed task is history: no door changes it, and every attempt is in the trail."""

from datetime import date

import pytest
from sqlalchemy import func, select

from app.access.actions import TaskAction
from app.audit.models import AuditEntry
from app.audit.vocabulary import Outcome
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.models import Evidence, ProgressDraft, ProgressReport, Task, TaskEvent
from app.tasks.vocabulary import Pace, TaskState
from app.tasks.workflow import TASK_WORKFLOW
from tests.factories.city import picture, small_city
from tests.factories.doors import Somebody

FINDING = {"opinion": "再办一次，看看能不能办。", "acted_on": "2026-11-12"}
REPORT = {"percent": "1", "pace": "behind", "text": "倒退", "reason": "改"}
ATTEMPTS = (
    ("office", "POST", "hand-over", {}),
    ("worker", "POST", "sign", {}),
    ("office", "GET", "correction", {}),
    ("office", "POST", "correction", None),
    ("worker", "GET", "progress", {}),
    ("worker", "POST", "progress", REPORT),
    ("worker", "POST", "progress", {"save": "1", "text": "草稿"}),
    ("worker", "GET", "evidence", {}),
    ("worker", "POST", "evidence", "a photograph"),
    ("checker", "POST", "evidence", "a photograph"),
    ("worker", "GET", "close-out/apply", {}),
    ("worker", "POST", "close-out/apply", {"statement": "再申请一次销号，理由充分。"}),
    *(("checker", "GET", f"close-out/{deed}", {}) for deed in ("verify", "accept", "return")),
    *(("checker", "POST", f"close-out/{deed}", FINDING) for deed in ("verify", "accept", "return")),
    ("office", "POST", "close-out/return", FINDING),
    ("office", "POST", "close-out/close", FINDING),
)  # fmt: skip


@pytest.fixture
def closed(app, travel):
    """The key of a closed task and the people around it."""
    travel("2026-11-12 10:00")
    with app.app_context():
        city = small_city()
        task = city.task("1")
        report = ReportDraft(text="已改造", percent=100, pace=Pace.ON_SCHEDULE)
        tasks.report_progress(task, report, city.worker)
        finding = Finding("已看现场，达到目标。", date(2026, 11, 12))
        closeout.apply(task, "已对照目标完成。", city.worker)
        closeout.verify(task, finding, city.checker)
        closeout.accept(task, finding, city.checker)
        closeout.close(task, finding, city.office)
        people = {
            name: Somebody(getattr(city, name).person_id)
            for name in ("office", "worker", "checker")
        }
        key, lead = task.id, city.water.id
        db.session.commit()
    return key, lead, people


def _standing(app):
    """Everything that could change: rows of every kind and the task's own version."""
    with app.app_context():
        kinds = (TaskEvent, Evidence, ProgressReport, ProgressDraft)
        counts = [db.session.scalar(select(func.count()).select_from(kind)) for kind in kinds]
        task = db.session.scalars(select(Task)).one()
        return [*counts, task.version, task.state, task.problem]


def _sent(form, task_id, lead, app):
    if form == "a photograph":
        return {"files": (picture(), "late.png"), "caption": "事后补的"}
    if form is None:
        with app.app_context():
            version = db.session.get_one(Task, task_id).version
        return {"problem": "改写", "lead_unit_id": lead, "reason": "改", "version": version}
    return form


def test_no_door_changes_a_closed_task_and_the_trail_knows_who_tried(app, closed, log_in):
    task_id, lead, people = closed
    before = _standing(app)
    for name, method, door, form in ATTEMPTS:
        data = _sent(form, task_id, lead, app) if method == "POST" else None
        answer = log_in(people[name]).open(f"/tasks/{task_id}/{door}", method=method, data=data)
        assert answer.status_code in (409, 422), (name, method, door, answer.status_code)
        assert _standing(app) == before, (name, method, door)
        with app.app_context():
            newest = select(AuditEntry).order_by(AuditEntry.position.desc()).limit(1)
            entry = db.session.scalars(newest).one()
            assert entry.outcome is Outcome.REFUSED, (name, method, door)
            assert (entry.person_id, entry.subject_id) == (people[name].id, task_id)
            assert entry.reason


@pytest.mark.parametrize("action", list(TaskAction))
def test_no_action_leads_out_of_closed(action):
    if TASK_WORKFLOW.allows(TaskState.CLOSED, action):
        assert TASK_WORKFLOW.after(TaskState.CLOSED, action) is TaskState.CLOSED
