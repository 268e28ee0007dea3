"""A small city: a government, its office, two bureaus, a county, a list, people in each role."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from app.access.actor import Actor, Part
from app.access.roles import Role
from app.accounts.models import Assignment, Person
from app.clock import today
from app.database import db
from app.deadlines.phrases import read_deadline
from app.inspections import operations as inspections
from app.inspections.drafts import InspectionDraft, ListDraft
from app.inspections.models import RectificationList
from app.inspections.vocabulary import InspectionLevel
from app.tasks import operations as tasks
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.models import Task
from app.units import operations as units
from app.units.drafts import UnitDraft
from app.units.models import Unit
from app.units.vocabulary import UnitKind, UnitLevel

SET_UP = Actor(person_id=None, name="测试", origin="测试")


@dataclass
class City:
    """Units and actors by what they are; tasks are opened by `task`."""

    government: Unit
    office_unit: Unit
    water: Unit
    housing: Unit
    county: Unit
    county_water: Unit
    list: RectificationList
    office: Actor
    worker: Actor
    colleague: Actor
    checker: Actor
    leader: Actor
    auditor: Actor
    administrator: Actor
    outsider: Actor

    def draft(self, number: str = "1", **changes: object) -> TaskDraft:
        """A task that the water bureau leads and the housing bureau checks."""
        values: dict[str, object] = {
            "number": number,
            "aspect": "水环境方面",
            "category": "污水收集不足",
            "problem": f"第{number}处管网混接",
            "target": "污水全部收集",
            "deadline": read_deadline("2030年12月底前"),
            "parts": ((Part.LEAD, self.water.id), (Part.SUPERVISING, self.housing.id)),
            "counting_unit_id": self.water.id,
            "measures": (MeasureDraft("改造管网"),),
        }
        return TaskDraft(**(values | changes))

    def task(self, number: str = "1", **changes: object) -> Task:
        """A task that has been handed over."""
        task = tasks.open_task(self.list, self.draft(number, **changes), self.office)
        tasks.hand_over(task, self.office)
        db.session.flush()
        return task


def small_city() -> City:
    """Build the city in the session; nothing is committed."""
    government = _unit("清江市人民政府", UnitKind.GOVERNMENT)
    office = _unit("清江市整改办", UnitKind.DEPARTMENT, government)
    water = _unit("清江市水务局", UnitKind.DEPARTMENT, government)
    housing = _unit("清江市住建局", UnitKind.DEPARTMENT, government)
    county = _unit("白石县人民政府", UnitKind.GOVERNMENT, government, UnitLevel.COUNTY)
    county_water = _unit("白石县水务局", UnitKind.DEPARTMENT, county, UnitLevel.COUNTY)
    clerk = _actor("office", Role.OFFICE, office)
    inspection = inspections.create_inspection(
        InspectionDraft(name="第二轮督察", level=InspectionLevel.CENTRAL, round=2), clerk
    )
    shown = inspections.create_list(
        inspection, ListDraft(code="C2", name="整改清单", document_prefix="清整改台账"), clerk
    )
    inspections.built_in_procedure()
    db.session.flush()
    return City(
        government=government,
        office_unit=office,
        water=water,
        housing=housing,
        county=county,
        county_water=county_water,
        list=shown,
        office=clerk,
        worker=_actor("worker", Role.UNIT, water),
        colleague=_actor("colleague", Role.UNIT, water),
        checker=_actor("checker", Role.SUPERVISOR, housing),
        leader=_actor("leader", Role.LEADER, government),
        auditor=_actor("auditor", Role.AUDITOR, government),
        administrator=_actor("administrator", Role.SYSTEM_ADMIN, government),
        outsider=_actor("outsider", Role.UNIT, county_water),
    )


def _unit(
    name: str, kind: UnitKind, parent: Unit | None = None, level: UnitLevel = UnitLevel.CITY
) -> Unit:
    draft = UnitDraft(name=name, kind=kind, level=level, parent_id=parent.id if parent else None)
    return units.create_unit(draft, SET_UP)


def petition_clerk(city: City) -> Actor:
    """Somebody of the office who may read petition cases too."""
    return _actor("clerk", Role.OFFICE, city.office_unit, Role.PETITION_CLERK)


def _actor(login: str, role: Role, unit: Unit, *further: Role) -> Actor:
    """Somebody who cannot log in with a password (hashing takes long) but can act."""
    person = Person(login=login, name=login, password_hash="!", must_change_password=False)
    for each in (role, *further):
        person.assignments.append(Assignment(unit=unit, role=each, starts_on=today()))
    db.session.add(person)
    db.session.flush()
    return person.actor(today(), "127.0.0.1")


def picture(shade: int = 0) -> BytesIO:
    """A small photograph; another shade is another content."""
    drawn = BytesIO()
    Image.new("RGB", (8, 6), (shade, 90, 120)).save(drawn, "PNG")
    drawn.seek(0)
    return drawn
