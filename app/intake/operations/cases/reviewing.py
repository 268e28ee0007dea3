"""What a person makes of staged cases: open them with a reason, correct, leave out, keep."""

from collections.abc import Mapping
from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.operations.cases.staging import case_view, seal_case
from app.intake.operations.moving import move
from app.intake.vocabulary import Decision
from app.wording import N_, Refusal

SHORTEST = 4


def opened(document: IntakeDocument, reason: str, actor: Actor) -> None:
    """Write down who reads the cases of a document, and why."""
    if len(reason.strip()) < SHORTEST:
        raise Refusal(N_("请写明查看的理由，例如“核对第3批交办件”"))
    record(actor, IntakeAction.READ_CASES, document, reason=reason.strip())


def correct_case(row: IntakeCase, values: Mapping[str, Any], actor: Actor) -> None:
    """Take over what a person typed; with that the case is looked through."""
    view = case_view(row)
    changed = sorted(name for name, value in values.items() if view.case.get(name) != value)
    seal_case(row, {**view.case, **values, "needs_review": False}, [])
    row.decision = Decision.ACCEPTED
    move(row.document, IntakeAction.CORRECT, actor, case=row.position, fields=changed)


def decide_case(row: IntakeCase, decision: Decision, actor: Actor) -> None:
    before, row.decision = row.decision, decision
    move(row.document, IntakeAction.CORRECT, actor, case=row.position, was=before, now=decision)


def drop_doubtful(document: IntakeDocument, actor: Actor) -> int:
    """Leave out every case that is still doubtful and undecided; return how many."""
    doubtful = [row for row in document.cases if row.is_doubtful and row.decision is Decision.OPEN]
    for row in doubtful:
        row.decision = Decision.DROPPED
    positions = [row.position for row in doubtful]
    move(document, IntakeAction.CORRECT, actor, cases=positions, decision=Decision.DROPPED)
    return len(doubtful)
