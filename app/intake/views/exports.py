"""What stands in the books as workbooks: tasks as the register shows them, cases with a reason."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import PetitionAction, TaskAction
from app.database import db
from app.inspections.models import RectificationList
from app.intake.forms import CaseExportForm
from app.intake.operations import exporting
from app.intake.views import intake
from app.intake.views.workbooks import send_workbook
from app.petitions import queries as petitions
from app.tasks import queries as tasks
from app.tasks.forms import filter_from
from app.tasks.views.chosen import Chosen, chosen_lists, scope_of_address
from app.web.guard import current_actor, requires


@intake.post("/exports/tasks")
@requires(TaskAction.EXPORT)
def export_tasks() -> ResponseReturnValue:
    """Send the register whole, under the filter that the address names."""
    actor = current_actor()
    chosen = chosen_lists(tasks.lists_visible_to(actor)) or abort(404)
    lines = tasks.whole(scope_of_address(chosen, actor), filter_from(request.args))
    answer = send_workbook(
        lambda stream: exporting.export_tasks(stream, chosen.lists, lines, actor), _name(chosen)
    )
    db.session.commit()
    return answer


def _name(subject: Chosen | RectificationList) -> str:
    return f"{subject.name}{clock.today():%Y%m%d}"


def _case_form() -> CaseExportForm:
    form = CaseExportForm()
    lists = petitions.lists_to_read(current_actor())
    form.list.choices = [(subject.id, subject.name) for subject in lists]
    return form


@intake.get("/exports/cases")
@requires(PetitionAction.EXPORT)
def case_export_form() -> ResponseReturnValue:
    return render_template("intake/case_export_form.html", form=_case_form())


@intake.post("/exports/cases")
@requires(PetitionAction.EXPORT)
def export_cases() -> ResponseReturnValue:
    """Send the cases of one list to who may read them and says why."""
    actor, form = current_actor(), _case_form()
    if not form.validate():
        return render_template("intake/case_export_form.html", form=form), 422
    subject = next(one for one in petitions.lists_to_read(actor) if one.id == form.list.data)
    cases = petitions.cases_of_list(subject.id)
    answer = send_workbook(
        lambda stream: exporting.export_cases(
            stream, subject, cases, actor, form.reason.data or ""
        ),
        _("%(list)s信访件", list=_name(subject)),
    )
    db.session.commit()
    return answer
