"""Which procedure a task follows, and the criteria of its own: settled before work begins."""

from collections.abc import Sequence

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout import queries
from app.closeout.models import TaskCriterion
from app.database import db
from app.inspections.models import Procedure
from app.tasks.models import Task
from app.tasks.operations import Deed, move
from app.tasks.vocabulary import TaskState
from app.wording import N_, Moved


def set_criteria(
    task: Task, criteria: Sequence[str], procedure: Procedure | None, actor: Actor
) -> None:
    """Write the criteria of a task; until it is handed over, also choose its procedure."""
    if task.latest_report_id is not None:
        raise Moved(N_("已经报过进展，验收标准不能再改。"))
    before = [one.text for one in queries.criteria_of(task.id)]
    changes = {}
    if procedure is not None and procedure.id != task.procedure_id:
        if task.state is not TaskState.DRAFT:
            raise Moved(N_("已经交办，销号程序不能再换。"))
        if procedure.published_at is None:
            raise Moved(N_("这一版还没有发布。"))
        changes = {"procedure_id": procedure.id}
    for old in queries.criteria_of(task.id):
        db.session.delete(old)
    db.session.flush()
    db.session.add_all(
        TaskCriterion(task_id=task.id, position=position, text=text)
        for position, text in enumerate(dict.fromkeys(criteria), start=1)
    )
    deed = Deed(
        TaskAction.SET_CRITERIA,
        note="；".join(criteria) or None,
        changes=changes,
        detail={"criteria": list(criteria)},
        earlier={"criteria": before},
    )
    move(task, deed, actor)
