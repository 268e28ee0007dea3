"""How the parts of a task stand now: the one place where they are counted."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.database import db
from app.tasks.drafts.parts import (
    IndicatorFact,
    MeasureFact,
    MilestoneFact,
    PartsFact,
    SiteFact,
)
from app.tasks.models import Evidence, Indicator, SitePhoto, Task
from app.tasks.queries.tiers import children_of
from app.tasks.vocabulary import TaskState

NOT_COUNTED = (TaskState.DRAFT, TaskState.MERGED)


def parts_of(task: Task) -> PartsFact:
    """Return every part as it stands, and what was reported as spent last."""
    report = task.latest_report
    return PartsFact(
        measures=[
            MeasureFact(
                each.id, each.text, each.standing,
                each.quantity_done, each.quantity_wanted, each.quantity_unit or "",
            )
            for each in task.measures
        ],
        sites=[SiteFact(each.id, each.name, each.standing) for each in task.sites],
        milestones=[
            MilestoneFact(each.id, each.name, each.finished_on is not None)
            for each in task.milestones
        ],
        indicators=[_indicator(each) for each in task.indicators],
        children=_children(task),
        spent=report.spent if report else None,
        budget=task.budget,
    )  # fmt: skip


def _indicator(each: Indicator) -> IndicatorFact:
    last = each.values[-1].value if each.values else None
    return IndicatorFact(each.id, each.name, each.comparison, each.wanted, each.unit_text, last)


def _children(task: Task) -> Sequence[int]:
    """The percentages of the tasks below: closed 100, else what was reported last."""
    found = []
    for child in children_of(task.id):
        if child.state is TaskState.CLOSED:
            found.append(100)
        elif child.state not in NOT_COUNTED:
            found.append(child.latest_report.percent if child.latest_report else 0)
    return found


def photos_by_site(task_id: int) -> dict[int, list[tuple[Evidence, SitePhoto]]]:
    """The evidence that was made at each site of a task, newest first."""
    rows = db.session.execute(
        select(Evidence, SitePhoto)
        .join(SitePhoto, SitePhoto.evidence_id == Evidence.id)
        .where(Evidence.task_id == task_id)
        .options(joinedload(Evidence.blob))
        .order_by(Evidence.id.desc())
    )
    found: dict[int, list[tuple[Evidence, SitePhoto]]] = {}
    for evidence, photo in rows:
        found.setdefault(photo.site_id, []).append((evidence, photo))
    return found
