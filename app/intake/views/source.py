"""The source beside the fields: lines with what they were read as, doubtful words marked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.intake.models import IntakeDocument, IntakeRow
from app.intake.vocabulary import FIELDS, IGNORED

AROUND = 3
"""Lines shown before and after those of the item."""


@dataclass(frozen=True)
class Stretch:
    text: str
    mark: str
    """"", "mark" or "doubt"."""


@dataclass(frozen=True)
class SourceLine:
    number: int
    label: str
    tone: str
    """Class of the line: "", "ign", "unk", "item", "here"."""
    stretches: Sequence[Stretch]
    own: bool = False
    """Whether it belongs to the item in sight."""


def source_lines(
    document: IntakeDocument, row: IntakeRow | None, show: str
) -> Sequence[SourceLine]:
    """The lines of the item and some around it, or those that nothing explains or needs."""
    if show in ("unexplained", "ignored"):
        shown = [line for line in document.lines if line["state"] == show]
        return [_line(line, row, ()) for line in shown]
    if row is None:
        return [_line(line, None, ()) for line in document.lines]
    own = [place for place, line in enumerate(document.lines) if line["item"] == row.position - 1]
    if not own:
        return []
    first, last = max(0, own[0] - AROUND), own[-1] + 1 + AROUND
    words = [_doubtful_word(doubt) for doubt in row.doubts]
    return [_line(line, row, words) for line in document.lines[first:last]]


def lines_numbered(document: IntakeDocument, numbers: Sequence[int]) -> Sequence[SourceLine]:
    """The lines that a field was read from."""
    wanted = frozenset(numbers)
    return [_line(line, None, ()) for line in document.lines if line["number"] in wanted]


def _doubtful_word(doubt: Mapping[str, Any]) -> str:
    values = doubt["values"]
    return str(values.get("raw") or values.get("name") or "")


def _line(line: Mapping[str, Any], row: IntakeRow | None, words: Sequence[str]) -> SourceLine:
    own = row is not None and line["item"] == row.position - 1
    labels = line["label"].split(" ") if line["label"] else []
    names = [str(_(FIELDS.get(label) or IGNORED.get(label) or label)) for label in labels]
    tone = {"ignored": "ign", "unexplained": "unk"}.get(line["state"], "")
    return SourceLine(
        number=line["number"],
        label=" ".join(dict.fromkeys(names)),
        tone=tone or ("item" if own and "number" in labels else ""),
        stretches=_stretches(line, words if own else ()),
        own=own,
    )


def _stretches(line: Mapping[str, Any], words: Sequence[str]) -> Sequence[Stretch]:
    base = {"mapped": "mark", "unexplained": "doubt"}.get(line["state"], "")
    found = [re.escape(word) for word in words if word]
    if not found or base != "mark":
        return [Stretch(line["text"], base)]
    parts = re.split(f"({'|'.join(sorted(found, key=len, reverse=True))})", line["text"])
    return [
        Stretch(part, "doubt" if place % 2 else "mark") for place, part in enumerate(parts) if part
    ]
