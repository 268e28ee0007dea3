import re

from app.database import db
from app.tasks import operations, queries
from app.tasks.drafts import kept_parts
from app.tasks.operations.parts import set_indicators, set_sites
from tests.factories.city import picture
from tests.factories.desk import report

SAID = {
    "percent": "48", "pace": "on_schedule", "text": "11月21日改造8处接点，累计48处。",
    "difficulties": "", "next_step": "11月30日前改造剩余接点",
}  # fmt: skip


def form(desk, name="worker", task=None):
    return desk.client(name).get(f"/tasks/{task or desk.working}/progress")


def test_the_form_begins_with_last_periods_figures_and_words_beside(desk):
    page = form(desk).text
    assert "报第47周（11月16日—22日）进展" in page
    assert re.search(r'id="percent"[^>]*value="40"', page)
    assert "上期（第46周）：改造40处接点" in page
    assert ">夜间不能施工</textarea>" in page.replace("\r\n", "")
    text = re.search(r'<textarea[^>]*id="text"[^>]*>(.*?)</textarea>', page, re.DOTALL).group(1)
    assert text.strip() == ""


def test_the_first_report_has_nothing_beside_it(desk):
    page = form(desk, task=desk.quiet).text
    assert "上期" not in page


def test_a_report_is_sent_and_shown(desk):
    worker = desk.client("worker")
    page = worker.post(f"/tasks/{desk.working}/progress", data=SAID, follow_redirects=True).text
    assert "本期进展已提交（第1版）" in page
    assert "累计48处" in page


def test_errors_are_summed_up_on_top_and_stand_beside_their_fields(desk):
    worker = desk.client("worker")
    answer = worker.post(
        f"/tasks/{desk.working}/progress", data=SAID | {"percent": "120", "text": " "}
    )
    assert answer.status_code == 422
    assert "有2处需要改" in answer.text
    assert 'href="#percent"' in answer.text
    assert answer.text.count("整体进度是0至100的整数") == 2
    assert "11月30日前改造剩余接点" in answer.text
    assert "报第47周" in answer.text


def test_a_draft_is_kept_for_its_writer_alone(desk):
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/progress"
    page = worker.post(address, data=SAID | {"percent": "", "save": "draft"}, follow_redirects=True)
    assert "草稿已存" in page.text
    assert "累计48处" in page.text
    assert "草稿已存11月22日10:30" in form(desk).text
    assert "累计48处" not in form(desk, "colleague").text
    worker.post(address, data=SAID)
    assert "草稿已存" not in form(desk).text


def test_the_upload_keeps_the_draft_and_leads_back_to_the_report(desk):
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/progress"
    answer = worker.post(address, data=SAID | {"save": "evidence"})
    assert answer.location == f"/tasks/{desk.working}/evidence?then=progress"
    back = worker.post(answer.location, data={"files": [(picture(), "接点.png")]})
    assert back.location == address
    page = worker.get(back.location).text
    assert "累计48处" in page
    assert "证据　1份" in page


def test_a_second_report_of_a_period_says_why(desk):
    desk.do(lambda task, who: operations.report_progress(task, report(45), who),
            desk.working, "worker")  # fmt: skip
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/progress"
    page = worker.get(address).text
    assert "本期已报第1版" in page
    assert ">改造45处接点</textarea>" in page.replace("\r\n", "").replace("\n", "")
    assert "上期（第46周）：改造40处接点" in page
    refused = worker.post(address, data=SAID)
    assert (refused.status_code, "要更正请写明理由" in refused.text) == (422, True)
    page = worker.post(address, data=SAID | {"reason": "数字有误"}, follow_redirects=True).text
    assert "第2版" in page


def test_only_those_who_do_the_work_report_it(desk):
    for name in ("office", "leader", "checker", "outsider"):
        assert form(desk, name).status_code == 404
        answer = desk.client(name).post(f"/tasks/{desk.working}/progress", data=SAID)
        assert answer.status_code == 404


SITES = [
    {"number": None, "name": name, "requirement": None, "units": [], "deadline": None,
     "status": None, "remarks": None}
    for name in ("东门桥", "西关巷")
]  # fmt: skip
GOAL = [{"name": "进水浓度", "comparison": ">=", "value": 100.0, "unit": "mg/L", "due_on": None,
         "text": "达到100以上"}]  # fmt: skip


def with_parts(desk):
    """Give the working task two sites and a number to reach."""
    with desk.app.app_context():
        task = queries.task_or_none(desk.working)
        set_sites(task, SITES)
        set_indicators(task, GOAL)
        db.session.commit()
        return [site.id for site in task.sites], task.indicators[0].id


def test_the_percentage_follows_from_the_parts_and_is_not_asked_for(desk):
    (first, second), goal = with_parts(desk)
    worker, address = desk.client("worker"), f"/tasks/{desk.working}/progress"
    assert 'id="percent"' not in worker.get(address).text
    said = SAID | {f"site_{first}": "done", f"site_{second}": "under_way", "spent": "7105.5"}
    shown = worker.post(address, data=said | {"save": "derive"})
    assert "由点位推算" in shown.text
    assert "<b>75%</b>" in shown.text
    page = worker.post(address, data=said | {f"indicator_{goal}": "96.2"}, follow_redirects=True)
    for told in ("点位　1/2", "未达到，差3.8", "由点位、指标推算", "7,105.5", ">82<"):
        assert told in page.text, told
    with desk.app.app_context():
        report = queries.task_or_none(desk.working).latest_report
        assert (report.percent, report.spent) == (82, 7_105_500_000)
        kept = report.parts
        assert kept_parts(kept, report.spent).kept() == kept


def test_a_wrong_number_is_said_beside_its_field_and_nothing_is_lost(desk):
    (first, _), goal = with_parts(desk)
    wrong = SAID | {f"indicator_{goal}": "约96", f"site_{first}": "done"}
    answer = desk.client("worker").post(f"/tasks/{desk.working}/progress", data=wrong)
    assert answer.status_code == 422
    assert answer.text.count("只写数字，如96.2") == 2
    assert 'value="约96"' in answer.text
    assert '<option selected value="done">' in answer.text
