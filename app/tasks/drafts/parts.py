"""How the parts of a task stand: as they are, as a report says, and as it keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from app.deadlines.progress import Amount, Goal, percent_of
from app.tasks.vocabulary import PartState


@dataclass(frozen=True)
class PartsSaid:
    """What a report says of parts, by their keys; what it leaves out stays as it was.

    `measures` are the state and the quantity done; `spent` is the sum altogether, in fen.
    """

    measures: Mapping[int, tuple[PartState, Decimal | None]] = field(default_factory=dict)
    sites: Mapping[int, PartState] = field(default_factory=dict)
    milestones: Mapping[int, bool] = field(default_factory=dict)
    indicators: Mapping[int, Decimal] = field(default_factory=dict)
    spent: int | None = None


@dataclass(frozen=True)
class MeasureFact:
    key: int
    name: str
    state: PartState
    done: Decimal | None = None
    wanted: Decimal | None = None
    unit: str = ""

    @property
    def amount(self) -> Amount:
        return Amount(self.state, self.done, self.wanted)


@dataclass(frozen=True)
class SiteFact:
    key: int
    name: str
    state: PartState


@dataclass(frozen=True)
class MilestoneFact:
    key: int
    name: str
    done: bool


@dataclass(frozen=True)
class IndicatorFact:
    key: int
    name: str
    comparison: str
    wanted: Decimal
    unit: str = ""
    value: Decimal | None = None

    @property
    def goal(self) -> Goal:
        return Goal(self.comparison, self.wanted, self.value)


@dataclass(frozen=True)
class PartsFact:
    """Every part of a task as it stands; `children` are the percentages of the tasks below."""

    measures: Sequence[MeasureFact] = ()
    sites: Sequence[SiteFact] = ()
    milestones: Sequence[MilestoneFact] = ()
    indicators: Sequence[IndicatorFact] = ()
    children: Sequence[int] = ()
    spent: int | None = None
    budget: int | None = None

    @property
    def measures_done(self) -> int:
        return sum(each.state is PartState.DONE for each in self.measures)

    @property
    def sites_done(self) -> int:
        return sum(each.state is PartState.DONE for each in self.sites)

    @property
    def indicators_met(self) -> int:
        return sum(each.goal.met for each in self.indicators)

    @property
    def milestones_done(self) -> int:
        return sum(each.done for each in self.milestones)

    @property
    def percent(self) -> int | None:
        """Of the whole, by docs/decisions/0014; None where nothing is countable."""
        return self._derived[0]

    @property
    def basis(self) -> Sequence[str]:
        return self._derived[1]

    @property
    def _derived(self) -> tuple[int | None, Sequence[str]]:
        recorded = {
            "measures": any(each.amount.counts for each in self.measures),
            "milestones": any(each.done for each in self.milestones),
            "indicators": any(each.value is not None for each in self.indicators),
        }
        shares = {
            "sites": [Amount(each.state).share for each in self.sites],
            "measures": [each.amount.share for each in self.measures],
            "milestones": [Decimal(each.done) for each in self.milestones],
            "indicators": [each.goal.share for each in self.indicators],
        }
        counted = {kind: some for kind, some in shares.items() if recorded.get(kind, True)}
        return percent_of(self.children, counted)

    def with_said(self, said: PartsSaid) -> "PartsFact":
        """Return how the parts stand once a report is in."""
        return replace(
            self,
            measures=[_measure(each, said) for each in self.measures],
            sites=[
                replace(each, state=said.sites.get(each.key, each.state)) for each in self.sites
            ],
            milestones=[
                replace(each, done=said.milestones.get(each.key, each.done))
                for each in self.milestones
            ],
            indicators=[
                replace(each, value=said.indicators.get(each.key, each.value))
                for each in self.indicators
            ],
            spent=self.spent if said.spent is None else said.spent,
        )

    def kept(self) -> dict[str, Any]:
        """Return what a report keeps: nothing but plain values."""
        return {
            "basis": list(self.basis),
            "children": list(self.children),
            "measures": [
                {
                    "id": each.key, "name": each.name, "state": each.state.value,
                    "done": text(each.done), "wanted": text(each.wanted), "unit": each.unit,
                }
                for each in self.measures
            ],
            "sites": [
                {"id": each.key, "name": each.name, "state": each.state.value}
                for each in self.sites
            ],
            "milestones": [
                {"id": each.key, "name": each.name, "done": each.done} for each in self.milestones
            ],
            "indicators": [
                {
                    "id": each.key, "name": each.name, "comparison": each.comparison,
                    "wanted": text(each.wanted), "unit": each.unit, "value": text(each.value),
                }
                for each in self.indicators
            ],
            "budget": self.budget,
        }  # fmt: skip


def kept_parts(kept: Mapping[str, Any] | None, spent: int | None = None) -> PartsFact:
    """Read back what a report keeps; nothing of one that was made before parts were kept."""
    if not kept:
        return PartsFact(spent=spent)
    return PartsFact(
        measures=[
            MeasureFact(
                each["id"], each["name"], PartState(each["state"]),
                number(each["done"]), number(each["wanted"]), each["unit"],
            )
            for each in kept["measures"]
        ],
        sites=[
            SiteFact(each["id"], each["name"], PartState(each["state"])) for each in kept["sites"]
        ],
        milestones=[
            MilestoneFact(each["id"], each["name"], each["done"]) for each in kept["milestones"]
        ],
        indicators=[
            IndicatorFact(
                each["id"], each["name"], each["comparison"],
                Decimal(each["wanted"]), each["unit"], number(each["value"]),
            )
            for each in kept["indicators"]
        ],
        children=kept["children"],
        spent=spent,
        budget=kept["budget"],
    )  # fmt: skip


def _measure(fact: MeasureFact, said: PartsSaid) -> MeasureFact:
    state, done = said.measures.get(fact.key, (fact.state, fact.done))
    return replace(fact, state=state, done=fact.done if done is None else done)


def text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def number(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept)
