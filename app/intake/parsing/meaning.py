"""What the columns of a table mean: by their labels, by their company, by what stands in them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.labels import Field, compact, field_of
from app.intake.parsing.remembered import read_deadline
from app.intake.parsing.values import LAMP_SIGN, PERCENT, SHARE, is_nothing, read_status

TASKS: Final = re.compile("任务|问题|事项")
"""A column that counts tasks, beside one that counts the rows of their sites."""
HAPPENED: Final = re.compile(r"(?:销号|验收|办结|实际完成|完成销号|通过验收)(?:时间|日期)")
"""The day of something that was done, where another column says by when or whether."""
DEEDS: Final = re.compile("任务|事项|工作")
"""What is to be done, where another column says what is wrong."""
OF_MEASURES: Final = frozenset({Field.MEASURES, Field.MEASURE_UNITS})
REPORTED: Final = frozenset({Field.PROGRESS, Field.PERCENT, Field.LAMP})
SETTLED: Final = frozenset(
    {DeadlineKind.BY_DATE, DeadlineKind.STAGED, DeadlineKind.IMMEDIATE, DeadlineKind.SUSTAINED}
)
DUE: Final = re.compile(r"[底末前]|立行立改|长期|持续")
"""A deadline is worded; a bare date may be the day of anything."""
BRIEF: Final = 10


def meanings(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> list[Field | None]:
    """Return the field of each column; `columns` holds what stands below each label."""
    fields = _one_number(labels, [field_of(label) for label in labels])
    fields = [_in_company(label, found, labels, fields) for label, found in _pairs(labels, fields)]
    fields = _one_problem(labels, columns, _difficulties(labels, _one_deadline(labels, fields)))
    fields = _problems_of_sites(columns, fields)
    known = set(fields)
    return [
        _by_values(label, found, [text for text in texts if not is_nothing(text)], known)
        for (label, found), texts in zip(_pairs(labels, fields), columns, strict=True)
    ]


def _pairs(labels: Sequence[str], fields: Sequence[Field | None]) -> list[tuple[str, Field | None]]:
    return list(zip(labels, fields, strict=True))


def _one_number(labels: Sequence[str], fields: Sequence[Field | None]) -> list[Field | None]:
    """Choose the column of the item's own number; what else is numbered goes beside it."""
    own = [index for index, found in enumerate(fields) if found is Field.NUMBER]
    own = own or [index for index, found in enumerate(fields) if found is Field.OTHER_NUMBERS]
    if Field.SITE in fields:
        own.sort(key=lambda index: TASKS.search(labels[index]) is None)
    settled: list[Field | None] = [
        Field.OTHER if found is Field.NUMBER else found for found in fields
    ]
    if own:
        settled[own[0]] = Field.NUMBER
    return settled


def _in_company(
    label: str, found: Field | None, labels: Sequence[str], fields: Sequence[Field | None]
) -> Field | None:
    """Columns that mean something else in the company of others."""
    beside = any("单位" in each for each in labels if field_of(each) is Field.RESPONSIBLE)
    if found is Field.RESPONSIBLE and "部门" in label and "单位" not in label and beside:
        return Field.OFFICE
    if found is Field.UNITS and Field.RESPONSIBLE in fields:
        return Field.OTHER
    return found


def _one_deadline(labels: Sequence[str], fields: Sequence[Field | None]) -> list[Field | None]:
    """Of two deadlines the one right behind the measures is theirs; a day in the past is none."""
    settled = list(fields)
    if fields.count(Field.DEADLINE) > 1 or Field.STATUS in fields:
        settled = [
            Field.OTHER if found is Field.DEADLINE and HAPPENED.fullmatch(compact(label)) else found
            for label, found in _pairs(labels, fields)
        ]
        fields = list(settled)
    for index, (before, found) in enumerate(pairwise(fields), start=1):
        if found is Field.DEADLINE and before in OF_MEASURES and fields.count(found) > 1:
            settled[index] = Field.MEASURE_DEADLINE
            return settled
    return settled


def _difficulties(labels: Sequence[str], fields: Sequence[Field | None]) -> list[Field | None]:
    """问题 behind what was reached, beside 整改任务, is what still stands in the way."""
    settled = list(fields)
    reported = [index for index, found in enumerate(fields) if found in REPORTED]
    tasked = any(
        found is Field.PROBLEM and DEEDS.search(each) for each, found in _pairs(labels, fields)
    )
    if not reported or not (tasked or Field.HEADING in fields) or Field.DIFFICULTY in fields:
        return settled
    for index in range(reported[0] + 1, len(labels)):
        if fields[index] is Field.PROBLEM and not DEEDS.search(labels[index]):
            settled[index] = Field.DIFFICULTY
    return settled


def _one_problem(
    labels: Sequence[str], columns: Sequence[Sequence[str]], fields: Sequence[Field | None]
) -> list[Field | None]:
    """Of several columns 问题 the longest is the problem; 整改任务 beside it is what to do."""
    settled = list(fields)
    taken = {Field.MEASURES, Field.SITE} & set(fields)
    found = [index for index, field in enumerate(fields) if field is Field.PROBLEM]
    wrong = [index for index in found if not DEEDS.search(labels[index])]
    own = max(wrong or found, key=lambda index: len("".join(columns[index])), default=None)
    for index in found:
        if index != own:
            deed = index not in wrong and wrong and not taken
            settled[index] = Field.MEASURES if deed else Field.HEADING
    return settled


def _problems_of_sites(
    columns: Sequence[Sequence[str]], fields: Sequence[Field | None]
) -> list[Field | None]:
    """Where a task has another problem at each site, its name says what the task is."""
    settled = list(fields)
    if not {Field.SITE, Field.HEADING, Field.PROBLEM} <= set(fields):
        return settled
    name, problem = fields.index(Field.HEADING), fields.index(Field.PROBLEM)
    told: dict[str, set[str]] = {}
    task = ""
    for heading, text in zip(columns[name], columns[problem], strict=False):
        task = heading or task
        told.setdefault(task, set()).update({text} - {""})
    if any(len(each) > 1 for each in told.values()):
        settled[name], settled[problem] = Field.PROBLEM, Field.OTHER
    return settled


def _by_values(
    label: str, found: Field | None, values: Sequence[str], known: set[Field | None]
) -> Field | None:
    """进度 may hold shares, states or sentences; a column of lamps needs no known label."""
    if not values:
        return found
    if found is None:
        return _by_looks(values, known)
    if found in (Field.PROGRESS, Field.STATUS) and compact(label).endswith("进度"):
        if all(PERCENT.fullmatch(text) or SHARE.fullmatch(text) for text in values):
            return Field.PERCENT if Field.PERCENT not in known else found
        named = sum(len(text) <= BRIEF and read_status(text) is not None for text in values)
        return Field.STATUS if named * 2 > len(values) else Field.PROGRESS
    return found


def _by_looks(values: Sequence[str], known: set[Field | None]) -> Field | None:
    if Field.LAMP not in known and all(LAMP_SIGN.fullmatch(text) for text in values):
        return Field.LAMP
    due = [text for text in values if DUE.search(text) and read_deadline(text).kind in SETTLED]
    if Field.DEADLINE not in known and len(due) * 5 >= len(values) * 4:
        return Field.DEADLINE
    return None
