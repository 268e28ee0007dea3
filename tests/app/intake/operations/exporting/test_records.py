"""What is exported is imported unchanged: the same values in every column, equal tasks."""

from io import BytesIO

import openpyxl
import pytest

from app import clock
from app.access.actor import Part
from app.audit.models import AuditEntry
from app.database import db
from app.deadlines.phrases import read_deadline
from app.inspections.drafts import ListDraft
from app.inspections.operations import create_list
from app.intake.operations import confirm, receive
from app.intake.operations.exporting import export_tasks
from app.intake.operations.revision import revision_of
from app.intake.parsing.document import parse_file
from app.intake.snapshot.items import item_of_line
from app.intake.snapshot.task_columns import TASKS
from app.tasks import operations as tasks
from app.tasks import queries
from app.tasks.drafts import MeasureDraft, ReportDraft
from app.tasks.models import Task
from app.tasks.queries import Scope, TaskFilter
from app.tasks.vocabulary import NumberLevel, Pace

PEOPLE = [
    {"name": "孙某某", "post": "局长", "unit": "清江市水务局", "role": "responsible"},
    {"name": "钱某某", "post": "副市长", "unit": None, "role": "sponsor"},
]
SITES = [
    {
        "name": "甲河段", "requirement": "清淤", "units": ["清江市水务局"], "status": None,
        "deadline": read_deadline("2026年底前").to_json(), "number": None, "remarks": None,
    },
    {
        "name": "乙河段", "requirement": None, "units": [], "status": None, "deadline": None,
        "number": None, "remarks": None,
    },
]  # fmt: skip
UNITS = ("lead", "responsible", "cooperating", "supervising", "acceptance")


@pytest.fixture
def books(city):
    """Tasks of every kind of wording, in two categories."""
    parts = (
        (Part.LEAD, city.water.id), (Part.RESPONSIBLE, city.county.id),
        (Part.RESPONSIBLE, city.county_water.id), (Part.COOPERATING, city.office_unit.id),
        (Part.SUPERVISING, city.housing.id), (Part.ACCEPTANCE, city.housing.id),
    )  # fmt: skip
    measures = (
        MeasureDraft("排查管网，2025年6月底前完成。", None, read_deadline("2025年6月底前")),
        MeasureDraft(
            "改造混接点。", "清江市水务局、白石县人民政府", read_deadline("2026年8月31日前")
        ),
        MeasureDraft("长期养护", None, read_deadline("长期坚持")),
    )  # fmt: skip
    city.task(
        "17-3", parts=parts, measures=measures, deadline=read_deadline("2025年底前完成并长期坚持")
    )
    city.task(
        "2", problem="=1+1是公式吗？+86、-3、@某处都是字。", target=None, measures=(),
        deadline=read_deadline("立行立改"), other_numbers={NumberLevel.PROVINCE: "23"},
    )  # fmt: skip
    city.task("JSP-07", category="污泥处置不规范", deadline=read_deadline("尽快"),
              particulars={"remarks": "与第2项同源", "people": PEOPLE, "sites": SITES})  # fmt: skip
    city.task("9", aspect="面源污染方面", category="乡镇治理滞后",
              deadline=read_deadline("2026年6月30日前（原时限2025年底前）"))  # fmt: skip
    late = city.task("10", aspect="面源污染方面", category="乡镇治理滞后")
    draft = ReportDraft("完成一处，正在验收。", 60, Pace.BEHIND, "征地未完成", "加快交地")
    tasks.report_progress(late, draft, city.worker)
    return city


def lines_of(subject, actor):
    scope = Scope(lists=(subject,), day=clock.today(), actor=actor, drafts=True)
    return queries.whole(scope, TaskFilter())


def exported(subject, actor, folder):
    file = folder / "清单.xlsx"
    with file.open("wb") as stream:
        export_tasks(stream, [subject], lines_of(subject, actor), actor)
    return file


