"""The list of errors of an import, cell by cell, and the rows in error as a workbook and back."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.intake.forms import MendedForm
from app.intake.models import IntakeCase, IntakeDocument, IntakeRow
from app.intake.operations import cases, exporting, mending
from app.intake.snapshot.cells import Cells
from app.intake.snapshot.problems import Problem, of_case, of_findings, problems_of
from app.intake.views import fetch, intake
from app.intake.views.opening import is_open
from app.intake.views.workbooks import send_workbook
from app.intake.vocabulary import ImportState
from app.intake.workflow import IMPORT_WORKFLOW
from app.web.addresses import key
from app.web.guard import authorize, may, requires
from app.wording import Moved, Refusal

PAGE = 200


@dataclass(frozen=True)
class Listed:
    """One problem as the page shows it."""

    problem: Problem
    place: str
    href: str


def _fetch(import_id: int, action: IntakeAction) -> IntakeDocument:
    """Return an import; of petition cases only to who may read them and gave a reason."""
    document = fetch(import_id, action)
    if document.state in (ImportState.READING, ImportState.FAILED):
        abort(404)
    if document.kind == "cases":
        authorize(IntakeAction.READ_CASES, document)
        if not is_open(document):
            raise Moved(_("查看理由已过时，请回到列表重新写明。"))
    return document


@intake.get("/<int:import_id>/problems")
@requires(IntakeAction.READ)
def problems(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.kind == "cases" and not is_open(document):
        return redirect(url_for("intake.cases", import_id=document.id))
    return _page(_fetch(import_id, IntakeAction.READ), MendedForm())


def _page(document: IntakeDocument, form: MendedForm) -> str:
    found = _case_problems(document) if document.kind == "cases" else problems_of(document)
    start = request.args.get("after", default=0, type=key)
    offered = IMPORT_WORKFLOW.allows(document.state, IntakeAction.CORRECT)
    return render_template(
        "intake/problems.html",
        document=document,
        found=_shown(document, found[start : start + PAGE]),
        total=len(found),
        first=start,
        further=start + PAGE if len(found) > start + PAGE else None,
        rows=len({each.position for each in found if each.position is not None}),
        form=form,
        may_mend=offered and may(IntakeAction.CORRECT, document),
        back=_back(document),
    )


def _case_problems(document: IntakeDocument) -> Sequence[Problem]:
    whole = cases.document_view(document)
    cells = Cells(whole["lines"])
    views = [view for row in document.cases if (view := cases.case_view(row)).waits]
    found = list(of_findings(whole["findings"], cells))
    for view in views:
        found += of_case(view.row.position, view.case, view.findings, cells)
    return sorted(found, key=lambda problem: problem.order)


def _shown(document: IntakeDocument, found: Sequence[Problem]) -> Sequence[Listed]:
    return [Listed(each, _place(each), _href(document, each)) for each in found]


def _place(problem: Problem) -> str:
    message, values = problem.cell.place
    return str(_(message, **values))


def _href(document: IntakeDocument, problem: Problem) -> str:
    """Where the row is put right on the page."""
    if problem.position is None:
        show = None if document.kind == "cases" else "unexplained"
        return url_for("intake.review", import_id=document.id, show=show)
    if document.kind == "cases":
        return url_for("intake.case_form", case_id=document.cases[problem.position - 1].id)
    return url_for("intake.review", import_id=document.id, row=problem.position)


def _back(document: IntakeDocument) -> str:
    page = "intake.cases" if document.kind == "cases" else "intake.review"
    return url_for(page, import_id=document.id)


@intake.post("/<int:import_id>/wrong-rows")
@requires(IntakeAction.EXPORT)
def export_wrong_rows(import_id: int) -> ResponseReturnValue:
    document = _fetch(import_id, IntakeAction.EXPORT)
    actor = authorize(IntakeAction.EXPORT, document)
    answer = send_workbook(
        lambda stream: exporting.export_wrong_rows(stream, document, actor),
        _("%(name)s有问题的行", name=document.filename.rsplit(".", 1)[0]),
    )
    db.session.commit()
    return answer


@intake.post("/<int:import_id>/mended")
@requires(IntakeAction.CORRECT)
def bring_again(import_id: int) -> ResponseReturnValue:
    document, form = _fetch(import_id, IntakeAction.CORRECT), MendedForm()
    if not form.validate():
        return _page(document, form), 422
    try:
        rows = _brought(document, form, authorize(IntakeAction.CORRECT, document))
    except Refusal as refusal:
        db.session.rollback()
        form.file.errors = [refusal]
        return _page(document, form), refusal.code
    db.session.commit()
    flash(_("已用改好的表替换%(count)s项，还没有入账。", count=len(rows)))
    return redirect(url_for("intake.problems", import_id=import_id))


def _brought(
    document: IntakeDocument, form: MendedForm, actor: Actor
) -> Sequence[IntakeRow | IntakeCase]:
    bring = mending.bring_cases_again if document.kind == "cases" else mending.bring_again
    with closing(form.file.data) as upload:
        return bring(document, upload.stream, upload.filename or "", actor)


@intake.post("/<int:import_id>/leave-out")
@requires(IntakeAction.CORRECT)
def leave_out(import_id: int) -> ResponseReturnValue:
    document = _fetch(import_id, IntakeAction.CORRECT)
    leaving = cases.drop_doubtful if document.kind == "cases" else mending.leave_out
    count = leaving(document, authorize(IntakeAction.CORRECT, document))
    db.session.commit()
    flash(_("有问题的%(count)s项不入账，可以在核对页逐项恢复。", count=count))
    return redirect(_back(document))
