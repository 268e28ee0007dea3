"""What can be done to a ledger issue: count, review, issue, correct. Nothing here commits."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

from app import clock
from app.access.actions import LedgerAction
from app.access.actor import Actor
from app.audit.operations import record
from app.audit.queries import head
from app.database import db
from app.deadlines.periods import cutoff_of
from app.extensions import settings
from app.files.operations import put
from app.files.vocabulary import MediaType
from app.inspections.models import Period, RectificationList
from app.inspections.operations import next_number, period_at
from app.inspections.vocabulary import DocumentKind
from app.ledgers import queries
from app.ledgers.models import LedgerIssue
from app.ledgers.snapshot import disagreements, gather, weekly_ledger
from app.ledgers.vocabulary import LedgerState
from app.ledgers.workflow import LEDGER_WORKFLOW
from app.wording import N_, Moved, Refusal
from reports import MissingGlyph, NoFont, Unbalanced, draw
from reports.weekly_ledger.checks import check
from reports.weekly_ledger.content import Issue, Proof, Standing, WeeklyLedger

PREPARED = ("prepared_by_id", "prepared_by_name", "prepared_at")
REVIEWED = ("reviewed_by_id", "reviewed_by_name", "reviewed_at")
ISSUED = ("issued_by_id", "issued_by_name", "issued_at")


def prepare(subject: RectificationList, last_day: date, actor: Actor) -> LedgerIssue:
    """Count the period that ends on this day into a new draft."""
    period = _period(subject, last_day)
    if queries.unfinished_issue(period.id) is not None:
        raise Moved(N_("这一期已有草稿，请打开它重新取数。"))
    if queries.issued_for(period.id) is not None:
        raise Moved(N_("这一期已经签发，要改请发更正期。"))
    if queries.issued_after(period) is not None:
        raise Moved(N_("之后的一期已经签发，这一期的情况已计入其中，不能再补发。"))
    return _begin(LedgerIssue(period=period, state=LEDGER_WORKFLOW.start), actor)


def _period(subject: RectificationList, last_day: date) -> Period:
    period = period_at(subject, cutoff_of(last_day, subject.cutoff_hour))
    if period.last_day != last_day:
        raise Refusal(N_("%(day)s不是报告期的最后一天。"), day=last_day)
    if clock.today() < period.first_day:
        raise Refusal(N_("这一期还没有开始。"))
    return period


def correct(issued: LedgerIssue, reason: str, actor: Actor) -> LedgerIssue:
    """Begin the issue that replaces one already issued; it takes the next number."""
    if issued.state is not LedgerState.ISSUED:
        raise Moved(N_("尚未签发的台账直接重新取数，不必发更正期。"))
    if queries.correction_of(issued.id) or queries.unfinished_issue(issued.period_id):
        raise Moved(N_("这一期已有更正期，请打开它办理。"))
    start = LEDGER_WORKFLOW.start
    correction = LedgerIssue(period=issued.period, state=start, replaces=issued, reason=reason)
    return _begin(correction, actor)


def _begin(issue: LedgerIssue, actor: Actor) -> LedgerIssue:
    issue.rectification_list = issue.period.rectification_list
    _count(issue, actor)
    db.session.add(issue)
    record(actor, LedgerAction.PREPARE, issue, after=_facts(issue), reason=issue.reason)
    return issue


def refresh(issue: LedgerIssue, actor: Actor) -> None:
    """Count a draft again, or take a reviewed one back and count it again."""
    before = _facts(issue)
    _move(issue, LedgerAction.PREPARE, dict.fromkeys(REVIEWED))
    _count(issue, actor)
    record(actor, LedgerAction.PREPARE, issue, before=before, after=_facts(issue))


def review(issue: LedgerIssue, actor: Actor) -> None:
    """Confirm a draft that was counted at its cut-off and agrees with the last issue."""
    _cut_off(issue)
    before = _facts(issue)
    _move(issue, LedgerAction.REVIEW, _by(actor, REVIEWED))
    _say(issue, replace(content_of(issue), issue=_issue(issue, Standing.REVIEWED)))
    printed(issue)  # a glyph that is missing is found now, not at issue
    record(actor, LedgerAction.REVIEW, issue, before=before, after=_facts(issue))


def issue(subject: LedgerIssue, actor: Actor, address: str = "") -> None:
    """Give the issue its number and freeze content and file; neither ever changes again.

    `address` is where the code on the page leads.
    """
    LEDGER_WORKFLOW.after(subject.state, LedgerAction.ISSUE)
    _cut_off(subject)
    before, trail, year = _facts(subject), head(), clock.today().year
    number = next_number(subject.list_id, DocumentKind.LEDGER, year)
    said = _issue(subject, Standing.ISSUED, number)
    proof = Proof(trail.count, trail.hash, address)
    content = replace(content_of(subject), issue=said, proof=proof)
    pdf = put(BytesIO(_drawn(content)), "ledger.pdf", {MediaType.PDF})
    facts: dict[str, object] = {"number": number, "year": year, "pdf_blob_id": pdf.id}
    facts |= {"audit_count": trail.count, "audit_head": trail.hash, **_by(actor, ISSUED)}
    _move(subject, LedgerAction.ISSUE, facts)
    _say(subject, content)
    after = _facts(subject) | {"checksum": pdf.sha256}
    record(actor, LedgerAction.ISSUE, subject, before=before, after=after)


def content_of(subject: LedgerIssue) -> WeeklyLedger:
    return WeeklyLedger.from_json(subject.content)


def printed(subject: LedgerIssue) -> bytes:
    """Return the file of what a draft says; what was issued is opened, never drawn again."""
    return _drawn(content_of(subject))


def _drawn(content: WeeklyLedger) -> bytes:
    try:
        return draw(content, settings().font_folder)
    except MissingGlyph as missing:
        raise Refusal(
            N_("%(row)s有字库里没有的字“%(character)s”，请改用其他写法后重新取数。"),
            row=missing.row, character=missing.character,
        ) from missing  # fmt: skip
    except NoFont as missing:
        raise Refusal(N_("字体文件不全，不能生成版式文件，请联系系统管理员。")) from missing


def _move(subject: LedgerIssue, action: LedgerAction, facts: Mapping[str, object]) -> None:
    """Move the issue by the table, together with the facts that its new state needs."""
    subject.state = LEDGER_WORKFLOW.after(subject.state, action)
    for name, value in facts.items():
        setattr(subject, name, value)


def _by(actor: Actor, columns: tuple[str, str, str]) -> dict[str, object]:
    """Return who does it, by what name, when."""
    return dict(zip(columns, (actor.person_id, actor.name, clock.now()), strict=True))


def _count(subject: LedgerIssue, actor: Actor) -> None:
    """Count as of the cut-off, or as of now while it has not come."""
    period = subject.period
    subject.counted_at = min(period.cutoff_at, clock.now())
    for name, value in _by(actor, PREPARED).items():
        setattr(subject, name, value)
    facts = gather(period, subject.counted_at, queries.issued_before(period))
    content = weekly_ledger(facts, _issue(subject, Standing.DRAFT), subject.reason)
    _check(content, facts.previous)
    _say(subject, content)


def _check(content: WeeklyLedger, previous: LedgerIssue | None) -> None:
    """Refuse a ledger that contradicts itself or the one before."""
    try:
        check(content)
    except Unbalanced as error:
        raise Refusal(N_("台账不平，不能生成：%(faults)s。"), faults=str(error)) from error
    if faults := disagreements(content, previous):
        raise Refusal(
            N_("与上期台账不一致，不能生成：%(faults)s。请先查明原因。"), faults="；".join(faults)
        )


def _say(subject: LedgerIssue, content: WeeklyLedger) -> None:
    subject.content, subject.sha256 = content.to_json(), content.checksum


def _issue(subject: LedgerIssue, standing: Standing, number: int | None = None) -> Issue:
    """Return which issue this is; without a number yet, the one that it would get."""
    year = clock.today().year
    previous = queries.issued_before(subject.period)
    return Issue(
        standing=standing,
        number=number or queries.number_to_come(subject.period.list_id, year),
        document_number=_document_number(subject, year, number) if number else "",
        previous=previous.number if previous else None,
        replaces=subject.replaces.number if subject.replaces else None,
        issued_on=clock.today() if standing is Standing.ISSUED else None,
        prepared_by=subject.prepared_by_name,
        reviewed_by=subject.reviewed_by_name or "",
    )


def _document_number(subject: LedgerIssue, year: int, number: int) -> str:
    return f"{subject.rectification_list.document_prefix}〔{year}〕{number}号"


def _cut_off(subject: LedgerIssue) -> None:
    """Refuse what was not counted at the cut-off, or is compared with an issue since replaced."""
    if clock.now() < subject.period.cutoff_at:
        raise Refusal(N_("还没有到截数时刻，现在只能看草稿。"))
    if not subject.counted_at_cut_off:
        raise Refusal(N_("草稿取数早于截数时刻，请先重新取数。"))
    previous = queries.issued_before(subject.period)
    if content_of(subject).issue.previous != (previous.number if previous else None):
        raise Moved(N_("上期台账已有更正，请先重新取数。"))


def _facts(subject: LedgerIssue) -> dict[str, object]:
    """What the trail keeps of an issue."""
    return {
        "state": subject.state,
        "period": subject.period.last_day,
        "number": subject.number,
        "content": subject.sha256,
    }
