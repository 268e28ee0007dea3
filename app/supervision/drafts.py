"""What a letter is to say before it is written down."""

from dataclasses import dataclass
from datetime import date

from app.inspections.vocabulary import DocumentKind
from app.supervision.vocabulary import Rule, Urgency


@dataclass(frozen=True)
class Demand:
    """One thing asked for, by a day."""

    text: str
    due_on: date

    def plain(self) -> dict[str, str]:
        return {"text": self.text, "due_on": self.due_on.isoformat()}


@dataclass(frozen=True)
class LetterDraft:
    """Everything that a person may change until the letter is issued."""

    kind: DocumentKind
    title: str
    opening: str
    problems: tuple[str, ...]
    demands: tuple[Demand, ...]
    reply_due_on: date
    task_ids: tuple[int, ...]
    recipient_ids: tuple[int, ...]
    copy_ids: tuple[int, ...] = ()
    urgency: Urgency = Urgency.ORDINARY
    contact: str = ""


@dataclass(frozen=True)
class RulesDraft:
    """When drafts are prepared by themselves, and what cards lead to; None: never."""

    overdue_days: int | None
    silent_periods: int | None
    yellow_makes_red: int | None
    prefixes: dict[str, str]


@dataclass(frozen=True)
class Matter:
    """What a rule found of one task."""

    rule: Rule
    task_id: int
    amount: int
    """Days overdue, or periods without a report."""


@dataclass(frozen=True)
class Tally:
    """Cards of one unit in one year; so many yellow ones count as a red one."""

    yellow: int
    red: int
    yellow_makes_red: int | None

    @property
    def counted_red(self) -> int:
        made = self.yellow // self.yellow_makes_red if self.yellow_makes_red else 0
        return self.red + made
