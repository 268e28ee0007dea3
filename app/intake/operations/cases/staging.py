"""What was read of petition cases becomes sealed rows; nothing of it stands open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.database import db
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.vocabulary import Decision
from app.petitions.queries import taken_numbers
from app.petitions.vocabulary import CaseStatus, Channel, Verdict
from app.vault.operations import seal_json, unseal_json
from app.wording import N_

WORDS: Mapping[str, Any] = {"channel": Channel, "substantiated": Verdict, "status": CaseStatus}


@dataclass(frozen=True)
class CaseView:
    """A staged case, opened: what was read, and what a person has to look at."""

    row: IntakeCase
    case: dict[str, Any]
    findings: list[dict[str, Any]]

    @property
    def waits(self) -> bool:
        """Whether a person has to decide about it before it can be recorded."""
        return self.row.is_doubtful and self.row.decision is Decision.OPEN

    @property
    def decided(self) -> str:
        """What was decided, in words."""
        return N_("没有存疑") if self.row.decision is Decision.OPEN else self.row.decision.label

    def word(self, name: str) -> str:
        """A coded field in the reader's words; a dash where the document says nothing."""
        value = self.case.get(name)
        return str(WORDS[name](value).label) if value else "—"


def stage_cases(document: IntakeDocument, content: Mapping[str, Any]) -> None:
    """Keep what was read with the document, sealed; rows that were there before are replaced."""
    db.session.flush()  # a sealed value is bound to the document's key
    document.kind, document.script = "cases", content["document"]["script"]
    items, findings = content["items"], content["findings"]
    whole = {
        "title": content["document"]["title"],
        "lines": content["lines"],
        "findings": [finding for finding in findings if finding["item"] is None],
        "figures": content.get("figures", []),
    }
    document.sealed = seal_json(whole, _place(document))
    numbers = Counter(item["number"] for item in items)
    taken = taken_numbers(document.rectification_list.inspection_id)
    document.cases = []
    for position, item in enumerate(items, start=1):
        row = IntakeCase(document_id=document.id, position=position)
        own = [finding for finding in findings if finding["item"] == position - 1]
        seal_case(row, item, own + about_number(item["number"], numbers, taken))
        document.cases.append(row)


def seal_case(row: IntakeCase, case: Mapping[str, Any], findings: list[dict[str, Any]]) -> None:
    """Write a case down again, sealed at its own place."""
    row.sealed = seal_json({"case": case, "findings": findings}, row.place)
    row.is_doubtful = bool(case["needs_review"] or findings)


def case_view(row: IntakeCase) -> CaseView:
    """Open one staged case; the caller has asked for the right and written the reason down."""
    kept = unseal_json(row.sealed, row.place)
    return CaseView(row, kept["case"], kept["findings"])


def document_view(document: IntakeDocument) -> dict[str, Any]:
    """Open what is known of the whole document: title, lines, findings, figures."""
    kept: dict[str, Any] = unseal_json(document.sealed or b"", _place(document))
    return kept


def _place(document: IntakeDocument) -> str:
    return f"intake_document:{document.id}:sealed"


def about_number(
    number: str | None, numbers: Mapping[str | None, int], taken: frozenset[str]
) -> list[dict[str, Any]]:
    if number is None:
        return []
    if number in taken:
        message = N_("这个受理编号已经入账；再次公开的件请先不入账，核对后再更新")
    elif numbers[number] > 1:
        message = N_("同一受理编号在本文件中出现多次，请核对")
    else:
        return []
    return [{"code": "number-taken", "message": message, "text": number, "field": "number"}]
