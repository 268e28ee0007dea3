import re

import pytest

from app.clock import today
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.tasks import operations, queries
from app.tasks.models import Evidence, Task
from app.tasks.views.outlook import names
from app.tasks.vocabulary import TaskState
from tests.factories.city import picture
from tests.factories.desk import report

BUTTON = re.compile(r'<span class="btn-row deeds">.*?</span>', re.DOTALL)


def deeds(page):
    """The names of what the page offers, the solid one last."""
    found = BUTTON.search(page)
    return re.findall(r">([^<>\s]+)</(?:a|button)>", found.group()) if found else []


def sentence(page):
    note = page[page.index("steps-note") :]
    return re.sub(r"<[^>]+>", "", note[: note.index("</span>")].partition(">")[2]).strip()


@pytest.mark.parametrize(
    ("name", "task", "offered"),
    [
        ("office", "draft", ["分解到下级", "更正", "定验收标准", "交办"]),
        ("office", "working", ["分解到下级", "更正"]),
        ("office", "closing", ["退回整改"]),
        ("worker", "quiet", ["上传证据", "报本期进展", "签收"]),
        ("worker", "working", ["申请销号", "上传证据", "报本期进展"]),
        ("worker", "closing", ["上传证据", "报本期进展"]),
        ("checker", "closing", ["退回整改", "上传证据", "填写核查意见"]),
        ("leader", "closing", []),
    ],
)
def test_a_page_offers_what_its_reader_may_do_now(desk, name, task, offered):
    page = desk.client(name).get(f"/tasks/{getattr(desk, task)}").text
    assert deeds(page) == offered
    urgent = set(offered) - {"更正", "定验收标准", "分解到下级"}
    assert page.count("btn-primary") == (1 if urgent else 0)


def test_nobody_else_finds_the_page(desk):
    assert desk.client("outsider").get(f"/tasks/{desk.working}").status_code == 404
    assert desk.client("worker").get(f"/tasks/{desk.draft}").status_code == 404


def test_the_page_says_whom_the_task_waits_for(desk):
    office = desk.client("office")
    said = {
        "draft": "尚未交办，各单位还看不到。现在等清江市整改办交办。",
        "quiet": "现在等清江市水务局签收，签收后按期报进展。",
        "working": "现在等清江市水务局报第47周（11月16日—22日）进展，11月22日18:00截数。",
        "closing": "按《通用销号程序》第1版办理。"
        "现在等清江市住建局给出核查意见：合格转验收，不合格退回整改。",
    }
    for task, words in said.items():
        assert sentence(office.get(f"/tasks/{getattr(desk, task)}").text) == words


def test_after_the_report_the_application_is_waited_for(desk):
    desk.do(lambda task, who: operations.report_progress(task, report(45), who),
            desk.working, "worker")  # fmt: skip
    page = desk.client("office").get(f"/tasks/{desk.working}").text
    assert sentence(page) == "本期进展已报。整改到位后，由清江市水务局申请销号。"


def test_a_task_goes_through_acceptance_to_the_end(desk):
    office = desk.client("office")
    finding = Finding("现场查看，合格。", today())
    desk.do(lambda task, who: closeout.verify(task, finding, who), desk.closing, "checker")
    assert "给出验收意见" in sentence(office.get(f"/tasks/{desk.closing}").text)
    desk.do(lambda task, who: closeout.accept(task, finding, who), desk.closing, "checker")
    page = office.get(f"/tasks/{desk.closing}").text
    assert "清江市整改办办理销号" in sentence(page)
    assert deeds(page) == ["退回整改", "办理销号"]
    desk.do(lambda task, who: closeout.close(task, finding, who), desk.closing, "office")
    page = office.get(f"/tasks/{desk.closing}").text
    assert sentence(page) == "2026年11月22日已销号，内容不再改动；今后反弹的另立新项。"
    assert deeds(page) == ["反弹立项"]
    assert page.count('<li class="past">') == 5
    assert "未报，以下沿用" not in page


def test_a_step_that_takes_too_long_is_late(desk, travel):
    travel("2026-12-20 09:00")
    assert "超期7天" in desk.client("office").get(f"/tasks/{desk.closing}").text


def test_the_last_report_stands_where_there_is_none_of_this_period(desk):
    page = desk.client("worker").get(f"/tasks/{desk.working}").text
    assert "最近一期进展　第46周（11月9日—15日）" in page
    assert "第47周（11月16日—22日）未报，以下沿用第46周" in page
    assert "还没有报过进展" in desk.client("worker").get(f"/tasks/{desk.quiet}").text


def test_this_period_stands_beside_the_last_one_with_what_changed(desk):
    second = report(45, difficulties="夜间不能施工", next_step="12月5日前改造剩余接点")
    desk.do(lambda task, who: operations.report_progress(task, second, who),
            desk.working, "worker")  # fmt: skip
    page = desk.client("office").get(f"/tasks/{desk.working}").text
    assert "本期进展　第47周" in page
    assert "上期 第46周" in page
    assert re.search(r"整体进度（%）</td><td[^>]*>40</td><td[^>]*>45</td><td[^>]*>\+5<", page)
    assert "上期：改造40处接点" in page
    assert "与上期相同" in page
    assert "40%至45%" in page
    assert "历次进展　2次" in page


def test_a_corrected_report_shows_its_reason_and_keeps_the_old_version(desk):
    for number, reason in ((45, None), (46, "数字核对有误")):
        draft = report(number, **({"reason": reason} if reason else {}))
        desk.do(lambda task, who, said=draft: operations.report_progress(task, said, who),
                desk.working, "worker")  # fmt: skip
    page = desk.client("office").get(f"/tasks/{desk.working}").text
    assert "第2版" in page
    assert "更正：数字核对有误" in page
    assert "改造45处接点" in page


