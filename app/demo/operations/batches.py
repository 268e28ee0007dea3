"""Petition cases of the time on site: one batch recorded, one waiting for its clerk."""

from collections.abc import Iterator
from datetime import time, timedelta
from functools import partial
from io import BytesIO

from app.demo.drafts.city import CaseBatch
from app.demo.operations.telling import Act, Stage
from app.demo.snapshot.batch import as_workbook, batch_title
from app.intake.operations import receive
from app.intake.operations.cases import confirm_cases

CLERK = "jianwenqing"
LAST_WEEK = -1


def batch_acts(stage: Stage) -> Iterator[Act]:
    """Yield the taking in of each batch, on a day of last week."""
    for batch in stage.city.batches:
        at = stage.dates.moment(LAST_WEEK, batch.number, time(15, 20))
        yield Act(at, partial(_take, stage, batch))


def _take(stage: Stage, batch: CaseBatch) -> None:
    """Take a batch in as its clerk would; the recorded one was written to leave no doubt."""
    on = stage.dates.onsite_from + timedelta(days=batch.day)
    clerk = stage.cast.actor(CLERK)
    content, name = BytesIO(as_workbook(batch, on)), f"{batch_title(batch, on)}.xlsx"
    document = receive(content, name, stage.subject, clerk)
    if batch.recorded:
        confirm_cases(document, clerk)
