"""What the fields of one row become as two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.intake.operations.correcting import EMPTY
from app.intake.operations.rereading import Reading
from app.wording import N_, Refusal

SHARED: Final = ("aspect", "category", "units", "deadline", "target")
"""What both halves keep where the document says it once."""
SENTENCE: Final = re.compile(r"[^。；;\n]*(?:[。；;\n]+|$)")
NOWHERE: Final = N_("请选定从哪里分开")
Halves = tuple[dict[str, Any], dict[str, Any]]


@dataclass(frozen=True)
class Cut:
    """Where a row is cut: before a `line`, a `measure`, or a sentence of the `text`."""

    kind: str
    at: int


def sentences(text: str) -> Sequence[str]:
    """The sentences of a problem, each with its mark at the end."""
    return [part for part in SENTENCE.findall(text) if part.strip()]


def cut_measures(fields: Mapping[str, Any], at: int) -> Halves:
    """Give the measures from this place on to a row of its own."""
    measures = fields.get("measures", EMPTY)
    value = measures["value"] or []
    if not 0 < at < len(value):
        raise Refusal(NOWHERE)
    head = [doubt for doubt in measures["doubts"] if int(doubt["about"]) < at]
    tail = [
        {**doubt, "about": str(int(doubt["about"]) - at)}
        for doubt in measures["doubts"]
        if int(doubt["about"]) >= at
    ]
    first = {**fields, "measures": {**measures, "value": value[:at], "doubts": head}}
    second = {
        **_shared(fields),
        "problem": fields["problem"],
        "measures": {**measures, "value": value[at:], "doubts": tail},
    }
    return first, second


def cut_text(fields: Mapping[str, Any], at: int) -> Halves:
    """Give the sentences from this one on to a row of its own; the measures stay."""
    parts = sentences(str(fields["problem"]["value"] or ""))
    if not 0 < at < len(parts):
        raise Refusal(NOWHERE)
    head, tail = "".join(parts[:at]).strip(), "".join(parts[at:]).strip()
    first = {**fields, "problem": {**fields["problem"], "value": head}}
    second = {
        **_shared(fields),
        "problem": {**fields["problem"], "value": tail},
        "measures": {**EMPTY, "value": []},
    }
    return first, second


def cut_lines(
    fields: Mapping[str, Any], moved: Mapping[int, str], head: Reading, tail: Reading
) -> Halves:
    """Give lines to a row of its own: what they alone said goes with them.

    A field that the moved lines have no part in stays as a person left it.
    """
    staying, going = _measures(fields, "".join(moved.values()))
    first = {
        name: kept
        for name, field in fields.items()
        if (kept := _stays(name, field, moved, head)) is not None
    }
    second = {**tail.fields}
    for name in SHARED:
        if name in fields and not _said(name, tail.fields):
            second[name] = fields[name]
    if not _said("measures", second):
        second["measures"] = _only(going, set(moved), stay=False)
    first = {**first, "measures": staying}
    return {name: _only(field, set(moved), stay=True) for name, field in first.items()}, second


def _stays(
    name: str, field: Mapping[str, Any], moved: Mapping[int, str], head: Reading
) -> dict[str, Any] | None:
    if not set(moved) & set(field["lines"]):
        return dict(field)
    if head.is_item and _said(name, head.fields):
        return dict(head.fields[name])
    return dict(field) if name in (*SHARED, "number", "problem") else None


def _measures(fields: Mapping[str, Any], going: str) -> Halves:
    """Part the measures by where their words stand, with the doubts about each."""
    field, text = fields.get("measures", {**EMPTY, "value": []}), _bare(going)
    goes = [_bare(each["text"]) in text for each in field["value"] or ()]
    parted: list[dict[str, Any]] = []
    for wanted in (False, True):
        places = [place for place, each in enumerate(goes) if each is wanted]
        value = [field["value"][place] for place in places]
        doubts = [
            {**doubt, "about": str(places.index(int(doubt["about"])))}
            for doubt in field["doubts"]
            if int(doubt["about"]) in places
        ]
        parted.append({**field, "value": value, "doubts": doubts})
    return parted[0], parted[1]


def _only(field: Mapping[str, Any], moved: set[int], *, stay: bool) -> dict[str, Any]:
    """Point at the lines that are left; at all of them where none is."""
    lines = [line for line in field["lines"] if (line not in moved) is stay]
    return {**field, "lines": lines or field["lines"]}


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _said(name: str, fields: Mapping[str, Any]) -> bool:
    """Whether lines said this themselves; 未分方面 is what stands where nothing was said."""
    field = fields.get(name)
    return field is not None and bool(field["value"]) and bool(field["lines"])


def _shared(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in SHARED if name in fields}
