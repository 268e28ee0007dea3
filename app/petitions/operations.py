"""Opening petition cases, reading their texts, taking them back. Nothing here commits."""

import secrets
from collections.abc import Sequence
from typing import Any

from app import clock
from app.access.actions import PetitionAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.inspections.models import RectificationList
from app.petitions.drafts import CaseDraft
from app.petitions.models import PetitionCase
from app.vault.operations import seal_json, unseal_json


def open_cases(
    subject: RectificationList, drafts: Sequence[CaseDraft], actor: Actor
) -> Sequence[PetitionCase]:
    """Record cases with their texts sealed; the audit keeps their numbers and none of their words.

    Each batch leaves one audit entry: a batch holds hundreds.
    """
    cases = [_case(subject, draft) for draft in drafts]
    db.session.add_all(cases)
    db.session.flush()
    numbers = [case.number for case in cases]
    record(actor, PetitionAction.OPEN, subject, after={"cases": len(cases), "numbers": numbers})
    return cases


def _case(subject: RectificationList, draft: CaseDraft) -> PetitionCase:
    case = PetitionCase(
        token=secrets.token_hex(16),
        inspection_id=subject.inspection_id,
        rectification_list=subject,
        number=draft.number,
        sequence=draft.sequence,
        priority=draft.priority,
        channel=draft.channel,
        batch_number=draft.batch_number,
        batch_on=draft.batch_on,
        district=draft.district,
        pollution_types=list(draft.pollution_types),
        units=list(draft.units),
        substantiated=draft.substantiated,
        status=draft.status,
        counts=dict(draft.counts),
        repeats=list(draft.repeats),
        source=dict(draft.source),
        recorded_at=clock.now(),
    )
    case.sealed = seal_json(dict(draft.texts), case.place)
    return case


def read_texts(case: PetitionCase, actor: Actor, reason: str) -> dict[str, Any]:
    """Open the texts of a case; who read them and why is written down."""
    record(actor, PetitionAction.READ, case, reason=reason)
    return opened_texts(case)


def opened_texts(case: PetitionCase) -> dict[str, Any]:
    """Open the texts of a case; the caller has written down who reads them and why."""
    texts: dict[str, Any] = unseal_json(case.sealed, case.place)
    return texts


def withdraw_case(case: PetitionCase) -> None:
    """Remove a case whose import is taken back."""
    db.session.delete(case)
