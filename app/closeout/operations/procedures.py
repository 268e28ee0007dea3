"""Writing close-out procedures: a version is edited as a draft, published once, never changed."""

import secrets
from dataclasses import replace

from sqlalchemy.orm.attributes import flag_modified

from app import clock
from app.access.actions import ProcedureAction
from app.access.actor import Actor
from app.access.roles import Role
from app.audit.operations import record
from app.closeout.queries import tasks_under
from app.database import db
from app.inspections import queries
from app.inspections.drafts import ProcedureDraft, StepDraft
from app.inspections.models import Procedure
from app.inspections.operations import write_procedure
from app.inspections.vocabulary import StepOwner, WorkKind
from app.inspections.workflow import faults
from app.wording import N_, Moved, Refusal

PUBLISHED = N_("这一版已经发布，不能再改。要修改请另起一版。")


def as_draft(procedure: Procedure) -> ProcedureDraft:
    """What a version says, as it is typed and checked."""
    return ProcedureDraft(
        procedure.name,
        procedure.kind,
        tuple(
            StepDraft(
                kind=step.kind,
                owner=step.owner,
                days=step.days,
                limit_kind=step.limit_kind,
                cosigners=tuple(StepOwner(one) for one in step.cosigners),
                materials=tuple((one["name"], WorkKind(one["kind"])) for one in step.materials),
                checklist=tuple(step.checklist),
                filing_level=step.filing_level,
                after_months=step.after_months,
                sampled_percent=step.sampled_percent,
            )
            for step in procedure.steps
        ),
    )


def start_version(procedure: Procedure, name: str, actor: Actor) -> Procedure:
    """Begin the next version of an office's own procedure, or a new one after somebody else's."""
    draft, own = as_draft(procedure), procedure.government_id == _government(actor)
    last = queries.last_version(procedure.code) if own else None
    if last is not None and last.published_at is None:
        raise Moved(N_("这个程序已有一版草稿，请先改完它或删去它。"))
    new = Procedure(
        code=procedure.code if last else secrets.token_hex(6),
        version_no=last.version_no + 1 if last else 1,
        government_id=_government(actor),
    )
    write_procedure(new, draft if own else replace(draft, name=name))
    db.session.add(new)
    after = {"name": new.name, "version": new.version_no}
    record(actor, ProcedureAction.EDIT, new, after=after)
    return new


def edit(procedure: Procedure, draft: ProcedureDraft, actor: Actor) -> None:
    """Keep what was typed of a draft, also while it cannot be published yet."""
    _must_be_draft(procedure)
    write_procedure(procedure, draft)
    flag_modified(procedure, "name")  # always a new version, also where only steps changed
    after = {"name": draft.name, "steps": [step.kind.value for step in draft.steps]}
    record(actor, ProcedureAction.EDIT, procedure, after=after)


def publish(procedure: Procedure, actor: Actor) -> None:
    """Let tasks that are handed over from now on follow this version."""
    _must_be_draft(procedure)
    wrong = faults(as_draft(procedure))
    if wrong:
        raise Refusal(N_("还有%(count)s处不合要求，改好后才能发布。"), count=len(wrong))
    procedure.published_at, procedure.published_by = clock.now(), actor.name
    after = {"name": procedure.name, "version": procedure.version_no}
    record(actor, ProcedureAction.PUBLISH, procedure, after=after)


def discard(procedure: Procedure, actor: Actor) -> None:
    """Take a draft away; nothing follows it yet."""
    _must_be_draft(procedure)
    if tasks_under(procedure):
        raise Refusal(N_("已有任务选用这一版，不能删去。"))
    record(actor, ProcedureAction.EDIT, procedure, before={"name": procedure.name})
    db.session.delete(procedure)


def _must_be_draft(procedure: Procedure) -> None:
    if procedure.published_at is not None:
        raise Moved(PUBLISHED)


def _government(actor: Actor) -> int:
    grant = next(actor.grants_as(Role.OFFICE), None)
    if grant is None:
        raise Refusal(N_("只有整改办可以制定销号程序。"))
    return grant.government_id
