from app.access.actor import Part
from app.database import db
from app.tasks import operations, queries
from app.tasks.drafts import Correction
from tests.factories.city import SET_UP

SOURCE = {
    "import_id": 7,
    "row": 2,
    "filename": "清单.xlsx",
    "sha256": "ab" * 32,
    "uploaded_by": "李某",
    "uploaded_at": "2026-11-02T08:00:00+00:00",
    "first_line": 3,
    "last_line": 9,
    "lines": {"problem": [3], "deadline": [5], "target": [6, 8], "units": [9]},
    "texts": [
        {"number": 3, "place": "任务表!C4", "text": "第3行写着<b>混接</b>"},
        {"number": 5, "place": "", "text": "2030年12月底前"},
        {"number": 6, "place": "", "text": "污水"},
        {"number": 8, "place": "", "text": "全部收集"},
    ],
    "corrected": {"deadline": {"by": "王某", "raw": "2030年底"}},
}


def read_from(app, desk, source):
    with app.app_context():
        queries.task_or_none(desk.working).source = source
        db.session.commit()


def test_each_field_of_the_page_offers_its_place(app, desk):
    read_from(app, desk, SOURCE)
    page = desk.client("worker").get(f"/tasks/{desk.working}").text

    for at in ("任务表!C4", "第5行", "6—8行", "第9行", "清单.xlsx", "abababab"):
        assert at in page, at
    assert f"/tasks/{desk.working}/source?field=deadline#line-7-5" in page


def test_the_source_shows_the_lines_and_what_people_made_of_them(app, desk):
    read_from(app, desk, SOURCE)
    with app.app_context():
        task = queries.task_or_none(desk.working)
        lead = task.units_as(Part.LEAD)[0]
        operations.correct(task, Correction("改过的问题", "目标", lead.id, "笔误"), SET_UP)
        db.session.commit()
    page = desk.client("worker").get(f"/tasks/{desk.working}/source?field=deadline").text

    assert "第3行写着&lt;b&gt;混接&lt;/b&gt;" in page
    assert "<mark>2030年12月底前</mark>" in page
    assert "<mark>污水" not in page
    assert "核对时由王某核定，原文“2030年底”" in page
    assert "由测试更正" in page
    assert "ab" * 32 in page
    assert "/intake/7" not in page
    assert "/intake/7?row=2" in desk.client("office").get(f"/tasks/{desk.working}/source").text


def test_a_task_that_came_from_no_file_says_so(desk):
    assert "没有来源文件" in desk.client("office").get(f"/tasks/{desk.working}/source").text
    assert desk.client("outsider").get(f"/tasks/{desk.working}/source").status_code == 404
