"""Expected and read items side by side: which are the same, and in which fields they differ."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.variants.truth import UNJUDGED, Item

UNITS = (
    "lead_units",
    "responsible_units",
    "cooperating_units",
    "supervising_units",
    "acceptance_units",
)
PLAN = (
    "number", "other_numbers", "aspect", "category", "problem", *UNITS, "people", "deadline", "target", "measures", "progress",
    "status", "sites", "links", "percent", "difficulty", "next_step", "lamp", "remarks", "publicity",
)  # fmt: skip
CASE = (
    "number", "sequence", "priority", "channel", "units", "content", "area", "investigation", "handling", "accountability", "target",
    "pollution_types", "substantiated", "status", "counts", "repeats", "batch",
)  # fmt: skip
DATES = (
    "kind",
    "due_on",
    "sustained",
    "immediate",
    "stages",
    "needs_review",
    "starts_on",
    "original",
)


@dataclass
class Difference:
    item: str
    field: str
    expected: Any
    got: Any


@dataclass
class Score:
    """Counts that add up over documents."""

    documents: int = 0
    crashes: int = 0
    lost: int = 0
    """Documents whose coverage does not add up."""
    counts: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        self.documents += other.documents
        self.crashes += other.crashes
        self.lost += other.lost
        self.counts.update(other.counts)

    @property
    def f1(self) -> float:
        whole = self.counts["expected"] + self.counts["read"]
        return 2 * self.counts["matched"] / whole if whole else 1.0

    def share(self, name: str) -> float:
        of = self.counts[f"{name} of"]
        return self.counts[name] / of if of else 1.0


def bare(text: Any) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text or ""))).rstrip(";。")


def plain(value: Any) -> Any:
    """Compare texts without blanks; nothing, an empty list and an empty text are one."""
    if isinstance(value, str):
        return bare(value)
    if isinstance(value, dict):
        return {
            key: plain(each) for key, each in value.items() if each not in (None, [], "", False, {})
        }
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def when(value: Item | None) -> Any:
    if value is None:
        return None
    return {
        key: value.get(key) and (when(value[key]) if key == "original" else value[key])
        for key in DATES
    }


def shaped(key: str, value: Any, wanted: Any) -> Any:
    """Bring a value into the shape it is compared in: only what the truth tells of a part."""
    if key == "deadline":
        return plain(when(value))
    if key in ("measures", "sites"):
        names = {name for each in wanted or () for name in each} or {"text", "name"}
        return [
            {
                name: plain(when(part.get(name)) if name == "deadline" else part.get(name))
                for name in names
                if name in part
            }
            for part in value or ()
        ]
    if key in ("people", "links"):
        return sorted(map(str, plain(value or [])))
    if key == "remarks":
        return sorted(bare(part) for part in re.split("[;；]", value or "") if part)
    return plain(value) or None


def keys_of(kind: str) -> Sequence[str]:
    return CASE if kind == "cases" else PLAN


def matched(expected: Sequence[Item], read: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pair items by number and text, then by text, then by number."""
    left = list(read)
    keys = (_both, lambda item: _text(item) or None, lambda item: item.get("number"))
    open_items = list(expected)
    for key in keys:
        for item in list(open_items):
            found = next(
                (each for each in left if key(item) is not None and key(each) == key(item)), None
            )
            if found is not None:
                left.remove(found)
                open_items.remove(item)
                yield item, found


def _text(item: Item) -> str:
    return bare(item.get("problem") or item.get("content"))


def _both(item: Item) -> tuple[Any, ...]:
    return item.get("number"), _text(item)


def compare(expected: Sequence[Item], read: Sequence[Item], kind: str) -> Score:
    score = Score(documents=1)
    score.counts.update({"expected": len(expected), "read": len(read)})
    pairs = list(matched(expected, read))
    score.counts["matched"] = len(pairs)
    for item, found in pairs:
        for key in keys_of(kind):
            _field(score, key, item, found)
    paired = {id(each) for pair in pairs for each in pair}
    missing = [item for item in expected if id(item) not in paired]
    extra = [found for found in read if id(found) not in paired]
    score.differences += [
        Difference(str(each.get("number")), "missing", _text(each), None) for each in missing
    ]
    score.differences += [
        Difference(str(each.get("number")), "extra", None, _text(each)) for each in extra
    ]
    return score


def _field(score: Score, key: str, item: Item, found: Item) -> None:
    if item.get(key) == UNJUDGED:
        return
    wanted, got = (
        shaped(key, item.get(key), item.get(key)),
        shaped(key, found.get(key), item.get(key)),
    )
    if not wanted and not got:
        return
    groups = [
        "fields",
        *(["deadlines"] if key == "deadline" else []),
        *(["units"] if key in (*UNITS, "units") else []),
    ]
    for group in groups:
        score.counts[f"{group} of"] += 1
        score.counts[group] += wanted == got
    _parts(score, item.get(key), found.get(key))
    if wanted != got:
        score.differences.append(Difference(str(item.get("number")), key, wanted, got))


def _parts(score: Score, wanted: Any, got: Any) -> None:
    """Dates and units of measures and sites count too."""
    if not (
        isinstance(wanted, list)
        and wanted
        and isinstance(wanted[0], dict)
        and "deadline" in wanted[0]
    ):
        return
    for place, part in enumerate(wanted):
        other = got[place] if isinstance(got, list) and place < len(got) else {}
        for group, one, two in (
            ("deadlines", plain(when(part["deadline"])), plain(when(other.get("deadline")))),
            ("units", plain(part.get("units")), plain(other.get("units"))),
        ):
            if one or two:
                score.counts[f"{group} of"] += 1
                score.counts[group] += one == two
