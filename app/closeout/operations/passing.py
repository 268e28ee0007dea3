"""Passing and returning: one function for every step, in whatever order the procedure has them."""

from typing import Any

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.access.signing import sides_with_applicant, signs_for
from app.closeout import queries
from app.closeout.drafts import Finding
from app.closeout.models import Application, StepRecord
from app.closeout.operations.recording import record_of
from app.closeout.operations.sampling import look_back_day
from app.closeout.vocabulary import Answer, Outcome, Result
from app.closeout.workflow import following
from app.inspections.models import ProcedureStep
from app.inspections.vocabulary import StepKind, StepOwner
from app.tasks.models import Task
from app.tasks.operations import Deed, move
from app.tasks.vocabulary import TaskState
from app.tasks.workflow import AFTER_CLOSING, PASSED_BY, possible
from app.wording import N_, Refusal
from app.workflow import IllegalAction

Position = tuple[Application, ProcedureStep]
Said = tuple[Finding, Result]
Signature = tuple[StepOwner, int]
"""As which owner of a step somebody signs, and for which unit."""

NOBODY_APPLIES: dict[str, Any] = {
    "step_id": None,
    "step_since": None,
    "done_on": None,
    "applicant_id": None,
    "applicant_unit_id": None,
}


def pass_step(task: Task, action: TaskAction, finding: Finding, actor: Actor) -> StepRecord:
    """Do the deed of the step that the task stands at.

    The task goes on to the next step; where several sign, when the last of them has. Filing and
    look-back are steps of a task that has been struck off.
    """
    application, step = _position(task, action)
    _signature(application, step, actor)  # whether they may at all, before what they say
    _all_answered(task, step, finding)
    return _sign((application, step), action, (finding, Result.PASSED), actor)


def look_back(task: Task, finding: Finding, result: Result, actor: Actor) -> StepRecord:
    """Note what was seen of a closed task afterwards: still good, or relapsed."""
    where = _position(task, TaskAction.LOOK_BACK)
    return _sign(where, TaskAction.LOOK_BACK, (finding, result), actor)


def _sign(where: Position, action: TaskAction, said: Said, actor: Actor) -> StepRecord:
    application, step = where
    finding, result = said
    owner, unit_id = _signature(application, step, actor)
    signer = owner if step.cosigners else None
    record = record_of(step, result, finding, (unit_id, actor), signer)
    complete = not _unsigned(application, step, owner)
    changes = _onwards(application, step, finding) if complete else {}
    detail = {"signer": owner.value} if signer else {}
    move(
        application.task, Deed(action, note=finding.opinion, changes=changes, detail=detail), actor
    )
    application.records.append(record)
    if action is TaskAction.CLOSE and complete:
        application.outcome, application.ended_on = Outcome.CLOSED, clock.today()
        application.look_back_on = look_back_day(application.procedure, clock.today())
    return record


def verify(task: Task, finding: Finding, actor: Actor) -> None:
    """Pass the on-site verification."""
    pass_step(task, TaskAction.VERIFY, finding, actor)


def accept(task: Task, finding: Finding, actor: Actor) -> None:
    """Accept the work: whoever does so answers for it."""
    pass_step(task, TaskAction.ACCEPT, finding, actor)


def sign_off(task: Task, finding: Finding, actor: Actor) -> None:
    """Sign where the procedure asks several to."""
    pass_step(task, TaskAction.SIGN_OFF, finding, actor)


def close(task: Task, finding: Finding, actor: Actor) -> None:
    """Strike an accepted task off the list. Nothing about it can be edited afterwards."""
    pass_step(task, TaskAction.CLOSE, finding, actor)


def file(task: Task, finding: Finding, actor: Actor) -> None:
    """Note that a closed task was filed with the level above: a fact with a date, once."""
    pass_step(task, TaskAction.FILE, finding, actor)