def test_everything_that_happened_is_on_one_line(desk):
    page = desk.client("office").get(f"/tasks/{desk.closing}").text
    records = page[page.index('id="records"') :]
    for word in ("入账", "交办", "签收", "报进展", "申请销号", "裸土全部覆盖"):
        assert word in records
    assert page.count('<li class="deed">') == 3


def test_a_long_story_is_folded(desk):
    for number in range(41, 52):
        draft = report(number, reason="逐日核对")
        desk.do(lambda task, who, said=draft: operations.report_progress(task, said, who),
                desk.working, "worker")  # fmt: skip
    page = desk.client("office").get(f"/tasks/{desk.working}").text
    assert "更早的3条" in page


def test_who_signed_and_who_has_not_is_beside_each_unit(desk):
    signed = desk.client("office").get(f"/tasks/{desk.working}").text
    assert "未签收" not in signed
    assert "未签收" in desk.client("office").get(f"/tasks/{desk.quiet}").text


def test_one_leads_to_the_next_as_far_as_the_reader_may_go(desk):
    worker = desk.client("worker").get(f"/tasks/{desk.closing}").text
    assert f'rel="prev" href="/tasks/{desk.quiet}"' in worker
    assert 'rel="next"' not in worker
    assert f'rel="next" href="/tasks/{desk.draft}"' in (
        desk.client("office").get(f"/tasks/{desk.closing}").text
    )


def test_a_draft_is_handed_over_and_signed_for_by_buttons(desk):
    page = desk.client("office").post(f"/tasks/{desk.draft}/hand-over", follow_redirects=True)
    assert "已交办" in page.text
    page = desk.client("worker").post(f"/tasks/{desk.draft}/sign", follow_redirects=True)
    assert "已签收" in page.text
    again = desk.client("worker").post(f"/tasks/{desk.draft}/sign")
    assert (again.status_code, "已经签收过" in again.text) == (409, True)


def test_a_correction_needs_its_reason_and_the_newest_version(app, desk):
    office, address = desk.client("office"), f"/tasks/{desk.working}/correction"
    form = office.get(address).text
    version = re.search(r'name="version"[^>]*value="(\d+)"', form).group(1)
    unit = re.search(r'<option selected value="(\d+)"', form).group(1)
    typed = {"problem": "管网混接12处", "lead_unit_id": unit, "version": version}
    refused = office.post(address, data=typed)
    assert (refused.status_code, "请写明更正理由" in refused.text) == (422, True)
    assert "管网混接12处" in refused.text
    page = office.post(address, data=typed | {"reason": "与原文核对"}, follow_redirects=True).text
    assert "管网混接12处" in page
    assert "与原文核对" in page
    late = office.post(address, data=typed | {"reason": "再改一次"})
    assert (late.status_code, "管网混接12处" in late.text) == (409, True)


def test_evidence_is_uploaded_shown_and_opened_by_those_who_see_the_task(app, desk):
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/evidence"
    assert "还没有证据" in worker.get(f"/tasks/{desk.working}").text
    assert worker.get(address).status_code == 200
    sent = {"files": [(picture(), "接点.png")], "caption": "3号接点通水"}
    page = worker.post(address, data=sent, follow_redirects=True).text
    assert "已上传1份证据" in page
    assert "3号接点通水" in page
    with app.app_context():
        token = db.session.query(Evidence).one().token
    for name, status in (("worker", 200), ("checker", 200), ("outsider", 404)):
        client = desk.client(name)
        assert client.get(f"/tasks/evidence/{token}").status_code == status
        assert client.get(f"/tasks/evidence/{token}/thumbnail").status_code == status
    assert worker.get("/tasks/evidence/nothing").status_code == 404


def test_evidence_that_is_not_what_it_says_or_there_already_is_refused(app, desk):
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/evidence"
    assert "请选择要上传的文件" in worker.post(address, data={}).text
    wrong = worker.post(address, data={"files": [(picture(), "报告.pdf")]})
    assert wrong.status_code == 422
    worker.post(address, data={"files": [(picture(7), "接点.png")]})
    again = worker.post(address, data={"files": [(picture(7), "又一次.png")]})
    assert (again.status_code, "内容相同" in again.text) == (422, True)
    with app.app_context():
        assert len(queries.evidence_of(desk.working)) == 1


def test_parts_are_named_in_their_order(desk):
    page = desk.client("office").get(f"/tasks/{desk.working}").text
    units = page[page.index('id="units"') :]
    assert units.index("牵头单位") < units.index("督导单位")


def test_many_units_are_named_by_the_first_few(city):
    units = [city.office_unit, city.water, city.water, city.housing, city.county]
    assert names(units) == "清江市整改办、清江市水务局、清江市住建局等4家"
    assert names(units[:2]) == "清江市整改办、清江市水务局"


def test_evidence_without_a_caption_goes_by_its_name(desk):
    worker = desk.client("worker")
    worker.post(f"/tasks/{desk.working}/evidence", data={"files": [(picture(), "接点.png")]})
    page = worker.get(f"/tasks/{desk.working}").text
    assert page.count("接点.png") >= 2


@pytest.mark.parametrize(("state", "words"), [("merged", "已并入"), ("suspended", "已中止")])
def test_a_task_that_rests_says_so(app, desk, state, words):
    with app.app_context():
        db.session.get(Task, desk.quiet).state = TaskState(state)
        db.session.commit()
    assert words in sentence(desk.client("office").get(f"/tasks/{desk.quiet}").text)
