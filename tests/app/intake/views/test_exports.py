"""The register and the cases as workbooks, from their pages."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import Engine, event

from app.access.actor import Part
from app.audit.models import AuditEntry
from app.database import db
from app.intake.parsing.document import parse_file
from app.petitions.drafts import CaseDraft
from app.petitions.models import PetitionCase
from app.petitions.operations import open_cases
from app.petitions.vocabulary import CaseStatus, Channel, Verdict
from tests.factories.city import petition_clerk, small_city

TEXTS = {
    "content": "河边一家面馆油烟直排。", "investigation": "经查属实。", "handling": "责令整改1家。",
    "personal_data": [{"field": "content", "kind": "name", "text": "赵某某"}],
}  # fmt: skip


@pytest.fixture
def enter(app, log_in):
    """A city with tasks, and whoever enters."""
    with app.app_context():
        city = small_city()
        fill(city, range(1, 4))
        city.task("20", problem="山塘淤积")
        db.session.commit()
        people = {name: getattr(city, name).person_id for name in ("office", "worker", "outsider")}
    return lambda name: log_in(type("Somebody", (), {"id": people[name]})())


def fill(city, numbers):
    for number in numbers:
        parts = ((Part.LEAD, city.water.id), (Part.SUPERVISING, city.housing.id))
        city.task(str(number), category=f"第{number}类", parts=parts)


def rows(answer):
    assert answer.status_code == 200
    sheet = openpyxl.load_workbook(BytesIO(answer.data)).worksheets[0]
    labels = [cell.value for cell in sheet[1]]
    return [
        dict(zip(labels, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def test_the_register_is_exported_under_its_filter(enter):
    client = enter("office")
    page = client.get("/tasks/?list=C2&q=淤积").text
    assert 'action="/intake/exports/tasks?list=C2&amp;q=' in page
    assert [row["编号"] for row in rows(client.post("/intake/exports/tasks?list=C2"))] == [
        "1", "2", "3", "20",
    ]  # fmt: skip
    assert [row["编号"] for row in rows(client.post("/intake/exports/tasks?q=淤积"))] == ["20"]


def test_who_sees_no_task_exports_none(app, enter):
    assert enter("outsider").post("/intake/exports/tasks").status_code == 404
    assert len(rows(enter("worker").post("/intake/exports/tasks"))) == 4
    with app.app_context():
        assert db.session.query(AuditEntry).filter_by(action="task:export").count() == 1


def test_the_number_of_queries_does_not_grow_with_the_number_of_tasks(app, log_in):
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    with app.app_context():
        city = small_city()
        fill(city, range(1, 4))
        db.session.commit()
        person = type("Somebody", (), {"id": city.office.person_id})()
    client, counts = log_in(person), []
    event.listen(Engine, "before_cursor_execute", note)
    try:
        for more in (range(0), range(30, 60)):
            with app.app_context():
                db.session.add_all([city.list, city.water, city.housing])
                fill(city, more)
                db.session.commit()
            client.post("/intake/exports/tasks")
            asked.clear()
            assert client.post("/intake/exports/tasks").status_code == 200
            counts.append(len(asked))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert counts[0] == counts[1] <= 25


CASE = CaseDraft(
    number="D2QJ202609100017", sequence="1", priority=True, channel=Channel.CALL, batch_number=3,
    batch_on=date(2026, 9, 10), pollution_types=("大气", "噪声"), units=("白石县人民政府",),
    substantiated=Verdict.PARTLY, status=CaseStatus.PHASE_CONCLUDED, district="白石县",
    counts={"ordered": 1, "fine_fen": 650050, "held_accountable": 0},
    repeats=("X2QJ202609080003",), texts=TEXTS,
    source={"filename": "x", "first_line": 1, "last_line": 1, "sha256": ""},
)  # fmt: skip


@pytest.fixture
def clerk(app, log_in):
    """Whoever may read the cases of a list that has one."""
    with app.app_context():
        city = small_city()
        person = petition_clerk(city)
        open_cases(city.list, [CASE], city.office)
        db.session.commit()
        people = {"clerk": person.person_id, "office": city.office.person_id}
    return lambda name: log_in(type("Somebody", (), {"id": people[name]})())


def test_cases_are_exported_with_a_right_and_a_reason(app, clerk):
    client = clerk("clerk")
    assert "/intake/exports/cases" in client.get("/petitions/").text
    assert "导出理由" in client.get("/intake/exports/cases").text
    assert (
        client.post("/intake/exports/cases", data={"list": "1", "reason": "看"}).status_code == 422
    )
    with app.app_context():
        key = db.session.query(PetitionCase).one().list_id
    answer = client.post("/intake/exports/cases", data={"list": key, "reason": "报督察组核对"})
    (row,) = rows(answer)
    assert row["交办问题基本情况"] == TEXTS["content"]
    assert (row["受理编号"], row["罚款（元）"]) == ("D2QJ202609100017", "6500.5")
    assert not any("赵某某" in str(value) for value in row.values())
    with app.app_context():
        entry = db.session.query(AuditEntry).filter_by(action="petition:export").one()
        assert (entry.reason, entry.after["numbers"]) == ("报督察组核对", [CASE.number])


def test_cases_without_the_right_are_not_exported(clerk):
    client = clerk("office")
    assert "/intake/exports/cases" not in client.get("/petitions/").text
    assert client.get("/intake/exports/cases").status_code == 404
    answer = client.post("/intake/exports/cases", data={"list": "1", "reason": "报督察组核对"})
    assert answer.status_code == 404


def test_exported_cases_read_back_as_the_same(app, clerk, tmp_path):
    with app.app_context():
        key = db.session.query(PetitionCase).one().list_id
    answer = clerk("clerk").post(
        "/intake/exports/cases", data={"list": key, "reason": "报督察组核对"}
    )
    file = tmp_path / "信访件.xlsx"
    file.write_bytes(answer.data)
    document = parse_file(file)
    (read,) = document.items
    assert document.kind == "cases"
    assert not document.coverage["unexplained"]
    assert (read.number, read.sequence, read.priority, read.channel) == (
        CASE.number, "1", True, "call",
    )  # fmt: skip
    assert read.batch == {"number": 3, "date": "2026-09-10"}
    assert (read.content, read.investigation, read.handling) == (
        TEXTS["content"], TEXTS["investigation"], TEXTS["handling"],
    )  # fmt: skip
    assert (read.area, read.pollution_types, read.units) == (
        "白石县", ["大气", "噪声"], ["白石县人民政府"],
    )  # fmt: skip
    assert (read.substantiated, read.status) == ("partly", "phase_concluded")
    assert (read.counts, read.repeats) == (dict(CASE.counts), list(CASE.repeats))
    assert not read.needs_review
