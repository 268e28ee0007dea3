"""Where each field of a task was read, who corrected it since, and the lines that say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import url_for
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.tasks.models import Task, TaskEvent
from app.tasks.vocabulary import FIELDS, EventKind
from app.web.formatting import cn_day
from app.web.guard import may
from app.wording import N_

CHANGES: Final[Mapping[str, str]] = {
    "problem": "problem",
    "target": "target",
    "counting_unit_id": "units",
    "due_on": "deadline",
}
"""What an event of correction names, and the field that a reader knows it by."""
OF_A_TEXT: Final = N_("第%s行")
"""How reading calls the lines of a text file."""


@dataclass(frozen=True)
class Place:
    """One field: where it stands in which file, and what people made of it."""

    name: str
    label: str
    filename: str
    lines: Sequence[int]
    at: str
    href: str
    corrected_by: str
    raw: str
    changed: str
    """Said where it was changed after it had been recorded."""


@dataclass(frozen=True)
class SourceLine:
    number: int
    place: str
    text: str
    label: str
    here: bool


@dataclass(frozen=True)
class Source:
    """One file that the task was read from, with the task's own lines of it."""

    import_id: int
    filename: str
    sha256: str
    uploaded_by: str
    uploaded_at: datetime | None
    import_href: str
    """The whole document beside its fields, for those who may read imports."""
    lines: Sequence[SourceLine]


def places(task: Task, events: Sequence[TaskEvent]) -> Mapping[str, Place]:
    """Each field that has a source, in the order shown; `events` come newest first."""
    changed = _changed(events)
    found = {name: _place(task, name, edition, changed) for name, edition in _fields(task)}
    return {name: found[name] for name in FIELDS if name in found}


def sources(task: Task, wanted: str) -> Sequence[Source]:
    """The files, newest last, with the lines of the field that is asked for marked."""
    return [_source(task, edition, wanted) for edition in _editions(task)]


def _editions(task: Task) -> Sequence[Mapping[str, Any]]:
    """The document that opened the task, then those that amended it."""
    source = task.source
    return [source, *source.get("editions", ())] if source else []


def _fields(task: Task) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Fields with the edition that they come from: the last that set them."""
    for edition in _editions(task):
        for name in edition.get("amended", edition.get("lines", {})):
            yield name, edition


def _place(
    task: Task, name: str, edition: Mapping[str, Any], changed: Mapping[str, TaskEvent]
) -> Place:
    lines = edition.get("lines", {}).get(name, [])
    corrected = edition.get("corrected", {}).get(name, {})
    event = changed.get(name)
    return Place(
        name=name,
        label=FIELDS.get(name, name),
        filename=edition["filename"],
        lines=lines,
        at=_at(lines, edition),
        href=url_for("tasks.source", task_id=task.id, field=name, _anchor=_anchor(edition, lines)),
        corrected_by=corrected.get("by", ""),
        raw=corrected.get("raw") or "",
        changed=_("%(day)s由%(name)s更正", day=cn_day(event.recorded_at), name=event.actor_name)
        if event
        else "",
    )


def _anchor(edition: Mapping[str, Any], lines: Sequence[int]) -> str | None:
    return f"line-{edition['import_id']}-{min(lines)}" if lines else None


def _at(lines: Sequence[int], edition: Mapping[str, Any]) -> str:
    """Sheet and cell or page where the file has such, else 第12行 or 12—15行."""
    if not lines:
        return str(_("人工填写"))
    named = {line["number"]: line["place"] for line in edition.get("texts", ())}
    first, last = min(lines), max(lines)
    if first == last:
        return named.get(first) or str(_("第%(line)s行", line=first))
    if named.get(first) and named.get(last):
        return f"{named[first]}—{named[last]}"
    return str(_("%(first)s—%(last)s行", first=first, last=last))


def _changed(events: Sequence[TaskEvent]) -> Mapping[str, TaskEvent]:
    """Fields that a person corrected after the document had last set them."""
    found: dict[str, TaskEvent] = {}
    for event in reversed(events):
        if event.kind is EventKind.CORRECTED:
            found |= {name: event for key, name in CHANGES.items() if key in event.after}
    return found


def _source(task: Task, edition: Mapping[str, Any], wanted: str) -> Source:
    marked = set(edition.get("lines", {}).get(wanted, ()))
    uploaded_at = edition.get("uploaded_at")
    return Source(
        import_id=edition["import_id"],
        filename=edition["filename"],
        sha256=edition["sha256"],
        uploaded_by=edition.get("uploaded_by", ""),
        uploaded_at=datetime.fromisoformat(uploaded_at) if uploaded_at else None,
        import_href=_import_href(task, edition, marked),
        lines=[
            SourceLine(
                line["number"],
                _place_beside(line),
                line["text"],
                _label(line["number"], edition),
                line["number"] in marked,
            )
            for line in edition.get("texts", ())
        ],
    )


def _place_beside(line: Mapping[str, Any]) -> str:
    """Sheet, cell or page; of a text file the number says it already."""
    place = str(line["place"])
    return "" if place == OF_A_TEXT % line["number"] else place


def _import_href(task: Task, edition: Mapping[str, Any], marked: set[int]) -> str:
    if not may(IntakeAction.READ, task):
        return ""
    anchor = f"line-{min(marked)}" if marked else None
    return url_for(
        "intake.review", import_id=edition["import_id"], row=edition["row"], _anchor=anchor
    )


def _label(number: int, edition: Mapping[str, Any]) -> str:
    """The first field that stands on a line."""
    lines = edition.get("lines", {})
    name = next((name for name in FIELDS if number in lines.get(name, ())), "")
    return str(_(FIELDS[name])) if name else ""
