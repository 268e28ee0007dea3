"""What a report says of the parts of a task, set on their rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app import clock
from app.database import db
from app.tasks.drafts import PartsFact, PartsSaid
from app.tasks.models import IndicatorValue, Measure, ProgressReport, Site, Task
from app.tasks.vocabulary import PartState


def record_parts(task: Task, said: PartsSaid, report: ProgressReport) -> None:
    """Set states and quantities; add the numbers measured. What is not named stays."""
    today = clock.today()
    for measure in task.measures:
        state, done = said.measures.get(measure.id, (measure.standing, None))
        _stand(measure, state, today)
        measure.quantity_done = measure.quantity_done if done is None else done
    for site in task.sites:
        _stand(site, said.sites.get(site.id, site.standing), today)
    for milestone in task.milestones:
        if (passed := said.milestones.get(milestone.id)) is not None:
            milestone.finished_on = (milestone.finished_on or today) if passed else None
    _add_values(task, said, report, today)


def _stand(part: Measure | Site, state: PartState, today: date) -> None:
    """A part that is finished was finished on a day; one that is taken up again was not."""
    if part.standing is not state:
        part.standing = state
        part.finished_on = today if state is PartState.DONE else None


def _add_values(task: Task, said: PartsSaid, report: ProgressReport, today: date) -> None:
    for indicator in task.indicators:
        if (value := said.indicators.get(indicator.id)) is not None:
            indicator.values.append(
                IndicatorValue(
                    value=value,
                    measured_on=today,
                    reported_at=report.submitted_at,
                    reported_by_id=report.author_id,
                    report_id=report.id,
                )
            )
    db.session.flush()


Kept = Mapping[str, Any]


def changed(before: PartsFact, after: PartsFact) -> tuple[Kept, Kept]:
    """Those parts that a report changed, as they stood and as they stand."""
    old, new = before.kept(), after.kept()
    kinds = ("measures", "sites", "milestones", "indicators")
    moved = {
        kind: [place for place, each in enumerate(new[kind]) if each != old[kind][place]]
        for kind in kinds
    }
    return (
        {kind: [old[kind][place] for place in places] for kind, places in moved.items() if places},
        {kind: [new[kind][place] for place in places] for kind, places in moved.items() if places},
    )
