"""The pages on which the office reads, writes and publishes close-out procedures."""

from dataclasses import replace

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import ProcedureAction
from app.access.policy import permits
from app.closeout.forms.procedures import ProcedureForm, typed
from app.closeout.operations import procedures as writing
from app.closeout.queries import lists_under, tasks_under
from app.closeout.views import procedures
from app.closeout.views.drawing import flow
from app.database import db
from app.inspections import queries
from app.inspections.drafts import ProcedureDraft, StepDraft
from app.inspections.models import Procedure
from app.inspections.vocabulary import StepKind, StepOwner
from app.inspections.workflow import BY_THE_APPLICANT, faults
from app.web.guard import authorize, current_actor, may, requires
from app.wording import N_, Moved

CHANGED = N_("这份草稿刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


@procedures.get("/")
@requires(ProcedureAction.READ)
def index() -> ResponseReturnValue:
    found = queries.procedures_for(current_actor())
    return render_template(
        "procedures/index.html",
        procedures=found,
        used=tasks_under(*found),
        lists=lists_under({one.code for one in found}, current_actor()),
        keeps=may(ProcedureAction.EDIT),
    )


@procedures.get("/<int:procedure_id>")
@requires(ProcedureAction.READ)
def procedure(procedure_id: int) -> ResponseReturnValue:
    subject = _fetch(procedure_id, ProcedureAction.READ)
    draft = writing.as_draft(subject)
    if subject.published_at is None and may(ProcedureAction.EDIT, subject):
        form = ProcedureForm(data=typed(draft) | {"version": subject.version})
        return _desk(subject, form, draft)
    return render_template(
        "procedures/procedure.html",
        procedure=subject,
        flow=flow(subject.steps),
        used=tasks_under(subject).get(subject.id, 0),
        keeps=may(ProcedureAction.EDIT),
    )


@procedures.post("/<int:procedure_id>")
@requires(ProcedureAction.EDIT)
def edit(procedure_id: int) -> ResponseReturnValue:
    subject = _fetch(procedure_id, ProcedureAction.EDIT)
    form = ProcedureForm()
    if not form.validate():
        return _desk(subject, form, writing.as_draft(subject)), 422
    if form.version.data != str(subject.version):
        raise Moved(CHANGED)
    deed = request.form.get("do", "save")
    draft = rearranged(form.draft(), deed, StepKind(form.added.data))
    writing.edit(subject, draft, current_actor())
    if deed == "publish":
        writing.publish(subject, current_actor())
    db.session.commit()
    flash(_("已发布，此后交办的任务按这一版办理。") if deed == "publish" else _("草稿已存。"))
    return redirect(url_for("procedures.procedure", procedure_id=procedure_id))


@procedures.post("/<int:procedure_id>/versions")
@requires(ProcedureAction.EDIT)
def start(procedure_id: int) -> ResponseReturnValue:
    subject = _fetch(procedure_id, ProcedureAction.READ)
    name = _("%(name)s（本级）", name=_(subject.name))
    new = writing.start_version(subject, name, authorize(ProcedureAction.EDIT))
    db.session.commit()
    flash(_("已起一份草稿。发布之前，谁也不按它办理。"))
    return redirect(url_for("procedures.procedure", procedure_id=new.id))


@procedures.post("/<int:procedure_id>/discard")
@requires(ProcedureAction.EDIT)
def discard(procedure_id: int) -> ResponseReturnValue:
    writing.discard(_fetch(procedure_id, ProcedureAction.EDIT), current_actor())
    db.session.commit()
    flash(_("草稿已删去。"))
    return redirect(url_for("procedures.index"))


def rearranged(draft: ProcedureDraft, deed: str, added: StepKind) -> ProcedureDraft:
    """Move, drop or add a step, as the button says: `up-2`, `down-2`, `drop-2`, `add`."""
    steps, (word, _dash, at) = list(draft.steps), deed.partition("-")
    if word == "add":
        owner = StepOwner.APPLICANT if added in BY_THE_APPLICANT else StepOwner.OFFICE
        steps.append(StepDraft(added, owner))
    elif at.isdecimal() and int(at) < len(steps) and word in ("up", "down", "drop"):
        step = steps.pop(int(at))
        if word != "drop":
            steps.insert(max(int(at) + (1 if word == "down" else -1), 0), step)
    return replace(draft, steps=tuple(steps))


def _fetch(procedure_id: int, action: ProcedureAction) -> Procedure:
    found = queries.procedure_or_none(procedure_id) or abort(404)
    authorize(action, found)
    return found


def _desk(subject: Procedure, form: ProcedureForm, draft: ProcedureDraft) -> str:
    """The draft with its drawing, and what still forbids publishing it."""
    return render_template(
        "procedures/edit.html",
        procedure=subject,
        form=form,
        flow=flow(draft.steps),
        faults=faults(draft),
        StepKind=StepKind,
        publishes=permits(current_actor(), ProcedureAction.PUBLISH, subject),
    )
