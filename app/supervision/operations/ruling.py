"""Drafts prepared by the rules of a list, once a day; a person sends them or gives them up."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from app import clock
from app.access.actions import LetterAction
from app.access.actor import DOES_THE_WORK, Actor
from app.audit.operations import record
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.vocabulary import DocumentKind
from app.jobs.drafts import Progress
from app.jobs.operations import enqueue
from app.supervision import queries
from app.supervision.drafts import Demand, LetterDraft, Matter, RulesDraft
from app.supervision.models import Letter, UrgingRules
from app.supervision.operations.writing import open_letter
from app.supervision.vocabulary import Rule
from app.tasks.models import Task
from app.tasks.queries import task_or_none
from app.wording import N_

JOB = "supervision.draft"
BY_RULE = Actor(person_id=None, name=N_("督办规则"), origin="worker")
DAYS_TO_ACT, DAYS_TO_REPLY = 5, 10
MORNING = time(7)


def set_rules(subject: RectificationList, draft: RulesDraft, actor: Actor) -> None:
    """Change the rules of a list; drafts are prepared from this day on."""
    rules = queries.rules_of(subject.id)
    if rules is None:
        rules = UrgingRules(rectification_list=subject)
        db.session.add(rules)
    for name, value in vars(draft).items():
        setattr(rules, name, value)
    record(actor, LetterAction.SET_RULES, subject, after=vars(draft))
    _ask_for(subject.id, clock.today())


def draft_by_rules(subject: RectificationList, day: date) -> list[Letter]:
    """Prepare a draft for each matter that has no open letter; nothing is sent."""
    found = []
    for matter in _matters(subject, day):
        task = task_or_none(matter.task_id)
        key = f"{matter.rule.value}:{matter.task_id}"
        if task is not None and queries.open_matter(key) is None:
            letter = open_letter(subject, _prefilled(task, matter, day), BY_RULE, matter)
            found.append(letter)
    return found


def draft_in_worker(payload: Mapping[str, Any]) -> Iterator[Progress]:
    """Prepare the drafts of a list for today, however many days were missed, and ask for
    tomorrow's.
    """
    yield Progress(10, "")
    subject = queries.list_or_none(int(payload["list_id"]))
    if subject is not None and queries.rules_of(subject.id) is not None:
        draft_by_rules(subject, clock.today())
        _ask_for(subject.id, clock.today() + timedelta(days=1))


HANDLERS = {JOB: draft_in_worker}


def _ask_for(list_id: int, day: date) -> None:
    at = datetime.combine(day, MORNING, tzinfo=clock.LOCAL)
    enqueue(JOB, {"list_id": list_id}, key=f"{JOB}:{list_id}:{day}", run_after=at)


def _matters(subject: RectificationList, day: date) -> Iterator[Matter]:
    rules = queries.rules_of(subject.id)
    if rules is None:
        return
    if rules.overdue_days is not None:
        for task in queries.overdue_by(subject.id, day, rules.overdue_days):
            yield Matter(Rule.OVERDUE, task.id, (day - (task.due_on or day)).days)
    if rules.silent_periods is not None:
        yield from _silent(subject, rules.silent_periods)


def _silent(subject: RectificationList, periods: int) -> Iterator[Matter]:
    for task_id, count in queries.silent_since(subject.id, clock.now()).items():
        if count >= periods:
            yield Matter(Rule.SILENT, task_id, count)


def _prefilled(task: Task, matter: Matter, day: date) -> LetterDraft:
    """Return a letter that says what the books say of the task."""
    overdue = matter.rule is Rule.OVERDUE
    what = "逾期问题" if overdue else "未按期报告进展"
    kind = DocumentKind.SUPERVISION_LETTER if overdue else DocumentKind.REMINDER
    named = task.rectification_list.name
    act = day + timedelta(days=DAYS_TO_ACT)
    return LetterDraft(
        kind=kind,
        title=f"关于{'督办' if overdue else '提醒'}第{task.number}项{what}的函",
        opening=f"{named}第{task.number}项“{task.headline}”，{_deadline(task)}。"
        f"{_stands(matter, day)}现就有关事项函告如下。",
        problems=tuple(_problems(task, matter)),
        demands=(Demand("书面说明原因，报送下一步措施、责任人和完成日期。", act),),
        reply_due_on=day + timedelta(days=DAYS_TO_REPLY),
        task_ids=(task.id,),
        recipient_ids=tuple(unit.id for unit in task.units_as(*DOES_THE_WORK))
        or (task.counting_unit_id,),
    )


def _deadline(task: Task) -> str:
    due = task.due_on
    by = f"，时限为{due.year}年{due.month}月{due.day}日" if due else ""
    return f"由{task.counting_unit.name}牵头整改{by}"


def _stands(matter: Matter, day: date) -> str:
    until = f"截至{day.year}年{day.month}月{day.day}日，该项"
    if matter.rule is Rule.OVERDUE:
        return f"{until}已逾期{matter.amount}天。"
    return f"{until}已连续{matter.amount}期未报送进展。"


def _problems(task: Task, matter: Matter) -> Iterator[str]:
    report = task.latest_report
    if matter.rule is Rule.SILENT:
        yield f"未按期报告。已连续{matter.amount}期截数时仍未报送。"
    if report is None:
        yield "至今没有报告过进展。"
    else:
        yield f"进度滞后。最近一次报告的整体进度为{report.percent}%。"
