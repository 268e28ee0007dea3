"""Empty workbooks to fill in and upload, with the units that the reader's area knows."""

from flask import Response
from flask.typing import ResponseReturnValue

from app.access.actions import IntakeAction
from app.access.roles import Role
from app.intake.operations import exporting
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.columns import Book
from app.intake.snapshot.task_columns import TASKS
from app.intake.views import intake
from app.intake.views.workbooks import send_workbook
from app.web.guard import current_actor, requires


@intake.get("/templates/tasks.xlsx")
@requires(IntakeAction.RECEIVE)
def task_template() -> ResponseReturnValue:
    return _template(TASKS)


@intake.get("/templates/cases.xlsx")
@requires(IntakeAction.RECEIVE)
def case_template() -> ResponseReturnValue:
    return _template(CASES)


def _template(book: Book) -> Response:
    areas = [grant.area for grant in current_actor().grants_as(Role.OFFICE)]
    return send_workbook(
        lambda stream: exporting.write_template(stream, book, areas), book.template
    )
