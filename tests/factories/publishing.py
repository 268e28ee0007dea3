"""A task that stands at publicity, and a notice about it: what tests of publication begin with."""

from datetime import date

from app.calendars.operations import load_known_years
from app.clock import now, today
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.deadlines.windows import DayCount
from app.inspections.models import Procedure, ProcedureStep
from app.inspections.vocabulary import LimitKind, StepKind, StepOwner
from app.publication.drafts import NoticeDraft, ObjectionDraft
from app.publication.models import Objection, Publicity
from app.publication.operations import object_to, open_publicity, query_code
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.operations import report_progress
from app.tasks.vocabulary import Pace
from tests.factories.city import City

STEPS = (
    (StepKind.SELF_CHECK, StepOwner.APPLICANT, None),
    (StepKind.APPLICATION, StepOwner.APPLICANT, None),
    (StepKind.VERIFICATION, StepOwner.SUPERVISING, 30),
    (StepKind.ACCEPTANCE, StepOwner.ACCEPTANCE, 30),
    (StepKind.PUBLICITY, StepOwner.OFFICE, 10),
    (StepKind.OBJECTION, StepOwner.OFFICE, 10),
    (StepKind.CLOSE_OUT, StepOwner.OFFICE, 30),
)
NAME, PHONE, WORDS = "欧阳采蘩", "13912345678", "雨天北段仍有污水溢出，七号井盖处最重。"


def published_procedure() -> Procedure:
    """A procedure whose publicity takes ten working days, and the calendar that says which."""
    load_known_years()
    steps = [
        ProcedureStep(
            position=position, kind=kind, owner=owner, days=days, limit_kind=LimitKind.WORKING
        )
        for position, (kind, owner, days) in enumerate(STEPS, start=1)
    ]
    procedure = Procedure(
        code="public", version_no=1, name="公示程序", published_at=now(), steps=steps
    )
    db.session.add(procedure)
    db.session.flush()
    return procedure


def accepted_task(city: City, number: str = "1") -> Task:
    """A task that has been accepted and waits to be published."""
    task = city.task(number)
    task.procedure = published_procedure()
    report_progress(task, ReportDraft("改造完成。", 100, Pace.ON_SCHEDULE), city.worker)
    closeout.apply(task, "全部管网已改造，经自查达到整改目标。", city.worker)
    closeout.verify(task, Finding("现场查看3处，均已改造。", today()), city.checker)
    closeout.accept(task, Finding("同意验收。", today()), city.checker)
    return task


def notice(first: date | None = None, **changes: object) -> NoticeDraft:
    values: dict[str, object] = {
        "first": first or today(),
        "length": 10,
        "kind": DayCount.WORKING,
        "title": "关于第1项整改完成情况的公示",
        "lead": "第1项整改任务已完成，现予公示。",
        "fields": {"problem": "管网混接", "progress": "管网已改造。", "target": ""},
        "contact": "来信：清江市整改办　来电：0000-1234567",
    }
    return NoticeDraft(**(values | changes))  # type: ignore[arg-type]  # each by its name


def publicity(city: City, first: date | None = None, number: str = "1") -> Publicity:
    return open_publicity(accepted_task(city, number), notice(first), "", city.office)


def objection(
    subject: Publicity, receipt: str = "r1", address: str = "10.0.0.1", **changes: object
) -> Objection:
    draft = ObjectionDraft(**({"text": WORDS, "name": NAME, "phone": PHONE} | changes))  # type: ignore[arg-type]  # each by its name
    return object_to(subject, draft, query_code(receipt), address)
