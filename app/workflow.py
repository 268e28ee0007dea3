"""A state machine as a table: pairs of (state, action) to the next state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.wording import N_, Moved

State = TypeVar("State", bound=StrEnum)
Action = TypeVar("Action", bound=StrEnum)


class IllegalAction(Moved):
    """The subject's state does not allow this action."""

    def __init__(self, state: StrEnum, action: StrEnum) -> None:
        super().__init__(N_("这一步现在不能办：情况已经变化，请刷新后再看。"))
        self.state = state
        self.action = action


@dataclass(frozen=True)
class Workflow(Generic[State, Action]):
    start: State
    moves: Mapping[tuple[State, Action], State]

    def after(self, state: State, action: Action) -> State:
        """Return the next state, or raise IllegalAction."""
        try:
            return self.moves[state, action]
        except KeyError:
            raise IllegalAction(state, action) from None

    def allows(self, state: State, action: Action) -> bool:
        return (state, action) in self.moves

    def actions_from(self, state: State) -> Iterator[Action]:
        return (action for (source, action) in self.moves if source == state)
