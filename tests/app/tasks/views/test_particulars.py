from app.database import db
from app.tasks import queries
from app.tasks.operations.parts import set_indicators, set_sites
from app.tasks.snapshot import without_parts
from app.tasks.views.particulars import particulars

SAID = {
    "people": [
        {"name": "吴某某", "post": "局长", "unit": "县水务局", "role": "responsible"},
        {"name": "王某", "post": None, "unit": None, "role": "contact"},
    ],
    "sites": [
        {"number": None, "name": "<b>东门桥</b>", "requirement": None, "units": ["市城管局"],
         "deadline": {"raw": "立行立改"}, "status": "completed", "remarks": "已拍照"},
    ],
    "indicators": [
        {"name": "管网覆盖率", "comparison": ">=", "value": 95.0, "unit": "%",
         "due_on": "2026-12-31", "text": "管网覆盖率达到95%以上"},
    ],
    "links": [{"kind": "merged", "text": "与第一轮第9项合并"}],
    "status": "behind_schedule",
    "lamp": "blue",
    "percent": "60%",
    "deadline_details": {"starts_on": "2024-01-01", "base": "方案批复", "amount": 3,
                         "unit": "months"},
    "publicity": {"from": "2024-06-03", "to": "2024-06-06", "claimed": 10, "unit": "working_days",
                  "counted": 4, "sufficient": False},
    "notice": {"document_number": "清办函1号", "recipients": ["甲县", "乙县"],
               "contact": {"phone": "0000-1"}},
    "remarks": "涉及:两处",
}  # fmt: skip


def test_every_particular_reads_in_words(app):
    with app.test_request_context():
        told = {said.name: said.text for said in particulars(SAID).sentences}
    assert told == {
        "people": "责任人：吴某某　县水务局 局长；联系人：王某",
        "links": "与第一轮第9项合并",
        "status": "未达到序时进度",
        "percent": "60%",
        "lamp": "蓝灯",
        "deadline_details": "自2024年1月1日起，从“方案批复”算起，3个月",
        "publicity": "2024年6月3日—2024年6月6日，写明10个工作日，实为4个工作日，公示期不足",
        "notice": "文号：清办函1号；主送：甲县、乙县；联系方式：0000-1",
        "remarks": "涉及:两处",
    }


def test_the_page_shows_sites_and_indicators_as_tables_and_escapes_them(app, desk):
    with app.app_context():
        task = queries.task_or_none(desk.working)
        task.particulars = without_parts(SAID)
        set_sites(task, SAID["sites"])
        set_indicators(task, SAID["indicators"])
        db.session.commit()
    page = desk.client("worker").get(f"/tasks/{desk.working}").text

    assert "&lt;b&gt;东门桥&lt;/b&gt;" in page
    assert "<b>东门桥" not in page
    for said in (
        "点位　1/1",
        "市城管局",
        "立行立改",
        "已拍照",
        "指标　0/1",
        "≥95",
        "2026年12月31日",
        "原文所载",
    ):
        assert said in page, said


def test_a_task_without_particulars_shows_no_such_section(desk):
    assert "原文所载" not in desk.client("office").get(f"/tasks/{desk.working}").text
