"""A revised edition beside the list, in words: what stood, what would stand, what differs in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import gettext as _
from rapidfuzz.distance import Indel

from app.access.actor import Part
from app.intake.models import IntakeRow
from app.intake.operations.revision import Change, Compared, Revision, Unlisted
from app.tasks.models import Task
from app.tasks.views.particulars import particular_words
from app.tasks.vocabulary import FIELDS, NUMBER_LEVELS, PARTS, NumberLevel
from app.units.queries import tree
from app.web.formatting import cn_date, listed, translated

WORD: Final = re.compile(r"\d+|[A-Za-z]+|[\s\S]")
"""What differs as a whole: a number, a word in letters, one Chinese character."""
LONGEST: Final = 4000
"""Letters up to which differences are marked one by one."""


@dataclass(frozen=True)
class Stretch:
    text: str
    mark: str
    """"", "del" or "ins"."""


@dataclass(frozen=True)
class Line:
    """One field of one task, old and new."""

    key: str
    label: str
    old: Sequence[Stretch]
    new: Sequence[Stretch]
    accepted: bool | None
    doubtful: bool


@dataclass(frozen=True)
class Item:
    """One row of the document with what becomes of it."""

    row: IntakeRow
    task: Task | None
    lines: Sequence[Line]
    hindrance: str
    taken: bool
    choices: Sequence[tuple[int, str]]
    """Tasks from which a person has to choose."""


@dataclass(frozen=True)
class Differences:
    """The page: what has to be chosen, changed, added, no longer listed, and what is the same."""

    asked: Sequence[Item]
    changed: Sequence[Item]
    added: Sequence[Item]
    same: Sequence[Item]
    unlisted: Sequence[Unlisted]
    undecided: int
    unanswered: int
    """Changes that one deed can accept at once."""
    is_edition: bool

    @property
    def changes(self) -> int:
        return sum(len(item.lines) for item in self.changed)

    @property
    def open_unlisted(self) -> int:
        return sum(one.accepted is None and not one.hindrance for one in self.unlisted)


def differences(revision: Revision) -> Differences:
    """Put a comparison into words."""
    labels = {unit.id: unit.label for unit in tree()}
    items = [_item(one, labels) for one in revision.compared]
    known = [item for item in items if item.task is not None]
    return Differences(
        asked=[item for item in items if item.choices],
        changed=[item for item in known if item.lines],
        added=[item for item in items if item.task is None and not item.choices],
        same=[item for item in known if not item.lines],
        unlisted=revision.unlisted,
        undecided=revision.undecided,
        unanswered=sum(
            line.accepted is None and not line.doubtful and not item.hindrance
            for item in known
            for line in item.lines
        ),
        is_edition=revision.is_edition,
    )


def _item(one: Compared, labels: Mapping[int, str]) -> Item:
    row = one.match.row
    return Item(
        row=row,
        task=one.match.task,
        lines=[_line(row, change, labels) for change in one.changes],
        hindrance=one.hindrance,
        taken=one.taken,
        choices=[(task.id, f"{task.number}　{task.headline}") for task in one.match.candidates],
    )


def _line(row: IntakeRow, change: Change, labels: Mapping[int, str]) -> Line:
    old, new = (_in_words(change.field, value, labels) for value in (change.old, change.new))
    return Line(
        key=f"c-{row.id}-{change.field}",
        label=FIELDS[change.field],
        old=list(_stretches(old, new, "del")),
        new=list(_stretches(old, new, "ins")),
        accepted=change.accepted,
        doubtful=change.doubtful,
    )


def _stretches(old: str, new: str, mark: str) -> Iterator[Stretch]:
    """One side of a difference; what stands on both sides is not marked."""
    side = old if mark == "del" else new
    if len(old) + len(new) > LONGEST:
        yield Stretch(side, mark if old != new else "")
        return
    before, after = WORD.findall(old), WORD.findall(new)
    words = before if mark == "del" else after
    for step in Indel.opcodes(before, after):
        own = (step.src_start, step.src_end) if mark == "del" else (step.dest_start, step.dest_end)
        if text := "".join(words[slice(*own)]):
            yield Stretch(text, "" if step.tag == "equal" else mark)


def _in_words(field: str, value: Any, labels: Mapping[int, str]) -> str:
    if not value:
        return ""
    if field == "units":
        return _units(value, labels)
    if field == "deadline":
        return _deadline(value)
    if field == "measures":
        return "\n".join(_measures(value))
    if field == "other_numbers":
        return listed(
            translated(NUMBER_LEVELS[NumberLevel(key)]) + each for key, each in value.items()
        )
    return particular_words(field, value)


def _units(value: Sequence[tuple[str, int]], labels: Mapping[int, str]) -> str:
    named = {
        part: [labels.get(unit_id, "") for own, unit_id in value if own == part.value]
        for part in Part
    }
    return "\n".join(
        str(_("%(label)s：%(text)s", label=translated(PARTS[part]), text=listed(names)))
        for part, names in named.items()
        if names
    )


def _deadline(value: Mapping[str, Any]) -> str:
    wording = str(value["deadline_wording"])
    if not value["due_on"]:
        return wording
    return f"{wording}\n{cn_date(date.fromisoformat(value['due_on']))}"


def _measures(value: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for place, measure in enumerate(value, start=1):
        more = [each for each in (measure["units"], measure["deadline_wording"]) if each]
        yield f"{place}. {measure['text']}" + (f"　{listed(more)}" if more else "")
