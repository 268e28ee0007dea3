"""Issuing and verifying ledgers from the command line."""

from datetime import date, timedelta
from pathlib import Path

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.access.actions import LedgerAction
from app.access.actor import Actor
from app.accounts.commands import act_as, as_user, in_words
from app.database import db
from app.deadlines.periods import period_around
from app.deadlines.weeks import Week
from app.files.operations import open_blob
from app.inspections.models import RectificationList
from app.inspections.queries import list_with_code, period_ending
from app.ledgers import operations, queries
from app.ledgers.drafts import Comparison
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState
from app.wording import N_, Refusal

NOT_GENUINE = 1

ledger = AppGroup("ledger", help="台账。")


@ledger.command("issue")
@click.option("--list", "code", metavar="代号", required=True, help="清单代号。")
@click.option(
    "--week", metavar="周次", required=True, help="最后一天落在该周的那一期，如2026-W47。"
)
@click.option(
    "--out", metavar="文件", required=True, type=click.Path(path_type=Path), help="存为。"
)
@as_user
@in_words
def issue(code: str, week: str, out: Path, login: str) -> None:
    """签发一期台账并存为文件；已签发的原样取出。截数之前不能签发。"""
    subject = list_with_code(code)
    if subject is None:
        raise Refusal(N_("没有代号为“%(code)s”的清单。"), code=code)
    actor = act_as(login, LedgerAction.ISSUE, subject)
    found = _issued(subject, _last_day(subject, week), actor)
    db.session.commit()
    _save(found, out)
    click.echo(_("%(title)s第%(number)s期　%(file)s", title=found.title, number=found.number,
                 file=str(out)))  # fmt: skip


def _last_day(subject: RectificationList, week: str) -> date:
    """Return the last day of the list's period that ends within the week."""
    try:
        wanted = Week.parse(week)
    except ValueError as error:
        raise Refusal(N_("没有“%(week)s”这一周，请写成2026-W47的样子。"), week=week) from error
    for days in range(7):
        last = period_around(subject.period_kind.value, wanted.monday + timedelta(days=days))[1]
        if last in wanted:
            return last
    raise Refusal(N_("没有最后一天落在%(week)s的报告期。"), week=week)


def _issued(subject: RectificationList, last_day: date, actor: Actor) -> LedgerIssue:
    """Take the issue of a period as far as it still has to go."""
    period = period_ending(subject.id, last_day)
    found = queries.issued_for(period.id) if period else None
    if found is not None:
        return found
    begun = queries.unfinished_issue(period.id) if period else None
    draft = begun or operations.prepare(subject, last_day, actor)
    if draft.state is LedgerState.DRAFT:
        if begun is not None:
            operations.refresh(begun, actor)
        operations.review(draft, actor)
    operations.issue(draft, actor)
    return draft


def _save(found: LedgerIssue, out: Path) -> None:
    assert found.pdf is not None, "what is issued has its file"
    try:
        with open_blob(found.pdf) as kept:
            out.write_bytes(kept.read())
    except OSError as error:
        raise Refusal(
            N_("不能写入“%(file)s”：%(error)s。"), file=out, error=error.strerror
        ) from error


@ledger.command("verify")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@in_words
def verify(file: Path) -> None:
    """查验台账文件：纸、文件、库三者是否一致；不一致时退出码为1。"""
    found = queries.compare(file.read_bytes())
    for line in _findings(found):
        click.echo(line)
    if not found.agrees:
        raise SystemExit(NOT_GENUINE)


def _findings(found: Comparison) -> list[str]:
    said = [_(found.file.label)]
    if found.public_id:
        said.append(_("库内内容未变") if found.content_whole else _("库内内容已被改动"))
        said.append(
            _("记录链完整，签发后新增记录%(count)s条", count=found.entries_since)
            if found.trail_whole
            else _("记录链与签发时不符")
        )
    if found.replaced_by:
        said.append(_("已由第%(number)s期更正替代", number=found.replaced_by))
    return said
