"""One issue: where it stands, what it says, its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby
from textwrap import wrap

from flask import Response, render_template, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import LedgerAction
from app.files.views import send_blob
from app.ledgers import operations, queries
from app.ledgers.models import LedgerIssue
from app.ledgers.views import fetch, ledgers
from app.ledgers.vocabulary import LedgerState
from app.ledgers.workflow import LEDGER_WORKFLOW
from app.web.formatting import cn_moment
from app.web.guard import may, requires
from app.wording import N_
from reports.weekly_ledger.content import Change, WeeklyLedger

PDF = "application/pdf"


@dataclass(frozen=True)
class Step:
    """One step on the way to the issue, for the line of steps."""

    label: str
    note: str
    standing: str


@dataclass(frozen=True)
class Offers:
    """Which deeds the page offers: policy says who, workflow and cut-off say when."""

    refresh: bool
    review: bool
    issue: bool
    correct: bool


@ledgers.get("/<public_id>")
@requires(LedgerAction.READ)
def issue(public_id: str) -> ResponseReturnValue:
    found = fetch(public_id, LedgerAction.READ)
    content = operations.content_of(found)
    return render_template(
        "ledgers/issue.html",
        issue=found,
        content=content,
        checksum=" ".join(wrap(found.sha256, 4)),
        steps=list(steps(found)),
        offers=offers(found),
        groups=groups(content),
        is_draft=found.state is LedgerState.DRAFT,
        is_issued=found.state is LedgerState.ISSUED,
        is_early=not found.counted_at_cut_off,
        is_one_person=found.prepared_by_id == found.reviewed_by_id,
        previous=queries.issued_before(found.period),
        correction=correction_shown(found),
        standing=queries.standing_of(found) if found.state is LedgerState.ISSUED else None,
    )


def correction_shown(found: LedgerIssue) -> LedgerIssue | None:
    """Return the issue that replaces this one, if the reader may open it."""
    correction = queries.correction_of(found.id)
    if correction is None or correction.state is not LedgerState.DRAFT:
        return correction
    return correction if may(LedgerAction.PREPARE, correction) else None


@ledgers.get("/<public_id>/file")
@requires(LedgerAction.READ)
def file(public_id: str) -> ResponseReturnValue:
    found = fetch(public_id, LedgerAction.READ)
    if found.pdf is not None:
        return send_blob(found.pdf, filename(found), download=True)
    return _drawn(found)


def _drawn(found: LedgerIssue) -> Response:
    """Send what is not issued yet, drawn for this reader and kept nowhere."""
    answer = send_file(
        BytesIO(operations.printed(found)), PDF, as_attachment=True, download_name=filename(found)
    )
    answer.cache_control.no_store = True
    return answer


def filename(found: LedgerIssue) -> str:
    """Return the title with number, or with what the issue is until it has one."""
    part = f"第{found.number}期" if found.number else f"（{found.state.label}）"
    return f"{found.title}{part}{found.period.last_day:%Y%m%d}.pdf"


def steps(found: LedgerIssue) -> Iterator[Step]:
    """Yield the line of steps: who did what when, and what comes next."""
    acts = (
        (N_("生成草稿"), found.prepared_by_name, found.prepared_at),
        (N_("审核"), found.reviewed_by_name, found.reviewed_at),
        (N_("签发"), found.issued_by_name, found.issued_at),
    )
    due = next((label for label, _name, moment in acts if moment is None), "")
    for label, name, moment in acts:
        standing = "past" if moment else "now" if label == due else ""
        yield Step(label, _step_note(found, name, moment), standing)


def _step_note(found: LedgerIssue, name: str | None, moment: datetime | None) -> str:
    if moment:
        return f"{cn_moment(moment)}　{name}"
    cutoff = found.period.cutoff_at
    if clock.now() < cutoff:
        return str(_("%(moment)s截数后", moment=cn_moment(cutoff)))
    return str(_("待办"))


def offers(found: LedgerIssue) -> Offers:
    is_over = clock.now() >= found.period.cutoff_at and found.counted_at_cut_off
    corrects = found.state is LedgerState.ISSUED and queries.correction_of(found.id) is None
    return Offers(
        refresh=_allowed(found, LedgerAction.PREPARE),
        review=is_over and _allowed(found, LedgerAction.REVIEW),
        issue=is_over and _allowed(found, LedgerAction.ISSUE),
        correct=corrects and may(LedgerAction.PREPARE, found),
    )


def _allowed(found: LedgerIssue, action: LedgerAction) -> bool:
    return LEDGER_WORKFLOW.allows(found.state, action) and may(action, found)


def groups(content: WeeklyLedger) -> list[tuple[str, list[Change]]]:
    """Return the changes by kind, in the order in which they are printed."""
    return [(kind, list(them)) for kind, them in groupby(content.changes, lambda one: one.kind)]
