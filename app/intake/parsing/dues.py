"""The day that an office settled, written beside the wording of a deadline."""

import re
from dataclasses import replace
from typing import Final

from app.deadlines.phrases import Deadline, DeadlineKind
from app.intake.parsing.remembered import read_deadline

AS_WRITTEN: Final = "照录原文"
"""Stands for the day where the wording is kept and none was settled."""
COUNTS: Final = "以此为准"
"""Beside a day that the wording, read by itself, contradicts."""
NO_DAY: Final = re.compile(rf"{AS_WRITTEN}.*|照录|不定日期|无|/|-+|—+")


def with_day(read: Deadline, stated: str) -> Deadline:
    """Return a deadline with the day stated beside it; a contradiction is asked about."""
    if NO_DAY.fullmatch(stated):
        return read if read.due_on else replace(read, needs_review=False)
    day = read_deadline(stated.replace(COUNTS, "").strip(" ()（）,，;；"))
    if day.due_on is None or day.needs_review:
        return replace(read, needs_review=True)
    differs = read.due_on not in (None, day.due_on) and not read.needs_review
    if differs and COUNTS not in stated:
        return replace(read, needs_review=True, stated_on=day.due_on)
    undated = read.due_on is None and read.kind is not DeadlineKind.BY_DATE
    kind = DeadlineKind.BY_DATE if undated else read.kind
    return replace(read, raw=read.raw or stated, kind=kind, due_on=day.due_on, needs_review=False)
