"""What a ledger of a period says: plain frozen values that can be stored and drawn again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from reports.frozen import UnknownSchema, checksum, from_plain, to_plain

SCHEMA = 1


class Lamp(StrEnum):
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    OFF = "off"


class Standing(StrEnum):
    DRAFT = "draft"
    REVIEWED = "reviewed"
    ISSUED = "issued"


@dataclass(frozen=True)
class Cover:
    """What stands at the head of the first page."""

    title: str
    inspection: str
    list_name: str
    issuing_unit: str
    office: str
    """The issuing unit's short name, for the foot."""
    period: str
    """第47周，2026年11月16日—22日"""
    period_name: str
    """第47周"""
    first_day: date
    last_day: date
    cut_off: datetime


@dataclass(frozen=True)
class Issue:
    """Which issue this is and who answers for it."""

    standing: Standing
    number: int
    """Given at issue; until then the number it would get."""
    document_number: str = ""
    previous: int | None = None
    replaces: int | None = None
    issued_on: date | None = None
    prepared_by: str = ""
    reviewed_by: str = ""


@dataclass(frozen=True)
class BalanceLine:
    """Open at the last issue + new + in + relapsed − closed − merged − out = open now."""

    unit: str
    open_last: int = 0
    new: int = 0
    moved_in: int = 0
    relapsed: int = 0
    closed: int = 0
    merged: int = 0
    moved_out: int = 0
    open_now: int = 0

    @property
    def figures(self) -> tuple[int, ...]:
        return (
            self.open_last,
            self.new,
            self.moved_in,
            self.relapsed,
            self.closed,
            self.merged,
            self.moved_out,
            self.open_now,
        )

    @property
    def adds_up(self) -> bool:
        came = self.open_last + self.new + self.moved_in + self.relapsed
        return came - self.closed - self.merged - self.moved_out == self.open_now


@dataclass(frozen=True)
class AspectLine:
    """One aspect's tasks by how far they are; each task is in exactly one of the five."""

    name: str
    closed: int = 0
    done: int = 0
    on_pace: int = 0
    behind: int = 0
    silent: int = 0
    """Nothing reported since it was handed over."""
    note: str = ""
    """The words beside the aspect's heading in the table."""

    @property
    def parts(self) -> tuple[int, ...]:
        return (self.closed, self.done, self.on_pace, self.behind, self.silent)

    @property
    def total(self) -> int:
        return sum(self.parts)


@dataclass(frozen=True)
class TrendPoint:
    """Closed up to a day, against the tasks whose current deadline lies on or before it."""

    day: date
    planned: int
    closed: int | None = None
    """None after the cut-off."""


@dataclass(frozen=True)
class Rate:
    name: str
    numerator: int
    denominator: int
    definition: str


@dataclass(frozen=True)
class Change:
    """One thing that happened to one task since the last issue."""

    kind: str
    number: str
    title: str
    unit: str
    step: str
    """待销号 → 已销号"""
    basis: str = ""
    lamp: Lamp | None = None


@dataclass(frozen=True)
class Row:
    """One task as it stands at the cut-off."""

    number: str
    aspect: str
    category: str
    problem: str
    headline: str
    """The problem in one line, for the lists on the first pages."""
    unit: str
    """The counting unit."""
    units: tuple[str, ...]
    """Lines for the cell: the lead unit first, then 责任：…, 督导：…"""
    deadline: str
    days: str
    lamp: Lamp
    lamp_word: str
    state: str
    is_open: bool
    is_late: bool = False
    deadline_note: str = ""
    """（延期1次，原2026-12-31）"""
    measures_done: int | None = None
    measures_total: int | None = None
    progress: str = ""
    difficulty: str = ""
    next_step: str = ""
    red_reason: str = ""
    """What the red list says of it: 逾期53天, 11月18日省级通报."""


@dataclass(frozen=True)
class Proof:
    """What lets paper, file and database be compared."""

    audit_length: int
    audit_head: str
    address: str = ""
    """Where the code on the page leads; without one it carries number and checksum."""


@dataclass(frozen=True)
class WeeklyLedger:
    cover: Cover
    issue: Issue
    sentences: tuple[str, ...]
    balance: tuple[BalanceLine, ...]
    total: BalanceLine
    aspects: tuple[AspectLine, ...]
    trend: tuple[TrendPoint, ...]
    rates: tuple[Rate, ...]
    changes_summary: str
    changes: tuple[Change, ...]
    changes_note: str
    rows: tuple[Row, ...]
    legend: tuple[str, ...] = ()
    """What each lamp means, in the order red, yellow, green, off."""
    proof: Proof | None = None

    def to_json(self) -> dict[str, Any]:
        return {"schema": SCHEMA, **to_plain(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "WeeklyLedger":
        """Return the content that `to_json` stored; UnknownSchema if another version did."""
        if stored.get("schema") != SCHEMA:
            raise UnknownSchema(f"ledger schema {stored.get('schema')!r}")
        return from_plain(cls, {key: value for key, value in stored.items() if key != "schema"})

    @property
    def checksum(self) -> str:
        return checksum(self.to_json())
