"""Applying for close-out, verifying, accepting, returning and striking off."""

from typing import Any

from app import clock
from app.access.actions import TaskAction
from app.access.actor import CHECKS_THE_WORK, DOES_THE_WORK, Actor, Part
from app.access.roles import Role
from app.closeout import queries
from app.closeout.drafts import Finding
from app.closeout.models import Application, StepRecord
from app.closeout.vocabulary import Outcome, Result
from app.closeout.workflow import DONE_BY_APPLYING
from app.database import db
from app.inspections.models import ProcedureStep
from app.inspections.operations import built_in_procedure
from app.inspections.vocabulary import StepOwner
from app.tasks.models import Task
from app.tasks.operations import Deed, acting_unit, move
from app.tasks.workflow import possible
from app.wording import N_, Refusal
from app.workflow import IllegalAction

NOBODY_APPLIES: dict[str, Any] = {
    "step_id": None,
    "step_since": None,
    "done_on": None,
    "applicant_id": None,
    "applicant_unit_id": None,
}


def apply(task: Task, statement: str, actor: Actor) -> Application:
    """Apply for close-out with a self-check statement; the task counts as done from today."""
    unit_id = acting_unit(task, actor, (Role.UNIT, DOES_THE_WORK))
    if task.latest_report_id is None:
        raise Refusal(N_("还没有报过进展，不能申请销号。请先报一次进展。"))
    procedure = task.procedure or built_in_procedure()
    application = Application(
        task=task,
        procedure=procedure,
        unit_id=unit_id,
        applicant_id=actor.person_id,
        applicant_name=actor.name,
        applied_at=clock.now(),
        statement=statement,
    )
    first = next(step for step in procedure.steps if step.kind not in DONE_BY_APPLYING)
    changes = {
        "procedure_id": procedure.id,
        "step_id": first.id,
        "step_since": clock.today(),
        "done_on": clock.today(),
        "applicant_id": actor.person_id,
        "applicant_unit_id": unit_id,
    }
    move(task, Deed(TaskAction.APPLY, note=statement, changes=changes), actor)
    db.session.add(application)
    for step in [one for one in procedure.steps if one.position < first.position]:
        application.records.append(
            _record(step, Result.PASSED, Finding(statement, clock.today()), (unit_id, actor))
        )
    return application


def verify(task: Task, finding: Finding, actor: Actor) -> None:
    """Pass the on-site verification: the task waits for acceptance."""
    _pass(task, TaskAction.VERIFY, finding, actor)


def accept(task: Task, finding: Finding, actor: Actor) -> None:
    """Accept the work: whoever does so answers for it."""
    _pass(task, TaskAction.ACCEPT, finding, actor)


def close(task: Task, finding: Finding, actor: Actor) -> None:
    """Strike an accepted task off the list. Nothing about it can be edited afterwards."""
    application, step = _position(task, TaskAction.CLOSE)
    changes = {"step_id": None, "step_since": None, "closed_on": clock.today()}
    move(task, Deed(TaskAction.CLOSE, note=finding.opinion, changes=changes), actor)
    unit_id = task.rectification_list.office_id
    application.records.append(_record(step, Result.PASSED, finding, (unit_id, actor)))
    application.outcome, application.ended_on = Outcome.CLOSED, clock.today()


def give_back(task: Task, finding: Finding, actor: Actor) -> None:
    """Return the work with reasons: the application ends, the task is in rectification again."""
    application, step = _position(task, TaskAction.RETURN)
    _not_the_applicant(task, actor)
    unit_id = _unit_at(task, step, actor)
    move(task, Deed(TaskAction.RETURN, note=finding.opinion, changes=NOBODY_APPLIES), actor)
    application.records.append(_record(step, Result.RETURNED, finding, (unit_id, actor)))
    application.outcome, application.ended_on = Outcome.RETURNED, clock.today()


def _pass(task: Task, action: TaskAction, finding: Finding, actor: Actor) -> None:
    application, step = _position(task, action)
    _not_the_applicant(task, actor)
    unit_id = _unit_at(task, step, actor)
    steps = application.procedure.steps
    following = next(one for one in steps if one.position > step.position)
    changes = {"step_id": following.id, "step_since": clock.today()}
    move(task, Deed(action, note=finding.opinion, changes=changes), actor)
    application.records.append(_record(step, Result.PASSED, finding, (unit_id, actor)))


def _position(task: Task, action: TaskAction) -> tuple[Application, ProcedureStep]:
    application = queries.open_application(task.id)
    step = task.step
    if application is None or step is None or not possible(task.state, step.kind, action):
        raise IllegalAction(task.state, action)
    return application, step


def _not_the_applicant(task: Task, actor: Actor) -> None:
    """Who applied never judges: neither the person nor anybody of the unit."""
    if actor.person_id == task.applicant_id:
        raise Refusal(N_("申请人不能核查、验收或退回自己申请的任务。"))


def _unit_at(task: Task, step: ProcedureStep, actor: Actor) -> int:
    """Return the unit that acts at the step; never the one that applied."""
    if step.owner is StepOwner.OFFICE:
        return task.rectification_list.office_id
    if actor.has(Role.OFFICE) and not actor.has(Role.SUPERVISOR):
        return task.rectification_list.office_id  # the office may return at any step
    unit_id = acting_unit(task, actor, (Role.SUPERVISOR, _checkers(task, step)))
    if unit_id == task.applicant_unit_id:
        raise Refusal(N_("申请销号的单位不能核查或验收本单位的任务。"))
    return unit_id


def _checkers(task: Task, step: ProcedureStep) -> frozenset[Part]:
    """An acceptance unit, where the task names one, accepts; the supervising one otherwise."""
    wanted = Part(step.owner.value) if step.owner.value in set(Part) else Part.SUPERVISING
    return frozenset({wanted}) if task.units_as(wanted) else CHECKS_THE_WORK


def _record(
    step: ProcedureStep, result: Result, finding: Finding, by: tuple[int, Actor]
) -> StepRecord:
    unit_id, actor = by
    if finding.acted_on > clock.today():
        raise Refusal(N_("日期不能晚于今天。"))
    return StepRecord(
        step_id=step.id,
        result=result,
        unit_id=unit_id,
        person_id=actor.person_id,
        person_name=actor.name,
        recorded_at=clock.now(),
        acted_on=finding.acted_on,
        opinion=finding.opinion,
    )
