"""The line, as one story: a document becomes tasks, a closed task, and a row of a ledger."""

from datetime import timedelta
from io import BytesIO

from pypdf import PdfReader

from app import clock
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.intake import operations as intake
from app.ledgers import operations as ledgers
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.queries import tasks_of_list
from app.tasks.vocabulary import Pace

DOCUMENT = """清江市整改任务清单
一、水环境方面
(一)污水收集不足
1.城东泵站雨天溢流，年溢流30次。
责任单位:清江市水务局
督导单位:清江市住建局
整改目标:雨天不再溢流。
整改时限:2030年6月底前
整改措施:1.扩建泵站。2.清疏管道。
"""


def test_a_document_becomes_a_closed_task_and_a_ledger(city, travel):
    travel("2026-11-18 10:00")
    received = intake.receive(BytesIO(DOCUMENT.encode()), "清单.txt", city.list, city.office)
    assert tasks_of_list(city.list.id) == []
    intake.confirm(received, city.office)
    (task,) = tasks_of_list(city.list.id)
    assert (task.number, task.due_on.isoformat(), len(task.measures)) == ("1", "2030-06-30", 2)

    tasks.hand_over(task, city.office)
    tasks.sign(task, city.worker)
    done = ReportDraft("泵站扩建投运，管道清疏完毕。", 100, Pace.ON_SCHEDULE)
    tasks.report_progress(task, done, city.worker)
    closeout.apply(task, "两条措施全部完成，雨天未再溢流。", city.worker)
    seen = Finding("到场查看，达到目标。", clock.today())
    closeout.verify(task, seen, city.checker)
    closeout.accept(task, seen, city.checker)
    closeout.close(task, seen, city.office)

    period = task.latest_report.period
    with clock.set_to(period.cutoff_at + timedelta(hours=1)):
        issue = ledgers.prepare(city.list, period.last_day, city.office)
        ledgers.review(issue, city.office)
        ledgers.issue(issue, city.office)
    pages = PdfReader(BytesIO(ledgers.printed(issue))).pages
    text = "".join(page.extract_text() for page in pages)
    assert "城东泵站雨天溢流" in text
    assert "第1期" in text
