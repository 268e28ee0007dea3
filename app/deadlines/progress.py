"""How far a task is: derived from its parts by one rule (docs/decisions/0014), never typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

WEIGHTS: Final[Mapping[str, int]] = {
    "sites": 4,
    "measures": 3,
    "indicators": 2,
    "milestones": 1,
}
"""What each kind of part weighs, among the kinds that a task has something countable of."""

CHILDREN: Final = "children"
HALF: Final = Decimal("0.5")
NOTHING: Final = Decimal(0)
ALL: Final = Decimal(1)
DONE: Final = "done"
UNDER_WAY: Final = "under_way"


@dataclass(frozen=True)
class Amount:
    """How one part stands: its state, and how much of what is wanted, where that is known."""

    state: str = "not_started"
    done: Decimal | None = None
    wanted: Decimal | None = None

    @property
    def share(self) -> Decimal:
        """Done counts whole, a quantity by its share, begun as a half."""
        if self.state == DONE:
            return ALL
        if self.wanted and self.done is not None:
            return min(ALL, max(NOTHING, self.done / self.wanted))
        return HALF if self.state == UNDER_WAY else NOTHING

    @property
    def counts(self) -> bool:
        return bool(self.wanted) or self.state != "not_started"


@dataclass(frozen=True)
class Goal:
    """One number to be reached: the sign, what is wanted, and what was measured last."""

    comparison: str
    wanted: Decimal
    value: Decimal | None = None

    @property
    def met(self) -> bool:
        if self.value is None:
            return False
        above, same = self.value > self.wanted, self.value == self.wanted
        return {
            ">=": above or same, ">": above, "<=": not above, "<": not (above or same), "=": same,
        }[self.comparison]  # fmt: skip

    @property
    def short_by(self) -> Decimal | None:
        """How far the value is from what is wanted; None where it is met or nothing is measured."""
        return None if self.value is None or self.met else abs(self.wanted - self.value)

    @property
    def share(self) -> Decimal:
        """Met counts whole; else how near the value comes, never quite all."""
        if self.value is None or self.met:
            return ALL if self.met else NOTHING
        low, high = sorted((self.value, self.wanted))
        if low <= 0 or self.comparison == "=":
            return NOTHING
        return min(low / high, Decimal("0.99"))


def percent_of(
    children: Sequence[int], kinds: Mapping[str, Sequence[Decimal]]
) -> tuple[int | None, Sequence[str]]:
    """Return the percentage of the whole and what it was derived from; None if from nothing.

    `children` are the percentages of the tasks below; `kinds` hold the shares of the parts that
    count, by kind. Less than everything is never 100.
    """
    if children:
        return _whole(sum(map(Decimal, children), NOTHING) / len(children) / 100), [CHILDREN]
    counted = [kind for kind in WEIGHTS if kinds.get(kind)]
    if not counted:
        return None, []
    weighed = sum(
        (WEIGHTS[kind] * sum(kinds[kind], NOTHING) / len(kinds[kind]) for kind in counted), NOTHING
    )
    return _whole(weighed / sum(WEIGHTS[kind] for kind in counted)), counted


def _whole(share: Decimal) -> int:
    return int(share * 100)
