"""Which closed tasks are looked back on, and when."""

import secrets
from datetime import date

from app.deadlines.months import months_after
from app.inspections.models import Procedure
from app.inspections.vocabulary import StepKind

WHOLE = 100


def look_back_day(procedure: Procedure, closed_on: date) -> date | None:
    """Return the day by which a task closed today is looked back on; None if it was not drawn.

    Each task is drawn on its own, so that nobody can tell beforehand which will be.
    """
    step = procedure.step(StepKind.LOOK_BACK)
    if step is None:
        return None
    if secrets.randbelow(WHOLE) >= (step.sampled_percent or WHOLE):
        return None
    return months_after(closed_on, step.after_months or 0)
