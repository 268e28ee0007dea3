"""Two cities on one database: what one keeps must not exist for anybody of the other."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from flask import Flask

from app.access.actions import TaskAction
from app.access.actor import Part
from app.access.roles import Role
from app.accountability.drafts import MatterDraft
from app.accountability.operations import transfer
from app.accounts.models import Assignment, Person
from app.assessment.drafts import Points
from app.assessment.models import Assessment, AssessmentLine
from app.assessment.operations import set_points
from app.assessment.vocabulary import AssessmentState, PointKind
from app.clock import now, today
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.closeout.operations.procedures import start_version
from app.closeout.operations.sessions import Minutes, Verdict, hold_session
from app.database import db
from app.deadlines.periods import period_around
from app.engagements import operations as engagements
from app.engagements.drafts import PersonDraft, ReviewDraft
from app.engagements.models import JointReview, TaskPerson
from app.engagements.vocabulary import PersonRole
from app.files.operations import open_blob, put
from app.inspections import operations as inspections
from app.inspections.drafts import InspectionDraft, ListDraft
from app.inspections.queries import procedures_for
from app.inspections.vocabulary import InspectionLevel
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.operations.directory import directory_for
from app.intake.operations.names import remember
from app.intake.operations.staging import stage
from app.intake.parsing.document import parse_file
from app.intake.vocabulary import ImportState
from app.ledgers import operations as ledgers
from app.petitions.drafts import CaseDraft
from app.petitions.models import PetitionCase
from app.petitions.operations import open_cases
from app.tasks import operations as tasks
from app.tasks.drafts import InstructionDraft, ReportDraft
from app.tasks.models import Task
from app.tasks.queries import events_of
from app.tasks.vocabulary import InstructionOrigin, LinkKind, Pace
from app.units import operations as units
from app.units.drafts import UnitDraft
from app.units.models import Unit
from app.units.vocabulary import UnitKind, UnitLevel
from tests.app.intake.papers import PLAN
from tests.factories.city import SET_UP, City, picture, small_city
from tests.factories.doors import Somebody
from tests.factories.publishing import objection, publicity

CASES = """序号\t受理编号\t交办问题基本情况\t行政区域\t是否属实
1\tD2QJ202609100017\t管网混接，污水进河。\t老城区\t属实
"""
MISSING = {int: 2_000_000_000, str: "nothing-of-that-name"}
SECRETS = ("市渔政局", "管网混接", "第二轮督察", "混接点旁的照片", "site.png", "secret-list.txt")
"""Words of the city's records that nobody abroad may meet on any page."""


@dataclass(frozen=True)
class Abroad:
    """Keys of the city's records by the name that addresses give them, and people without them."""

    keys: dict[str, int | str]
    readers: dict[str, Somebody]
    code: str
    list_id: int
    water: int
    housing: int
    draft: int


def two_cities(app: Flask) -> Abroad:
    """Build and commit both; every reader is foreign to the first one's records."""
    with app.app_context():
        city = small_city()
        keys, draft = _records(city)
        readers = _bystanders(city) | _neighbours()
        found = Abroad(
            keys, readers, city.list.code, city.list.id, city.water.id, city.housing.id, draft
        )
        db.session.commit()
        return found


def _records(city: City) -> tuple[dict[str, int | str], int]:
    """One record of each kind that an address can name."""
    task = city.task("1")
    tasks.sign(task, city.worker)
    report = ReportDraft(text="老城区管网混接已改", percent=40, pace=Pace.BEHIND)
    tasks.report_progress(task, report, city.worker)
    photo = put(picture(), "site.png")
    evidence = tasks.attach_evidence(task, photo, "site.png", "混接点旁的照片", city.worker)
    draft = tasks.open_task(city.list, city.draft("2"), city.office)
    shown = publicity(city, number="3")
    objected = objection(shown, name="混接点旁的照片")
    tie = tasks.link(task, draft, LinkKind.SAME_SOURCE, "同一条河", city.office)
    document = _import(city, PLAN)
    staged, case = _cases(city)
    last_day = period_around("week", today())[1]
    ledger = ledgers.prepare(city.list, last_day, city.office)
    db.session.flush()
    person = db.session.get_one(Person, city.worker.person_id)
    asked = InstructionDraft(
        city.water.id, "管网混接处逐一核实", today(), InstructionOrigin.DISPATCH
    )
    given = tasks.instruct(task, asked, city.office)
    sponsor, review = _engagements(city, task)
    judged = _assessment(city, task)
    matter = transfer(city.list, MatterDraft("1", "管网混接失职", "纪委", today()), city.office)
    db.session.flush()
    keys: dict[str, int | str] = {
        "task_id": task.id, "link_id": tie.id,
        "token": evidence.token, "public_id": ledger.public_id,
        "inspection_id": city.list.inspection_id, "list_id": city.list.id,
        "name_id": _remembered(document, city), "import_id": document.id,
        "row_id": document.rows[0].id,
        "person_id": person.id, "assignment_id": person.assignments[0].id,
        "unit_id": city.water.id, "matter_id": matter.id, "code": city.list.code,
        "instruction_id": given.id, "assessment_id": judged.id, "line_id": judged.lines[0].id,
        "sponsor_id": sponsor.id, "review_id": review.id,
        "case_id": staged.id, "case_token": case.token,
        "notice_id": shown.public_id, "objection_token": objected.token, "photo_token": "none",
        "procedure_id": _procedure(city), "session_id": _session(city),
    }  # fmt: skip
    return keys, draft.id


