"""Filter values of the task list with the count beside each: sums over the cells of one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from flask import request, url_for

from app.inspections.vocabulary import StepKind
from app.tasks import queries
from app.tasks.queries import Cell, Scope, TaskFilter
from app.tasks.views.chosen import joined_code
from app.tasks.vocabulary import Lamp, Stage, TaskState
from app.units.queries import units_with_ids
from app.wording import N_

KEPT = ("list", "state", "step", "stage", "done", "pace", "lamp", "aspect", "unit", "supervisor",
        "due", "missing", "books", "below", "q")  # fmt: skip


@dataclass(frozen=True)
class Option:
    """One value of a facet: its label, how many, where it leads, whether it is chosen."""

    label: str
    count: int
    href: str
    current: bool
    value: str = ""
    lamp: str = ""


def _being(name: str, value: object) -> Callable[[Cell], bool]:
    """Whether a cell has this value in that place."""
    return lambda cell: bool(getattr(cell, name) == value)


class Facets:
    """Everything that stands above the list, counted over the whole list that the reader sees."""

    def __init__(self, scope: Scope, wanted: TaskFilter) -> None:
        self.scope, self.wanted = scope, wanted
        self.cells = queries.cells(scope)

    def count(self, counts: Callable[[Cell], bool]) -> int:
        return sum(cell.count for cell in self.cells if counts(cell))

    @cached_property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    @cached_property
    def counted(self) -> list[Cell]:
        """What figures are made of: nothing that stands below another task of the scope."""
        return [cell for cell in self.cells if cell.counted]

    @cached_property
    def below(self) -> int:
        """How many tasks stand below others of the lists, and are not counted beside them."""
        if self.scope.below:
            return self.count(lambda cell: not cell.counted)
        return queries.count(replace(self.scope, below=True), TaskFilter(below=True))

    @property
    def with_below(self) -> Option:
        """The way to see them, or to leave them out again."""
        chosen = self._option(N_("含下级任务"), "below", "1", lambda cell: not cell.counted)
        return replace(chosen, count=self.below)

    @cached_property
    def kept(self) -> list[tuple[str, Any]]:
        """The parts of the address that a further choice leaves as they are."""
        return [(key, request.args[key]) for key in KEPT if request.args.get(key)]

    def kept_without(self, *keys: str) -> list[tuple[str, Any]]:
        return [(key, value) for key, value in self.kept if key not in keys]

    def _option(self, label: str, key: str, value: Any, counts: Callable[[Cell], bool]) -> Option:
        current = request.args.get(key) == str(value)
        parts = dict(self.kept_without(key))
        if not current:
            parts[key] = str(value)
        href = url_for("tasks.register", **parts)
        return Option(label, self.count(counts), href, current, str(value))

    @staticmethod
    def _shown(options: Iterable[Option]) -> list[Option]:
        return [option for option in options if option.count or option.current]

    @property
    def views(self) -> list[Option]:
        """Ready-made questions; each replaces whatever was chosen."""
        asked: tuple[tuple[str, dict[str, Any], Callable[[Cell], bool]], ...] = (
            (N_("全部"), {}, lambda _cell: True),
            (N_("待交办"), {"state": "draft"}, lambda c: c.state is TaskState.DRAFT),
            (N_("逾期"), {"due": "overdue"}, lambda c: c.overdue),
            (N_("临近到期"), {"due": "near"}, lambda c: c.near_due),
            (N_("本期未报"), {"missing": "1"}, lambda c: c.missing),
            (N_("完成未销号"), {"stage": "done"}, lambda c: c.stage is Stage.DONE),
        )
        chosen = {key: value for key, value in self.kept if key != "list"}
        options = [
            Option(label, self.count(counts), self._only(parts), chosen == parts)
            for label, parts, counts in asked
        ]
        return [one for one in options if one.count or one.label != asked[1][0]]

    def _only(self, parts: dict[str, Any]) -> str:
        return url_for("tasks.register", list=joined_code(self.scope.lists), **parts)

    @property
    def states(self) -> list[Option]:
        """States as the interface shows them: a closing task by the step it waits at."""
        plain = [state for state in TaskState if state is not TaskState.CLOSING]
        options = [
            self._option(state.label, "state", state.value, _being("state", state))
            for state in plain
        ]
        steps = [
            self._option(step.state_label, "step", step.value, _being("step", step))
            for step in StepKind
        ]
        return self._shown([*options[:2], *steps, *options[2:]])

    @property
    def paces(self) -> list[Option]:
        return self._shown(
            self._option(stage.label, "stage", stage.value, _being("stage", stage))
            for stage in (Stage.BEHIND, Stage.ON_PACE, Stage.SILENT, Stage.DONE)
        )

    @property
    def lamps(self) -> list[Option]:
        return [
            Option(**(vars(option) | {"lamp": option.value}))
            for option in self._shown(
                self._option(lamp.label, "lamp", lamp.value, _being("lamp", lamp)) for lamp in Lamp
            )
        ]

    @property
    def dues(self) -> list[Option]:
        return self._shown(
            [
                self._option(N_("逾期"), "due", "overdue", lambda c: c.overdue),
                self._option(N_("临近到期"), "due", "near", lambda c: c.near_due),
            ]
        )

    @cached_property
    def aspects(self) -> list[Option]:
        return self._shown(
            self._option(one.title, "aspect", one.id, _being("aspect_id", one.id))
            for one in queries.aspects_in(self.scope)
        )

    @cached_property
    def units(self) -> list[Option]:
        found = units_with_ids({cell.unit_id for cell in self.cells})
        options = [
            self._option(unit.label, "unit", unit.id, _being("unit_id", unit.id))
            for unit in found.values()
        ]
        return sorted(options, key=lambda option: -option.count)

    @cached_property
    def supervisors(self) -> list[Option]:
        chosen = request.args.get("supervisor")
        without = url_for("tasks.register", **dict(self.kept_without("supervisor")))
        return [
            Option(unit.label, count, without, chosen == str(unit.id), str(unit.id))
            for unit, count in queries.supervisors(self.scope)
        ]

    @property
    def chosen(self) -> list[Option]:
        """Every value that the list is narrowed to; each leads to the list without it."""
        offered = (
            self.states, self.paces, self.lamps, self.dues, self.aspects, self.units,
            self.supervisors, self._others,
        )  # fmt: skip
        return [option for options in offered for option in options if option.current]

    @property
    def _others(self) -> list[Option]:
        """Conditions that have no value beside them to choose from."""
        words = {
            "q": request.args.get("q", ""),
            "missing": N_("本期未报"),
            "done": N_("已完成"),
            "books": N_("在账"),
            "below": N_("含下级任务"),
        }
        return [
            Option(words[key], 0, url_for("tasks.register", **dict(self.kept_without(key))), True)  # noqa: FBT003  # chosen
            for key, _value in self.kept
            if key in words
        ]

    def of_aspect(self, aspect_id: int) -> dict[str, int]:
        """What stands behind an aspect's heading."""
        return self._sums([one for one in self.counted if one.aspect_id == aspect_id])

    @property
    def whole(self) -> dict[str, int]:
        """What stands under the list."""
        return self._sums(self.counted)

    @staticmethod
    def _sums(cells: list[Cell]) -> dict[str, int]:
        """Counts by stage and lamp under their words; drafts apart, they are not on the books."""
        on_books = [cell for cell in cells if cell.state is not TaskState.DRAFT]
        sums = {"total": sum(cell.count for cell in cells)}
        sums["drafts"] = sums["total"] - sum(cell.count for cell in on_books)
        for stage in Stage:
            sums[stage.value] = sum(cell.count for cell in on_books if cell.stage is stage)
        for lamp in Lamp:
            sums[lamp.value] = sum(cell.count for cell in on_books if cell.lamp is lamp)
        return sums
