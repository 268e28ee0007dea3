"""A closed task that relapsed: the closed one stays closed, a new one is put on the books."""

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout.drafts import Relapse
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.models import Task
from app.tasks.operations import Deed, link, move, open_task
from app.tasks.vocabulary import LinkKind


def relapse(task: Task, draft: Relapse, actor: Actor) -> Task:
    """Open a new task after a closed one, with its heading, units and measures, as a draft."""
    new = open_task(
        task.rectification_list,
        TaskDraft(
            number=draft.number,
            aspect=task.category.aspect.title,
            category=task.category.title,
            problem=draft.problem,
            target=task.target,
            deadline=draft.deadline,
            parts=tuple((link.part, link.unit_id) for link in task.present_links),
            counting_unit_id=task.counting_unit_id,
            measures=tuple(MeasureDraft(one.text, one.units) for one in task.measures),
        ),
        actor,
    )
    link(new, task, LinkKind.RELAPSE_OF, draft.reason, actor)
    detail = {"task_id": new.id, "number": new.number}
    move(task, Deed(TaskAction.RELAPSE, note=draft.reason, detail=detail), actor)
    return new
