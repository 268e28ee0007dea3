"""Preparing, counting again, reviewing, issuing and correcting."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import LedgerAction
from app.database import db
from app.ledgers import operations
from app.ledgers.forms import CorrectionForm, PeriodForm
from app.ledgers.models import LedgerIssue
from app.ledgers.views import fetch, ledgers
from app.ledgers.views.issues import list_of
from app.web.guard import authorize, current_actor, requires


@ledgers.post("/drafts")
@requires(LedgerAction.PREPARE)
def prepare() -> ResponseReturnValue:
    form = PeriodForm()
    if not form.validate() or form.last_day.data is None:
        abort(422)
    subject = list_of(form.list.data, current_actor()) or abort(404)
    actor = authorize(LedgerAction.PREPARE, subject)
    issue = operations.prepare(subject, form.last_day.data, actor)
    db.session.commit()
    flash(_("草稿已生成。核对增减平衡和变化后送审核。"))
    return _to(issue)


@ledgers.post("/<public_id>/refresh")
@requires(LedgerAction.PREPARE)
def refresh(public_id: str) -> ResponseReturnValue:
    issue = fetch(public_id, LedgerAction.PREPARE)
    operations.refresh(issue, current_actor())
    db.session.commit()
    flash(_("已重新取数。"))
    return _to(issue)


@ledgers.post("/<public_id>/review")
@requires(LedgerAction.REVIEW)
def review(public_id: str) -> ResponseReturnValue:
    issue = fetch(public_id, LedgerAction.REVIEW)
    operations.review(issue, current_actor())
    db.session.commit()
    flash(_("审核通过。下一步：签发。"))
    return _to(issue)


@ledgers.post("/<public_id>/issue")
@requires(LedgerAction.ISSUE)
def sign_off(public_id: str) -> ResponseReturnValue:
    subject = fetch(public_id, LedgerAction.ISSUE)
    address = url_for("ledgers.issue", public_id=public_id, _external=True)
    operations.issue(subject, current_actor(), address)
    db.session.commit()
    flash(_("第%(number)s期已签发，内容冻结，领导可以下载。", number=subject.number))
    return _to(subject)


@ledgers.get("/<public_id>/correction")
@requires(LedgerAction.PREPARE)
def correction_form(public_id: str) -> ResponseReturnValue:
    return _ask(fetch(public_id, LedgerAction.PREPARE), CorrectionForm())


@ledgers.post("/<public_id>/correction")
@requires(LedgerAction.PREPARE)
def correct(public_id: str) -> ResponseReturnValue:
    issued = fetch(public_id, LedgerAction.PREPARE)
    form = CorrectionForm()
    if not form.validate():
        return _ask(issued, form), 422
    correction = operations.correct(issued, form.reason.data or "", current_actor())
    db.session.commit()
    flash(_("更正期草稿已生成。核对后审核、签发。"))
    return _to(correction)


def _ask(issued: LedgerIssue, form: CorrectionForm) -> str:
    return render_template("ledgers/correction_form.html", issue=issued, form=form)


def _to(issue: LedgerIssue) -> ResponseReturnValue:
    return redirect(url_for("ledgers.issue", public_id=issue.public_id))
