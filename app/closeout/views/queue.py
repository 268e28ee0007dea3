"""Done, not closed: the queue of tasks on their way to close-out, and what follows it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access.actions import TaskAction
from app.closeout.queries.queue import STAGE_LIMIT, Queued, aftercare, queue
from app.closeout.queries.sessions import awaiting, sessions_of
from app.closeout.views import desk
from app.inspections.queries import lists_in_area
from app.inspections.vocabulary import StepKind
from app.web.guard import authorize, requires
from app.wording import N_

KEPT = ("stage", "unit", "alarm")


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its words, how many, where it leads, whether it is chosen."""

    label: str
    count: int
    href: str
    current: bool
    value: str = ""


@desk.get("/queue")
@requires(TaskAction.LIST)
def queue_page() -> ResponseReturnValue:
    actor = authorize(TaskAction.LIST)
    everything = queue(actor)
    wanted = {key: value for key in KEPT if (value := request.args.get(key))}
    shown = [one for one in everything if all(_is(one, *each) for each in wanted.items())]
    return render_template(
        "desk/queue.html",
        rows=shown,
        total=len(everything),
        stages=_stages(everything, wanted),
        units=_units(everything, wanted),
        alarms=_alarms(everything, wanted),
        kept=[(key, value) for key, value in wanted.items() if key != "unit"],
        after=aftercare(actor),
        sessions=awaiting(actor),
        held=sessions_of([one.id for one in lists_in_area(actor)]),
        limit=STAGE_LIMIT,
    )


def _is(one: Queued, key: str, value: str) -> bool:
    """Whether a row has a value; what makes no sense as one has no row."""
    says: dict[str, Callable[[], str]] = {
        "stage": lambda: one.kind.value,
        "unit": lambda: str(one.task.counting_unit_id),
        "alarm": lambda: "1" if one.alarmed else "0",
    }
    return says[key]() == value


def _stages(rows: Iterable[Queued], wanted: dict[str, str]) -> list[Choice]:
    counted = Counter(one.kind for one in rows)
    return [
        _choice(kind.state_label, counted[kind], ("stage", kind.value), wanted)
        for kind in StepKind
        if counted[kind]
    ]


def _units(rows: Iterable[Queued], wanted: dict[str, str]) -> list[Choice]:
    units = {one.task.counting_unit_id: one.task.counting_unit for one in rows}
    counted = Counter(one.task.counting_unit_id for one in rows)
    return [
        _choice(unit.label, counted[key], ("unit", str(key)), wanted) for key, unit in units.items()
    ]


def _alarms(rows: Iterable[Queued], wanted: dict[str, str]) -> list[Choice]:
    alarmed = sum(one.alarmed for one in rows)
    return [_choice(N_("超期"), alarmed, ("alarm", "1"), wanted)]


def _choice(label: str, count: int, part: tuple[str, str], wanted: dict[str, str]) -> Choice:
    key, value = part
    current = wanted.get(key) == value
    rest = {name: word for name, word in wanted.items() if name != key}
    parts: dict[str, Any] = rest if current else rest | {key: value}
    href = url_for("desk.queue_page", **parts)
    return Choice(label, count, href, current, value)
