"""Three tiers: a province, a city, two counties, each with an office, a list and people."""

from dataclasses import dataclass, field

from app.access.actor import Actor, Part
from app.access.roles import Role
from app.accounts.models import Assignment, Person
from app.clock import today
from app.database import db
from app.deadlines.phrases import read_deadline
from app.inspections import operations as inspections
from app.inspections.drafts import InspectionDraft, ListDraft
from app.inspections.models import RectificationList
from app.inspections.vocabulary import InspectionLevel, SourceKind
from app.tasks import operations as tasks
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.models import Task
from app.units import operations as units
from app.units.drafts import UnitDraft
from app.units.models import Unit
from app.units.vocabulary import UnitKind, UnitLevel
from tests.factories.city import SET_UP

SOURCES = (SourceKind.INSPECTION, SourceKind.LOOK_BACK, SourceKind.WARNING_FILM,
           SourceKind.WORK_PLAN)  # fmt: skip


@dataclass
class Seat:
    """One government: its units, its list, and an actor in each role."""

    government: Unit
    office_unit: Unit
    water: Unit
    housing: Unit
    list: RectificationList
    office: Actor
    worker: Actor
    checker: Actor
    leader: Actor

    @property
    def people(self) -> tuple[Actor, ...]:
        return (self.office, self.worker, self.checker, self.leader)

    def draft(self, number: str = "1", **changes: object) -> TaskDraft:
        """A task that the water bureau leads and the housing bureau checks."""
        values: dict[str, object] = {
            "number": number,
            "aspect": "水环境方面",
            "category": "污水收集不足",
            "problem": f"{self.government.label}第{number}处管网混接",
            "target": "污水全部收集",
            "deadline": read_deadline("2030年12月底前"),
            "parts": ((Part.LEAD, self.water.id), (Part.SUPERVISING, self.housing.id)),
            "counting_unit_id": self.water.id,
            "measures": (MeasureDraft("改造管网"),),
        }
        return TaskDraft(**(values | changes))

    def task(self, number: str = "1", **changes: object) -> Task:
        """A task of its own that has been handed over."""
        task = tasks.open_task(self.list, self.draft(number, **changes), self.office)
        tasks.hand_over(task, self.office)
        db.session.flush()
        return task

    def child(self, parent: Task, actor: Actor, number: str = "1", **changes: object) -> Task:
        """A task decomposed from another for this government, and handed over."""
        task = tasks.decompose(parent, self.list, self.draft(number, **changes), actor)
        tasks.hand_over(task, self.office)
        db.session.flush()
        return task


@dataclass
class Province:
    """The three tiers; `seats` from the top."""

    province: Seat
    city: Seat
    county: Seat
    other_county: Seat
    seats: tuple[Seat, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.seats = (self.province, self.city, self.county, self.other_county)

    @property
    def people(self) -> tuple[Actor, ...]:
        return tuple(person for seat in self.seats for person in seat.people)


def small_province() -> Province:
    """Build the three tiers in the session; nothing is committed."""
    province = _seat("青川省", "P", UnitLevel.PROVINCE, None)
    city = _seat("云泽市", "Y", UnitLevel.CITY, province.government)
    county = _seat("东山县", "D", UnitLevel.COUNTY, city.government)
    other = _seat("西岭县", "X", UnitLevel.COUNTY, city.government)
    inspections.built_in_procedure()
    db.session.flush()
    return Province(province, city, county, other)


def _seat(place: str, letter: str, level: UnitLevel, above: Unit | None) -> Seat:
    government = _unit(f"{place}人民政府", UnitKind.GOVERNMENT, level, above)
    office = _unit(f"{place}整改办", UnitKind.DEPARTMENT, level, government)
    water = _unit(f"{place}水务局", UnitKind.DEPARTMENT, level, government)
    housing = _unit(f"{place}住建局", UnitKind.DEPARTMENT, level, government)
    clerk = _actor(f"{letter}-office", Role.OFFICE, office)
    kind = SOURCES["PYDX".index(letter)]
    inspection = inspections.create_inspection(
        InspectionDraft(name=f"{place}督察", level=InspectionLevel.PROVINCIAL, kind=kind), clerk
    )
    shown = inspections.create_list(
        inspection, ListDraft(f"{letter}1", f"{place}整改清单", f"{place}整改"), clerk
    )
    db.session.flush()
    return Seat(
        government, office, water, housing, shown, clerk,
        _actor(f"{letter}-worker", Role.UNIT, water),
        _actor(f"{letter}-checker", Role.SUPERVISOR, housing),
        _actor(f"{letter}-leader", Role.LEADER, government),
    )  # fmt: skip


def _unit(name: str, kind: UnitKind, level: UnitLevel, parent: Unit | None) -> Unit:
    draft = UnitDraft(
        name, kind, level, parent.id if parent else None, name.removesuffix("人民政府")
    )
    return units.create_unit(draft, SET_UP)


def _actor(login: str, role: Role, unit: Unit) -> Actor:
    login = login.lower()
    person = Person(login=login, name=login, password_hash="!", must_change_password=False)
    person.assignments.append(Assignment(unit=unit, role=role, starts_on=today()))
    db.session.add(person)
    db.session.flush()
    return person.actor(today(), "127.0.0.1")
