"""A pointer in words: what it says to its reader, and what there is to look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.inspections.models import Period
from app.pointers.drafts import Pointer, Side
from app.pointers.models import PointerJudgement
from app.pointers.queries import judgements_of, tasks_by_key
from app.pointers.snapshot import pointers_of
from app.pointers.vocabulary import PointerKind
from app.tasks.models import Task
from app.tasks.vocabulary import SIGNS
from app.web.formatting import cn_day, cn_moment, period_short, translated
from app.web.guard import may
from app.wording import N_

LOOKS = {
    PointerKind.INDICATOR: N_("看指标"),
    PointerKind.PHOTO: N_("对照"),
    PointerKind.PHOTO_TIME: N_("看照片"),
    PointerKind.PHOTO_PLACE: N_("看照片"),
    PointerKind.PERCENT: N_("看两期"),
    PointerKind.WORDING: N_("对照"),
    PointerKind.VAGUE: N_("看原文"),
    PointerKind.DOCUMENT: N_("看要求"),
    PointerKind.HASTE: N_("看时间"),
}


@dataclass(frozen=True)
class Line:
    """One line of the amber box."""

    label: str
    told: str
    look: str
    href: str
    judgement: PointerJudgement | None


@dataclass(frozen=True)
class View:
    """One of the sides of a comparison: pieces of text, marked or not, or a picture."""

    title: str
    href: str
    pieces: tuple[tuple[str, bool], ...]
    token: str


def lines(task: Task) -> list[Line]:
    """The pointers of a task, each with its last judgement."""
    judged: dict[str, PointerJudgement] = {}
    for judgement in judgements_of(task.id):
        judged.setdefault(judgement.fingerprint, judgement)
    return [
        Line(
            pointer.kind.label,
            tell(pointer),
            LOOKS[pointer.kind],
            url_for("pointers.pointer", task_id=task.id, fingerprint=pointer.fingerprint),
            judged.get(pointer.fingerprint),
        )
        for pointer in pointers_of(task)
    ]


def tell(pointer: Pointer, *, discreet: bool = False) -> str:
    """Say what a pointer says; a task that the reader may not see is "another task"."""
    other = _visible(pointer.other_task_id) if not discreet else None
    named = _("第%(number)s项", number=other.number) if other else _("另一项任务")
    return str(_(pointer.message, other=named, **_spoken(pointer.values)))


def _visible(task_id: int | None) -> Task | None:
    if task_id is None:
        return None
    task = tasks_by_key({task_id}).get(task_id)
    return task if task and may(TaskAction.READ, task) else None


def _spoken(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _word(value) for name, value in values.items()}


def _word(value: object) -> object:
    if isinstance(value, Period):
        return period_short(value)
    if isinstance(value, datetime):
        return cn_moment(value)
    if isinstance(value, date):
        return cn_day(value)
    return translated(SIGNS[value]) if isinstance(value, str) and value in SIGNS else value


def views(pointer: Pointer) -> tuple[list[View], bool]:
    """Return what the reader may look at, and whether something is kept from them."""
    shown = [(side, task) for side in pointer.sides if (task := _visible(side.task_id)) is not None]
    several = len({side.task_id for side in pointer.sides}) > 1
    found = [_view(side, task, several=several) for side, task in shown]
    return found, len(found) < len(pointer.sides)


def _view(side: Side, task: Task, *, several: bool) -> View:
    title = str(_(side.title, **_spoken(side.values)))
    if several:
        title = _("第%(number)s项　%(title)s", number=task.number, title=title)
    if side.token:
        href = url_for("tasks.view_evidence", token=side.token)
    else:
        href = url_for("tasks.task", task_id=task.id)
    return View(title, href, tuple(_pieces(side)), side.token)


def _pieces(side: Side) -> Iterator[tuple[str, bool]]:
    """The text in pieces, so that the page marks what is the same."""
    at = 0
    for start, end in side.marked:
        if start > at:
            yield side.text[at:start], False
        yield side.text[start:end], True
        at = end
    if at < len(side.text):
        yield side.text[at:], False
