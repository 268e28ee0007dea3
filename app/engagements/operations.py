"""Naming people for a task, recording visits, holding joint reviews. Nothing here commits."""

from collections.abc import Sequence
from typing import Any

from app import clock
from app.access.actions import ReviewAction, TaskAction
from app.access.actor import Actor
from app.access.roles import Role
from app.audit.operations import record
from app.database import db
from app.engagements.drafts import Conclusion, PersonDraft, ReviewDraft, VisitDraft
from app.engagements.models import JointReview, ReviewItem, TaskPerson, Visit
from app.engagements.vocabulary import PersonRole
from app.engagements.workflow import REVIEW_WORKFLOW
from app.inspections.models import RectificationList
from app.inspections.operations import next_number
from app.inspections.vocabulary import DocumentKind
from app.tasks.drafts import InstructionDraft
from app.tasks.models import Task
from app.tasks.operations import Deed, instruct, move
from app.tasks.queries import tasks_with_ids
from app.tasks.vocabulary import InstructionOrigin
from app.wording import N_, Moved, Refusal


def name_person(task: Task, draft: PersonDraft, actor: Actor) -> TaskPerson:
    """Name somebody for a task from today; a sponsor comes with the rhythm of the visits."""
    if draft.role is PersonRole.SPONSOR and not draft.every_days:
        raise Refusal(N_("请写明包案领导多少天到场一次。"))
    rhythm = draft.every_days if draft.role is PersonRole.SPONSOR else None
    named = TaskPerson(task=task, starts_on=clock.today(), **{**vars(draft), "every_days": rhythm})
    db.session.add(named)
    db.session.flush()
    detail = {"role": draft.role.value, "name": draft.name, "every_days": rhythm}
    move(task, Deed(TaskAction.NAME_PEOPLE, note=named.called, detail=detail), actor)
    return named


def end_person(named: TaskPerson, reason: str, actor: Actor) -> None:
    """Somebody is no longer named for the task; visits that were recorded stay."""
    if named.ends_on is not None:
        raise Moved(N_("这个人已经不在这项任务上。"))
    named.ends_on = clock.today()
    detail = {"role": named.role.value, "name": named.name, "ends_on": str(named.ends_on)}
    move(named.task, Deed(TaskAction.NAME_PEOPLE, note=reason, detail=detail), actor)


def visit(sponsor: TaskPerson, draft: VisitDraft, actor: Actor) -> Visit:
    """Record that a sponsoring leader was on site: by the office, or by that leader alone."""
    if sponsor.role is not PersonRole.SPONSOR or sponsor.ends_on is not None:
        raise Refusal(N_("只有在任的包案领导才有到场记录。"))
    if not actor.has(Role.OFFICE) and actor.person_id != sponsor.person_id:
        raise Refusal(N_("只能记录本人的到场。"))
    if draft.visited_on < sponsor.starts_on:
        raise Refusal(N_("到场日期不能早于包案的第一天。"))
    seen = Visit(
        sponsor=sponsor,
        recorded_by_name=actor.name,
        recorded_at=clock.now(),
        **vars(draft),
    )
    db.session.add(seen)
    detail = {"name": sponsor.name, "place": draft.place, "demands": draft.demands}
    deed = Deed(
        TaskAction.VISIT,
        note=f"{sponsor.called}：{draft.demands or draft.seen}",
        effective_on=draft.visited_on,
        detail=detail,
    )
    move(sponsor.task, deed, actor)
    return seen


def plan_review(subject: RectificationList, draft: ReviewDraft, actor: Actor) -> JointReview:
    """Put tasks of a list on the agenda of a joint review."""
    agenda = _agenda(subject, draft.task_ids)
    review = JointReview(
        rectification_list=subject,
        title=draft.title,
        held_on=draft.held_on,
        chair=draft.chair,
        items=[ReviewItem(task=task, position=n) for n, task in enumerate(agenda, start=1)],
    )
    db.session.add(review)
    after = {"title": draft.title, "tasks": [task.number for task in agenda]}
    record(actor, ReviewAction.PLAN, review, after=after)
    return review


def _agenda(subject: RectificationList, task_ids: Sequence[int]) -> list[Task]:
    found = {task.id: task for task in tasks_with_ids(task_ids)}
    agenda = [found[key] for key in dict.fromkeys(task_ids) if key in found]
    if not agenda or any(task.list_id != subject.id or not task.handed_over for task in agenda):
        raise Refusal(N_("请从本清单已交办的任务里选会审的事项。"))
    return agenda


def conclude(
    review: JointReview, present: str, conclusions: Sequence[Conclusion], actor: Actor
) -> None:
    """Write the minutes: every task has its conclusion, every demand becomes an instruction."""
    if review.held_on > clock.today():
        raise Refusal(N_("会审还没有召开，不能形成纪要。"))
    said = {one.task_id: one for one in conclusions}
    missing = [item.task.number for item in review.items if item.task_id not in said]
    if missing:
        raise Refusal(N_("第%(numbers)s项还没有写结论。"), numbers="、".join(missing))
    number = next_number(review.list_id, DocumentKind.MINUTES, review.held_on.year)
    _move(review, ReviewAction.CONCLUDE, actor, number=number, present=present)
    for item in review.items:
        _conclude_item(review, item, said[item.task_id], actor)


def _conclude_item(review: JointReview, item: ReviewItem, said: Conclusion, actor: Actor) -> None:
    item.conclusion = said.text
    deed = Deed(
        TaskAction.DISCUSS,
        note=said.text,
        effective_on=review.held_on,
        detail={"review_id": review.id, "title": review.title},
    )
    move(item.task, deed, actor)
    for demand in said.demands:
        draft = InstructionDraft(
            origin=InstructionOrigin.JOINT_REVIEW, origin_id=review.id, **vars(demand)
        )
        instruct(item.task, draft, actor)


def _move(review: JointReview, action: ReviewAction, actor: Actor, **facts: Any) -> None:
    """Change a review by the table and write down who did it. Alone in setting `state`."""
    review.state = REVIEW_WORKFLOW.after(review.state, action)
    for name, value in facts.items():
        setattr(review, name, value)
    record(actor, action, review, after=facts)
