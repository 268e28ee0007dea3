"""Which task of the list a row of the document is: by number, else by its words, else asked."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz, process

from app.intake.models import IntakeRow
from app.tasks.models import Task

SAME: Final = 55.0
"""From here on two wordings under one number are the same problem."""
NEAR: Final = 85.0
"""From here on two wordings under different numbers may be the same problem."""
CLOSER: Final = 25.0
"""By so much another task must be closer before the number is doubted."""
OFFERED: Final = 3
LONG_ENOUGH: Final = 8
NEW: Final = 0
"""A person's word that a row is no task of the list."""


@dataclass(frozen=True)
class Match:
    row: IntakeRow
    task: Task | None
    candidates: Sequence[Task] = ()
    """Tasks from which a person has to choose; none where it is certain."""

    @property
    def is_open(self) -> bool:
        return bool(self.candidates)


def matches(
    rows: Sequence[IntakeRow], tasks: Sequence[Task], chosen: Mapping[str, int]
) -> list[Match]:
    """Find the task of each row; what a person chose holds, whatever the words say."""
    known = {task.id: task for task in tasks}
    texts = {task.id: plain_words(task.problem) for task in tasks}
    found: list[Match] = []
    for row in rows:
        key = chosen.get(str(row.id))
        if key is not None:
            found.append(Match(row, known.get(key)))
        else:
            found.append(_match(row, known, texts))
    return _each_once(found)


def plain_words(text: str | None) -> str:
    """Return a text without blanks and differences of width."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


def _match(row: IntakeRow, known: Mapping[int, Task], texts: Mapping[int, str]) -> Match:
    same = next((task for task in known.values() if task.number == row.number), None)
    words = plain_words(row.fields["problem"]["value"])
    if same is not None and not words:
        return Match(row, same)
    score = alike(words, texts[same.id]) if same else 0.0
    if same is not None and score >= NEAR:
        return Match(row, same)
    near = process.extract(words, texts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=OFFERED)
    closer = [known[key] for _, other, key in near if other >= score + CLOSER]
    if same is not None and score >= SAME and not closer:
        return Match(row, same)
    candidates = dict.fromkeys([*(known[key] for _, _, key in near), *([same] if same else [])])
    return Match(row, None, list(candidates))


def alike(words: str, others: str) -> float:
    """How much two wordings say the same; a wording may have been continued."""
    whole = fuzz.ratio(words, others)
    if min(len(words), len(others)) < LONG_ENOUGH:
        return whole
    return max(whole, 0.9 * fuzz.partial_ratio(words, others))


def _each_once(found: list[Match]) -> list[Match]:
    """Of two rows that would be one task, the later one is asked about."""
    taken: set[int] = set()
    told: list[Match] = []
    for match in found:
        if match.task is not None and match.task.id in taken:
            told.append(replace(match, task=None, candidates=[match.task]))
            continue
        if match.task is not None:
            taken.add(match.task.id)
        told.append(match)
    return told
