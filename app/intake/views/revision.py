"""The page that lays a revised edition beside the list, and what is answered there."""

from collections.abc import Mapping

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.intake import operations
from app.intake.forms import DeedForm
from app.intake.models import IntakeDocument
from app.intake.operations import revision as revising
from app.intake.views import fetch, intake
from app.intake.views.differences import differences
from app.intake.vocabulary import ImportState
from app.web.addresses import SHORT
from app.web.guard import authorize, may, requires
from app.wording import Refusal

YES_OR_NO = {"yes": True, "no": False}


@intake.get("/<int:import_id>/revision")
@requires(IntakeAction.READ)
def revision(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.state is not ImportState.REVIEW or not operations.is_revising(document):
        return redirect(url_for("intake.review", import_id=import_id))
    return render_template(
        "intake/revision.html",
        document=document,
        page=differences(operations.revision_of(document)),
        doubts=sum(len(row.doubts) for row in document.rows) + len(document.unexplained),
        form=DeedForm(),
        may_correct=may(IntakeAction.CORRECT, document),
        may_confirm=may(IntakeAction.CONFIRM, document),
    )


@intake.post("/<int:import_id>/revision")
@requires(IntakeAction.CORRECT)
def answer(import_id: int) -> ResponseReturnValue:
    """Keep what was answered; then do what the button that was pressed says."""
    document = fetch(import_id, IntakeAction.CORRECT)
    if document.kind == "cases":
        abort(404)
    actor = authorize(IntakeAction.CORRECT, document)
    try:
        _keep(document, actor)
        done = _press(document, request.form.get("do", ""), actor)
    except Refusal as refusal:
        db.session.rollback()
        flash(_(refusal.message, **refusal.values), "error")
        return redirect(url_for("intake.revision", import_id=import_id))
    db.session.commit()
    return done


def _keep(document: IntakeDocument, actor: Actor) -> None:
    chosen = {key: int(task) for key, task in _typed("m").items() if SHORT.fullmatch(task)}
    changes = {
        (row, field): YES_OR_NO[said]
        for key, said in _typed("c").items()
        for row, _dash, field in [key.partition("-")]
        if said in YES_OR_NO
    }
    unlisted = {key: YES_OR_NO[said] for key, said in _typed("u").items() if said in YES_OR_NO}
    if chosen or changes or unlisted:
        revising.answer(document, revising.Answers(chosen, changes, unlisted), actor)


def _typed(kind: str) -> Mapping[str, str]:
    """Answers of one kind, by what they are about."""
    return {
        name.removeprefix(f"{kind}-"): said
        for name, said in request.form.items()
        if name.startswith(f"{kind}-")
    }


def _press(document: IntakeDocument, word: str, actor: Actor) -> ResponseReturnValue:
    if word == "accept":
        count = revising.accept_unchallenged(document, actor)
        flash(_("已采纳没有存疑的%(count)s处修订。", count=count))
    elif word == "keep":
        count = revising.keep_unlisted(document, actor)
        flash(_("修订版没有列的%(count)s项都照旧保留。", count=count))
    elif word == "confirm":
        return _confirm(document)
    else:
        flash(_("已记下，可以随时离开再来。"))
    return redirect(url_for("intake.revision", import_id=document.id))


def _confirm(document: IntakeDocument) -> ResponseReturnValue:
    operations.confirm(document, authorize(IntakeAction.CONFIRM, document))
    done = (document.revision or {}).get("applied", {})
    flash(
        _(
            "修订版已入账：改动%(amended)s项，新增%(added)s项，撤下草稿%(withdrawn)s项。7日内可整批撤回。",
            amended=len(done.get("amended", ())),
            added=sum(row.task_id is not None for row in document.rows),
            withdrawn=len(done.get("withdrawn", ())),
        )
    )
    return redirect(url_for("tasks.register", list=document.rectification_list.code))