def test_every_column_is_read_back_as_it_was_written(books, tmp_path):
    lines = lines_of(books.list, books.office)
    document = parse_file(exported(books.list, books.office, tmp_path))
    assert not document.coverage["unexplained"]
    assert len(document.items) == len(lines) == 5
    for item, line in zip(document.items, lines, strict=True):
        told = item_of_line(line)
        for key in ("number", "other_numbers", "aspect", "category", "problem", "target",
                    "progress", "percent", "status", "difficulty", "next_step", "remarks",
                    *(f"{part}_units" for part in UNITS)):  # fmt: skip
            assert (getattr(item, key) or None) == (told[key] or None), (item.number, key)
        assert sorted(map(str, map(vars, item.people))) == sorted(map(str, told["people"] or ()))
        assert [(each.name, each.requirement, list(each.units)) for each in item.sites] == [
            (each["name"], each["requirement"], each["units"]) for each in told["sites"] or ()
        ]
        assert item.lamp == (None if told["lamp"] == "off" else told["lamp"])
        assert not item.deadline.needs_review
        assert (item.deadline.raw, item.deadline.due_on) == (
            line.task.deadline_wording, line.task.due_on,
        )  # fmt: skip
        assert [
            (each.text, list(each.units), each.deadline and each.deadline.due_on)
            for each in item.measures
        ] == [
            (each.text, each.units.split("、") if each.units else [], each.due_on)
            for each in line.task.measures
        ]


def same(task: Task):
    return (
        task.number, task.category.aspect.title, task.category.title, task.problem, task.target,
        task.deadline_kind, task.deadline_wording, task.due_on, task.original_wording,
        task.original_due_on, task.sustained, task.immediate, task.stages, task.counting_unit_id,
        [(link.part, link.unit_id) for link in task.links],
        {each.level: each.number for each in task.numbers},
        [(each.text, each.units, each.deadline_wording, each.due_on) for each in task.measures],
    )  # fmt: skip


def test_an_exported_list_is_imported_unchanged(books, tmp_path):
    office = books.office
    file = exported(books.list, office, tmp_path)
    second = ListDraft(code="C3", name="第二份清单", document_prefix="清整改二")
    fresh = create_list(books.list.inspection, second, office)
    with file.open("rb") as stream:
        document = receive(stream, file.name, fresh, office)
    assert [row.doubts for row in document.rows] == [[]] * 5
    assert document.unexplained == []
    confirm(document, office)
    before, after = queries.tasks_of_list(books.list.id), queries.tasks_of_list(fresh.id)
    assert [same(task) for task in after] == [same(task) for task in before]


def test_an_export_is_written_down_and_texts_stay_texts(books, tmp_path):
    file = exported(books.list, books.office, tmp_path)
    entry = db.session.query(AuditEntry).filter_by(action="task:export").one()
    assert entry.after["numbers"] == ["17-3", "2", "JSP-07", "9", "10"]
    sheet = openpyxl.load_workbook(file).worksheets[0]
    labels = [column.label for column in TASKS.columns]
    cell = {label: sheet.cell(3, place) for place, label in enumerate(labels, start=1)}
    assert (cell["问题"].data_type, cell["问题"].value[:4]) == ("s", "=1+1")
    assert sheet.cell(2, 1).value == "17-3"
    assert sheet.cell(2, labels.index("时限日期") + 1).is_date
    assert sheet.cell(2, labels.index("整改措施") + 1).value.startswith("（1）排查管网")


def test_a_unit_exports_what_it_sees(books, tmp_path):
    stream = BytesIO()
    lines = lines_of(books.list, books.outsider)
    export_tasks(stream, [books.list], lines, books.outsider)
    sheet = openpyxl.load_workbook(stream).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["17-3"]


def test_an_exported_list_is_recognised_as_what_stands_in_the_list(books, tmp_path):
    """Nothing has changed, nothing is new, nothing is missing: not even what units reported."""
    file = exported(books.list, books.office, tmp_path)
    with file.open("rb") as stream:
        document = receive(stream, file.name, books.list, books.office)
    assert [row.doubts for row in document.rows] == [[]] * 5
    revision = revision_of(document)
    assert [one.match.task and one.match.task.number for one in revision.compared] == [
        "17-3", "2", "JSP-07", "9", "10",
    ]  # fmt: skip
    told = {one.match.row.number: [each.field for each in one.changes] for one in revision.compared}
    assert told == {number: [] for number in told}
    assert revision.unlisted == []
