"""Applying for close-out: the self-check, what is handed in, and the task counted as done."""

from collections.abc import Sequence

from app import clock
from app.access.actions import TaskAction
from app.access.actor import DOES_THE_WORK, Actor
from app.access.roles import Role
from app.closeout.drafts import Finding, Material
from app.closeout.models import Application, ApplicationMaterial
from app.closeout.operations.recording import record_of
from app.closeout.vocabulary import Result
from app.closeout.workflow import DONE_BY_APPLYING, required_materials
from app.database import db
from app.inspections.models import Procedure
from app.inspections.operations import built_in_procedure
from app.tasks.models import Task
from app.tasks.operations import Deed, acting_unit, move
from app.tasks.queries import evidence_of
from app.wording import N_, Refusal


def apply(
    task: Task, statement: str, actor: Actor, materials: Sequence[Material] = ()
) -> Application:
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
        materials=_handed_in(task, procedure, materials),
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
    said = Finding(statement, clock.today())
    for step in [one for one in procedure.steps if one.position < first.position]:
        application.records.append(record_of(step, Result.PASSED, said, (unit_id, actor)))
    return application


def _handed_in(
    task: Task, procedure: Procedure, materials: Sequence[Material]
) -> list[ApplicationMaterial]:
    """Every required material in its order: there, or explained why not."""
    own = {piece.id for piece in evidence_of(task.id)}
    if any(one.evidence_id not in (None, *own) for one in materials):
        raise Refusal(N_("材料只能用本项的证据。"))
    given = {one.name: one for one in materials if one.evidence_id or one.note.strip()}
    required = required_materials(procedure)
    if missing := [name for name in required if name not in given]:
        raise Refusal(
            N_("还缺%(count)s份材料：%(names)s。请上传，或写明为什么没有。"),
            count=len(missing),
            names="、".join(missing),
        )
    return [
        ApplicationMaterial(
            position=position,
            name=name,
            evidence_id=given[name].evidence_id,
            note=given[name].note.strip(),
        )
        for position, name in enumerate(required, start=1)
    ]