def _engagements(city: City, task: Task) -> tuple[TaskPerson, JointReview]:
    """A sponsoring leader of the task, and a joint review that discusses it."""
    named = PersonDraft(PersonRole.SPONSOR, "管网混接包案人", "副市长", every_days=30)
    held = ReviewDraft("管网混接会审", today(), "市长", (task.id,))
    return (
        engagements.name_person(task, named, city.office),
        engagements.plan_review(city.list, held, city.office),
    )


def _procedure(city: City) -> int:
    """A draft of the city's own, which nobody abroad may read."""
    (found,) = (one for one in procedures_for(city.office) if one.code == "works")
    new = start_version(found, "渔政局销号程序", city.office)
    db.session.flush()
    return new.id


def _session(city: City) -> int:
    """A session at which the housing bureau accepted a task."""
    closing = city.task("9")
    tasks.report_progress(closing, ReportDraft("做完", 100, Pace.ON_SCHEDULE), city.worker)
    closeout.apply(closing, "对照目标，全部做完。", city.worker)
    seen = Finding("看过三处。", today())
    closeout.verify(closing, seen, city.checker)
    held = hold_session(
        city.list, Minutes(today(), "渔政局会议纪要"),
        [Verdict(closing, TaskAction.ACCEPT, seen)], city.checker,
    )  # fmt: skip
    return held.id


def _assessment(city: City, task: Task) -> Assessment:
    """An announced assessment with one line; its facts have their own tests."""
    rules = set_points(city.list, Points(), city.office)
    event = events_of(task.id)[0]
    line = AssessmentLine(
        unit_id=city.water.id, kind=PointKind.RETURNED, points=-2, task=task, day=today(),
        event=event, struck=False,
    )  # fmt: skip
    judged = Assessment(
        rectification_list=city.list, rules=rules, first_day=today(), last_day=today(),
        units=[city.water.id], lines=[line], state=AssessmentState.ANNOUNCED, announced_at=now(),
    )  # fmt: skip
    db.session.add(judged)
    db.session.flush()
    return judged


def _remembered(document: IntakeDocument, city: City) -> int:
    (key,) = remember(document, "市渔政局", city.water.id, city.office)
    return key


def _import(city: City, text: str) -> IntakeDocument:
    """An import under review, read in this process."""
    blob = put(BytesIO(text.encode()), "secret-list.txt")
    document = IntakeDocument(
        rectification_list=city.list, blob=blob, filename="secret-list.txt",
        state=ImportState.REVIEW, uploaded_by_id=city.office.person_id,
        uploaded_by_name="office", uploaded_at=now(),
    )  # fmt: skip
    db.session.add(document)
    db.session.flush()
    with open_blob(blob) as stream:
        parsed = parse_file(Path(stream.name), "secret-list.txt")
    content = parsed.to_json(with_lines=True)
    stage(document, content, directory_for(document.area))
    db.session.flush()
    return document


def _cases(city: City) -> tuple[IntakeCase, PetitionCase]:
    """A case under review, and a case that was recorded."""
    staged = _import(city, CASES).cases[0]
    draft = CaseDraft("D1", {"content": "混接点"}, {"filename": "secret-list.txt"})
    return staged, open_cases(city.list, [draft], city.office)[0]


def _bystanders(city: City) -> dict[str, Somebody]:
    """People of the same city who have no part in its records, and its administrators."""
    return {
        "other unit": _somebody("b-unit", Role.UNIT, city.county_water),
        "supervising unit's own work": _somebody("b-mixed", Role.UNIT, city.housing),
        "county leader": _somebody("b-leader", Role.LEADER, city.county),
        "county office": _somebody("b-office", Role.OFFICE, city.county),
        "auditor": Somebody(city.auditor.person_id or 0),
        "system administrator": Somebody(city.administrator.person_id or 0),
    }


def _neighbours() -> dict[str, Somebody]:
    """Everybody of another city, with a list and a task of its own."""
    government = _unit("云山市人民政府", UnitKind.GOVERNMENT)
    office = _unit("云山市整改办", UnitKind.DEPARTMENT, government)
    parks = _unit("云山市园林局", UnitKind.DEPARTMENT, government)
    roads = _unit("云山市交通局", UnitKind.DEPARTMENT, government)
    found = {
        "another city's office": _somebody("n-office", Role.OFFICE, office),
        "another city's unit": _somebody("n-unit", Role.UNIT, parks),
        "another city's supervisor": _somebody("n-supervisor", Role.SUPERVISOR, roads),
        "another city's leader": _somebody("n-leader", Role.LEADER, government),
    }
    clerk = db.session.get_one(Person, found["another city's office"].id).actor(today(), "x")
    kept = inspections.create_inspection(
        InspectionDraft(name="云山省级督察", level=InspectionLevel.PROVINCIAL), clerk
    )
    own = inspections.create_list(
        kept, ListDraft(code="N1", name="云山任务表", document_prefix="云整改"), clerk
    )
    parts = ((Part.LEAD, parks.id), (Part.SUPERVISING, roads.id))
    draft = City.draft(_nowhere(parks, roads), "1", problem="公园积水", parts=parts)
    tasks.hand_over(tasks.open_task(own, draft, clerk), clerk)
    return found


def _nowhere(lead: Unit, check: Unit) -> City:
    """Enough of a city for a draft: the two units that a task needs."""
    city = City.__new__(City)
    city.water, city.housing = lead, check
    return city


def _unit(name: str, kind: UnitKind, parent: Unit | None = None) -> Unit:
    draft = UnitDraft(name, kind, UnitLevel.CITY, parent.id if parent else None)
    return units.create_unit(draft, SET_UP)


def _somebody(login: str, role: Role, unit: Unit) -> Somebody:
    person = Person(login=login, name=login, password_hash="!", must_change_password=False)
    person.assignments.append(Assignment(unit=unit, role=role, starts_on=today()))
    db.session.add(person)
    db.session.flush()
    return Somebody(person.id)
