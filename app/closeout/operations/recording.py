"""The record of a step: who did it, for which unit, what was found."""

from app import clock
from app.access.actor import Actor
from app.closeout.drafts import Finding
from app.closeout.models import StepRecord
from app.closeout.vocabulary import Result
from app.inspections.models import ProcedureStep
from app.inspections.vocabulary import StepOwner
from app.wording import N_, Refusal


def record_of(
    step: ProcedureStep,
    result: Result,
    finding: Finding,
    by: tuple[int, Actor],
    signer: StepOwner | None = None,
) -> StepRecord:
    unit_id, actor = by
    if finding.acted_on > clock.today():
        raise Refusal(N_("日期不能晚于今天。"))
    return StepRecord(
        step=step,
        result=result,
        unit_id=unit_id,
        person_id=actor.person_id,
        person_name=actor.name,
        recorded_at=clock.now(),
        acted_on=finding.acted_on,
        opinion=finding.opinion,
        signer=signer,
        people=finding.people,
        places=finding.places,
        checklist=[one.plain() for one in finding.checklist],
        sites=[one.plain() for one in finding.sites],
        photos=list(finding.photos),
        session_id=finding.session_id,
    )