def give_back(task: Task, finding: Finding, actor: Actor) -> None:
    """Return the work with reasons: the application ends, the task is in rectification again."""
    application, step = _position(task, TaskAction.RETURN)
    _impartial(task, actor)
    units = (signs_for(actor, task, owner) for owner in (*step.owners, StepOwner.OFFICE))
    unit_id = next((one for one in units if one is not None), None)
    if unit_id is None:
        raise Refusal(N_("您所在的单位不承办这一步。"))
    move(task, Deed(TaskAction.RETURN, note=finding.opinion, changes=NOBODY_APPLIES), actor)
    application.records.append(record_of(step, Result.RETURNED, finding, (unit_id, actor)))
    application.outcome, application.ended_on = Outcome.RETURNED, clock.today()


def _position(task: Task, action: TaskAction) -> Position:
    """Return the application and the step that an action is about, if it is in turn."""
    if task.state is TaskState.CLOSED:
        application = queries.closed_application(task.id)
        kind = next((one for one in AFTER_CLOSING if PASSED_BY[one] is action), None)
        step = application.procedure.step(kind) if application and kind else None
    else:
        application, step = queries.open_application(task.id), task.step
    if application is None or step is None or not possible(task.state, step.kind, action):
        raise IllegalAction(task.state, action)
    if action is not TaskAction.RETURN and PASSED_BY.get(step.kind) is not action:
        raise IllegalAction(task.state, action)
    if action is TaskAction.FILE and queries.records_at(application, step):
        raise IllegalAction(task.state, action)
    return application, step


def _signature(application: Application, step: ProcedureStep, actor: Actor) -> Signature:
    """As whom the actor signs: an owner who has not yet, and never the side that applied."""
    task = application.task
    if actor.person_id is None and step.kind is StepKind.PUBLICITY:
        return StepOwner.OFFICE, task.rectification_list.office_id  # the calendar ends a window
    _impartial(task, actor)
    signed = [] if step.kind in AFTER_CLOSING else queries.records_at(application, step)
    if any(one.person_id == actor.person_id for one in signed):
        raise Refusal(N_("您已经签过这一步，其余签批请由别人办理。"))
    taken = {one.signer for one in signed}
    for owner in step.owners:
        unit_id = signs_for(actor, task, owner)
        if owner not in taken and unit_id is not None:
            return owner, unit_id
    raise Refusal(N_("这一步不由您办理：您所在的单位不承办，或者已经签过。"))


def _impartial(task: Task, actor: Actor) -> None:
    """Who applied never judges: neither the person nor anybody of the unit."""
    if actor.person_id == task.applicant_id:
        raise Refusal(N_("申请人不能核查、验收或退回自己申请的任务。"))
    if sides_with_applicant(actor, task):
        raise Refusal(N_("申请销号的单位不能核查或验收本单位的任务。"))


def _unsigned(application: Application, step: ProcedureStep, now: StepOwner) -> set[StepOwner]:
    """Who has still to sign the step after this signature."""
    if not step.cosigners:
        return set()
    signed = {one.signer for one in queries.records_at(application, step)}
    return set(step.owners) - signed - {now}


def _onwards(application: Application, step: ProcedureStep, finding: Finding) -> dict[str, Any]:
    """What changes on the task's row when a step has been passed."""
    today = clock.today()
    if step.kind in AFTER_CLOSING:
        return {}
    if step.kind is StepKind.CLOSE_OUT:
        return {"step_id": None, "step_since": None, "closed_on": today}
    after = following(application.procedure, step, objected=finding.objected)
    return {"step_id": after.id, "step_since": today}


def _all_answered(task: Task, step: ProcedureStep, finding: Finding) -> None:
    """Every criterion has its answer, and none of them is against passing."""
    wanted = queries.criteria_at(task, step)
    answered = {one.name for one in finding.checklist}
    if missing := [name for name in wanted if name not in answered]:
        raise Refusal(N_("还有%(count)s条标准没有填写结果。"), count=len(missing))
    unmet = [one for one in (*finding.checklist, *finding.sites) if one.answer is Answer.UNMET]
    if unmet:
        raise Refusal(N_("有%(count)s处不符合，不能通过，请退回整改。"), count=len(unmet))
