"""On which lines of the source a field stands: as it was read, or else where its words stand."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

SAID_AS: Final[Mapping[str, tuple[str, ...]]] = {
    "people": ("sponsor", "person", "contact"),
    "sites": ("site_name", "site_number"),
    "remarks": ("remarks", "other"),
    "measures": ("measures", "body"),
    "number": ("number", "heading"),
    "other_numbers": ("number",),
    "deadline_details": ("deadline",),
}
"""Labels of lines under which a field stands, where they are not its own name."""
SHORTEST: Final = 2


def lines_of(
    name: str, value: Any, item: Mapping[str, Any], texts: Mapping[int, str]
) -> Sequence[int]:
    """Return lines that were read as this; else those of the item that say it."""
    known: Mapping[str, list[int]] = item["lines"]
    own = [line for label in SAID_AS.get(name, (name,)) for line in known.get(label, [])]
    if own:
        return sorted(set(own))
    first, last = item["source"]
    said = [word for word in _words(value) if len(word) >= SHORTEST]
    return [
        line
        for line, text in texts.items()
        if first <= line <= last and any(word in text for word in said)
    ]


def heading_lines(
    name: str, title: str | None, item: Mapping[str, Any], texts: Mapping[int, str]
) -> Sequence[int]:
    """Return the line of a heading: of the item's own where it has one, else the last above."""
    own: Sequence[int] = item["lines"].get(name, [])
    if own or not title:
        return own
    first, _ = item["source"]
    return [line for line, text in texts.items() if line <= first and title in text][-1:]


def _words(value: Any) -> Sequence[str]:
    """The wording by which the lines of a field are found."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [str(value["raw"])] if value.get("raw") else []
    if isinstance(value, list):
        return [each.get("text") or each.get("name") or "" for each in value]
    return []
