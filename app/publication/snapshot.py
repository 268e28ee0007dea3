"""What a notice says: proposed from the task, and frozen as the office releases it.

Always Chinese, whoever opens it: it is a document.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app import clock
from app.access.actor import Part
from app.closeout.models import Application, StepRecord
from app.closeout.vocabulary import Result
from app.deadlines.windows import DayCount
from app.inspections.models import RectificationList
from app.inspections.vocabulary import StepKind
from app.publication.drafts import NoticeDraft
from app.publication.queries import Line
from app.publication.vocabulary import FIELDS
from app.tasks.models import Measure, Task
from app.units.models import Unit

SCHEMA = 1
JUDGED = {StepKind.VERIFICATION: "现场核查", StepKind.ACCEPTANCE: "验收"}
KINDS = {DayCount.NATURAL: "个自然日", DayCount.WORKING: "个工作日"}


def proposed(task: Task, application: Application, contact: str) -> dict[str, str]:
    """Return the texts of a notice as the office finds them in the form."""
    working = _names(task.units_as(Part.LEAD, Part.RESPONSIBLE))
    checking = _names(task.units_as(Part.SUPERVISING, Part.ACCEPTANCE))
    matter = task.rectification_list.inspection.name
    return {
        "title": f"关于{matter}反馈问题第{task.number}项整改完成情况的公示",
        "lead": f"第{task.number}项整改任务由{working}组织整改，经{checking}现场核查、验收，"
        "已完成整改。现将有关情况公示如下。",
        "problem": task.problem,
        "target": task.target or "",
        "responsible": working,
        "supervising": checking,
        "measures": _measures(task.measures),
        "progress": application.statement,
        "acceptance": "\n".join(_judgements(application.records)),
        "contact": contact or f"来信请寄{task.rectification_list.office.name}；来电",
    }


def frozen(task: Task, draft: NoticeDraft, number: int, last: date) -> dict[str, Any]:
    """Return everything that is published, as JSON keeps it."""
    kept = task.rectification_list
    return {
        "schema": SCHEMA,
        "number": document_number(kept, number),
        "title": draft.title,
        "lead": draft.lead,
        "rows": [[name, text] for name in FIELDS if (text := draft.fields.get(name, "").strip())],
        "task_number": task.number,
        "place": place_of(kept),
        "office": kept.office.name,
        "issued_on": clock.today().isoformat(),
        "first_day": draft.first.isoformat(),
        "last_day": last.isoformat(),
        "window": window_words(draft, last),
        "contact": draft.contact,
    }


def document_number(kept: RectificationList, number: int) -> str:
    prefix = kept.document_prefix.removesuffix("台账")
    return f"{prefix}公示〔{clock.today().year}〕{number}号"


def place_of(kept: RectificationList) -> str:
    """Return 江临市: whose rectification it is, without what its government is called."""
    return kept.government.name.removesuffix("政府").removesuffix("人民")


def window_words(draft: NoticeDraft, last: date) -> str:
    """Return 公示期10个工作日：2026年11月16日至2026年11月27日."""
    days = f"{draft.length}{KINDS[draft.kind]}"
    return f"公示期{days}：{day_words(draft.first)}至{day_words(last)}"


def result_words(line: Line) -> str:
    """Propose what the record of the step will say: when it ran, and what came in."""
    publicity = line.publicity
    last = day_words(line.last) if line.last else "未定"
    days = f"{day_words(publicity.first_day)}至{last}，{publicity.length}{KINDS[publicity.kind]}"
    count = len(publicity.objections)
    came = f"收到异议{count}件，均已审查，不成立" if count else "未收到异议"
    return f"公示期满（{days}），{came}。"


def day_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _names(units: Iterable[Unit]) -> str:
    return "、".join(unit.name for unit in units)


def _measures(measures: Iterable[Measure]) -> str:
    texts = [measure.text.rstrip("。；") for measure in measures]
    if len(texts) < 2:  # noqa: PLR2004  # one measure needs no number
        return "".join(f"{text}。" for text in texts)
    return "；".join(f"{place}. {text}" for place, text in enumerate(texts, start=1)) + "。"


def _judgements(records: Iterable[StepRecord]) -> Iterable[str]:
    for record in records:
        word = JUDGED.get(record.step.kind)
        if word and record.result is Result.PASSED:
            yield f"{record.unit.name}{day_words(record.acted_on)}{word}：{record.opinion}"
