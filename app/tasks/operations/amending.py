"""Changing a task as a revised edition of its list says; the former state stays in its history."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from app import clock
from app.access.actions import TaskAction
from app.access.actor import CHECKS_THE_WORK, Actor, Part
from app.tasks.drafts import Amendment
from app.tasks.models import Measure, Task, TaskEvent, TaskNumber, TaskUnit
from app.tasks.operations.categories import category_of
from app.tasks.operations.moving import Deed, move
from app.tasks.operations.parts import day, set_indicators, set_milestones, set_sites
from app.tasks.snapshot import present
from app.tasks.vocabulary import PARTICULARS, NumberLevel, TaskState
from app.wording import N_, Refusal

AMENDABLE: Final = (TaskState.DRAFT, TaskState.IN_RECTIFICATION)
OF_COUNTING: Final = (Part.LEAD, Part.RESPONSIBLE)


def amend(task: Task, amendment: Amendment, actor: Actor) -> TaskEvent:
    """Set the fields that an edition changes; one event tells them before and after."""
    named = amendment.fields
    now = present(task)
    before = {name: now.get(name) for name in named}
    columns: dict[str, Any] = {}
    for name, value in named.items():
        columns |= SETTERS.get(name, _particular)(task, name, value)
    if amendment.edition is not None:
        _add_edition(task, amendment.edition, tuple(named))
    edition = {"import_id": amendment.edition["import_id"]} if amendment.edition else {}
    deed = Deed(
        TaskAction.AMEND,
        note=amendment.note,
        changes=columns,
        detail={"fields": dict(named), **edition},
        earlier={"fields": before},
    )
    return move(task, deed, actor)


def restore(task: Task, event: TaskEvent, note: str, actor: Actor) -> None:
    """Set the fields back to what they were before an amendment, by an event of its own."""
    import_id = event.after.get("import_id")
    source = dict(task.source or {})
    kept = [one for one in source.get("editions", ()) if one["import_id"] != import_id]
    task.source = {**source, "editions": kept}
    amend(task, Amendment(event.before["fields"], note), actor)


def unlist(task: Task, note: str, actor: Actor) -> None:
    """Put into its history that an edition no longer lists the task; it stays on the books."""
    move(task, Deed(TaskAction.UNLIST, note=note), actor)


def _add_edition(task: Task, edition: Mapping[str, Any], amended: Sequence[str]) -> None:
    source = dict(task.source or {})
    editions = [*source.get("editions", ()), {**edition, "amended": list(amended)}]
    task.source = {**source, "editions": editions} if source else {**edition, "editions": []}


def _column(_task: Task, name: str, value: Any) -> dict[str, Any]:
    return {name: value}


def _deadline(task: Task, _name: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """The present deadline changes; the original one stays."""
    set_milestones(task, value.get("stages", task.stages))
    due_on = date.fromisoformat(value["due_on"]) if value["due_on"] else None
    return {**value, "due_on": due_on}


def _heading(task: Task, name: str, value: str) -> dict[str, Any]:
    titles = {"aspect": task.category.aspect.title, "category": task.category.title, name: value}
    task.category = category_of(task.list_id, titles["aspect"], titles["category"])
    return {}


def _measures(task: Task, _name: str, values: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Change the rows in place: their positions are unique at every moment."""
    plain = [{**value, "due_on": day(value["due_on"])} for value in values]
    for measure, value in zip(task.measures, plain, strict=False):
        for key, one in value.items():
            setattr(measure, key, one)
    del task.measures[len(plain) :]
    for position, value in enumerate(plain[len(task.measures) :], start=len(task.measures) + 1):
        task.measures.append(Measure(position=position, **value))
    return {}


def _numbers(task: Task, _name: str, values: Mapping[str, str] | None) -> dict[str, Any]:
    known = {each.level: each for each in task.numbers}
    for level, number in (values or {}).items():
        if (found := known.pop(NumberLevel(level), None)) is not None:
            found.number = number
        else:
            task.numbers.append(TaskNumber(level=NumberLevel(level), number=number))
    for gone in known.values():
        task.numbers.remove(gone)
    return {}


def _units(task: Task, _name: str, values: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """End the parts that are no longer named, begin the new ones today."""
    wanted = [(Part(part), unit_id) for part, unit_id in values]
    counted = _counting_unit(task, wanted)
    for link in task.present_links:
        if (link.part, link.unit_id) not in wanted:
            link.ends_on = clock.today()
    standing = {(link.part, link.unit_id) for link in task.present_links}
    for part, unit_id in wanted:
        if (part, unit_id) not in standing:
            _begin(task, part, unit_id)
    return {"counting_unit_id": counted}


def _counting_unit(task: Task, wanted: Sequence[tuple[Part, int]]) -> int:
    checkers = {unit_id for part, unit_id in wanted if part in CHECKS_THE_WORK}
    counted = next(
        (unit_id for kind in OF_COUNTING for part, unit_id in wanted if part is kind), None
    )
    if counted is None:
        raise Refusal(N_("第%(number)s项没有写明责任单位"), number=task.number)
    if counted in checkers:
        raise Refusal(
            N_("第%(number)s项的督导或验收单位不能兼任牵头单位，否则没有人能核查。"),
            number=task.number,
        )
    if task.handed_over and not checkers:
        raise Refusal(N_("第%(number)s项没有督导单位，请先补上再交办。"), number=task.number)
    return counted


def _begin(task: Task, part: Part, unit_id: int) -> None:
    """A part that ended today goes on; else a new one begins."""
    for link in task.links:
        ended_today = link.ends_on == clock.today() or link.starts_on == clock.today()
        if (link.part, link.unit_id) == (part, unit_id) and ended_today:
            link.ends_on = None
            return
    task.links.append(TaskUnit(unit_id=unit_id, part=part, starts_on=clock.today()))


def _sites(task: Task, _name: str, values: Sequence[Mapping[str, Any]] | None) -> dict[str, Any]:
    set_sites(task, values)
    return {}


def _indicators(
    task: Task, _name: str, values: Sequence[Mapping[str, Any]] | None
) -> dict[str, Any]:
    set_indicators(task, values)
    return {}


def _particular(task: Task, name: str, value: Any) -> dict[str, Any]:
    kept = {**(task.particulars or {}), name: value}
    task.particulars = {key: each for key, each in kept.items() if each and key in PARTICULARS}
    return {}


SETTERS: Final[Mapping[str, Callable[[Task, str, Any], dict[str, Any]]]] = {
    "problem": _column,
    "target": _column,
    "aspect": _heading,
    "category": _heading,
    "deadline": _deadline,
    "measures": _measures,
    "other_numbers": _numbers,
    "sites": _sites,
    "indicators": _indicators,
    "units": _units,
}
