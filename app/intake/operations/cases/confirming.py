"""Cases that were looked through are recorded, all or none; an import can be taken back whole."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.operations.cases.staging import case_view
from app.intake.operations.moving import afresh, move
from app.intake.vocabulary import Decision
from app.petitions.drafts import CaseDraft
from app.petitions.models import PetitionCase
from app.petitions.operations import open_cases, withdraw_case
from app.petitions.queries import cases_with_ids, taken_numbers
from app.petitions.vocabulary import CaseStatus, Channel, Verdict
from app.wording import N_, Refusal

TEXTS = (
    "content", "investigation", "handling", "accountability", "target", "issues", "remarks",
    "personal_data", "area",
)  # fmt: skip


def confirm_cases(document: IntakeDocument, actor: Actor) -> Sequence[IntakeCase]:
    """Record every case that is kept; refuse while one is doubtful or a number is taken."""
    afresh(document, IntakeAction.CONFIRM)
    rows = [row for row in document.cases if row.decision is not Decision.DROPPED]
    doubtful = sum(row.is_doubtful and row.decision is Decision.OPEN for row in rows)
    if doubtful:
        raise Refusal(N_("还有%(count)s件存疑，处理完才能入账"), count=doubtful)
    if not rows:
        raise Refusal(N_("没有要入账的信访件"))
    views = [case_view(row) for row in rows]
    drafts = [_draft(view.row, view.case) for view in views]
    _refuse_taken(document, drafts)
    for row, case in zip(rows, open_cases(document.rectification_list, drafts, actor), strict=True):
        row.case_id, row.decision = case.id, Decision.ACCEPTED
    document.confirmed_at = clock.now()
    move(document, IntakeAction.CONFIRM, actor, cases=len(rows))
    return rows


def _refuse_taken(document: IntakeDocument, drafts: Sequence[CaseDraft]) -> None:
    numbers = [draft.number for draft in drafts if draft.number is not None]
    taken = taken_numbers(document.rectification_list.inspection_id) & set(numbers)
    taken |= {number for number, count in Counter(numbers).items() if count > 1}
    if taken:
        message = N_("受理编号%(numbers)s已有同号的件，请改正或设为不入账")
        raise Refusal(message, numbers="、".join(sorted(taken)))


def _draft(row: IntakeCase, case: dict[str, Any]) -> CaseDraft:
    batch = case.get("batch") or {}
    return CaseDraft(
        number=case["number"],
        sequence=case.get("sequence"),
        priority=bool(case.get("priority")),
        channel=_word(Channel, case.get("channel")),
        batch_number=batch.get("number"),
        batch_on=date.fromisoformat(batch["date"]) if batch.get("date") else None,
        district=case.get("area"),
        pollution_types=case.get("pollution_types") or (),
        units=case.get("units") or (),
        substantiated=_word(Verdict, case.get("substantiated")),
        status=_word(CaseStatus, case.get("status")),
        counts=case.get("counts") or {},
        repeats=case.get("repeats") or (),
        texts={name: case.get(name) for name in TEXTS},
        source=_source(row, case),
    )


def _word(kind: Any, value: str | None) -> Any:
    return kind(value) if value else None


def _source(row: IntakeCase, case: dict[str, Any]) -> dict[str, Any]:
    return {
        "import_id": row.document_id,
        "row": row.position,
        "filename": row.document.filename,
        "sha256": row.document.blob.sha256,
        "first_line": case["source"][0],
        "last_line": case["source"][1],
        "lines": case.get("lines") or {},
    }


def changed_cases(document: IntakeDocument) -> list[str]:
    """Numbers of the cases of an import that somebody has worked on."""
    return [case.number or case.token[:6] for case in _recorded(document) if case.version > 1]


def undo_cases(document: IntakeDocument) -> int:
    """Remove the cases of an import; return how many."""
    cases = _recorded(document)
    for row in document.cases:
        row.case_id = None
    db.session.flush()
    for case in cases:
        withdraw_case(case)
    return len(cases)


def _recorded(document: IntakeDocument) -> Sequence[PetitionCase]:
    return cases_with_ids([row.case_id for row in document.cases if row.case_id is not None])
