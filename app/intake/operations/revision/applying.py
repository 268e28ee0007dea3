"""What was accepted of a revised edition is done to the tasks of the list."""

from collections.abc import Mapping
from typing import Any

from app.access.actor import Actor
from app.database import db
from app.intake import queries
from app.intake.models import IntakeDocument
from app.intake.operations.provenance import source_of
from app.intake.operations.revision.comparing import Compared, Revision, Unlisted
from app.tasks.drafts import Amendment
from app.tasks.operations import amend, unlist
from app.tasks.operations.withdrawing import withdraw
from app.tasks.snapshot import present
from app.wording import N_

Applied = dict[str, Any]
AMENDED = N_("按《%(file)s》修订")
UNLISTED = N_("《%(file)s》不再列入本项")


def take_over(document: IntakeDocument, revision: Revision, actor: Actor) -> Applied:
    """Amend, note and withdraw what was accepted; return what was done, for undoing it."""
    amended = [
        one.match.task.id
        for one in revision.compared
        if one.match.task is not None and _amend(document, one, actor)
    ]
    accepted = [one for one in revision.unlisted if one.accepted and not one.hindrance]
    noted = [one.task.id for one in accepted if not one.withdrawn]
    for one in accepted:
        if not one.withdrawn:
            unlist(one.task, UNLISTED % {"file": document.filename}, actor)
    withdrawn = [_withdraw(one) for one in accepted if one.withdrawn]
    return {"amended": amended, "noted": noted, "withdrawn": withdrawn}


def _amend(document: IntakeDocument, one: Compared, actor: Actor) -> bool:
    """Change a task by the fields that were accepted; whether there was anything to change."""
    fields = {change.field: change.new for change in one.changes if change.accepted}
    if not fields or one.hindrance or one.match.task is None:
        return False
    note = AMENDED % {"file": document.filename}
    amendment = Amendment(fields, note, source_of(one.match.row))
    amend(one.match.task, amendment, actor)
    return True


def _withdraw(one: Unlisted) -> Mapping[str, Any]:
    """Take an untouched draft off the list; what it was is kept, so that it can come back."""
    task = one.task
    row = queries.row_that_opened(task.id)
    kept = {
        "number": task.number,
        "counting_unit_id": task.counting_unit_id,
        "original": [task.original_wording, _iso(task.original_due_on)],
        "source": task.source,
        "fields": present(task),
        "row_id": row.id if row else None,
    }
    if row is not None:
        row.task_id = None
        db.session.flush()
    withdraw(task)
    return kept


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
