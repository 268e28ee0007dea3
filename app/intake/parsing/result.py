"""What parsing hands over: items, findings, and what became of every line."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from app.deadlines.phrases import Deadline

UNIT_KEYS: Final = (
    "lead_units",
    "responsible_units",
    "cooperating_units",
    "supervising_units",
    "acceptance_units",
)


@dataclass(frozen=True)
class Finding:
    """Something a person has to look at; line 0 is the file as a whole."""

    line: int
    code: str
    text: str
    message: str
    item: int | None = None
    """Index of the item in `items`."""
    field: str | None = None


@dataclass(frozen=True)
class Mark:
    """What became of one line: `mapped` to a field, `ignored` for a reason, `unexplained`."""

    state: str
    label: str = ""
    item: int | None = None


@dataclass(frozen=True)
class Measure:
    text: str
    units: tuple[str, ...] = ()
    deadline: Deadline | None = None


@dataclass(frozen=True)
class Person:
    name: str
    post: str | None
    unit: str | None
    role: str


@dataclass(frozen=True)
class Site:
    name: str
    requirement: str | None = None
    units: tuple[str, ...] = ()
    deadline: Deadline | None = None
    status: str | None = None
    number: str | None = None
    remarks: str | None = None


@dataclass(frozen=True)
class Link:
    kind: str
    text: str


@dataclass(frozen=True)
class Indicator:
    name: str
    comparison: str
    value: float
    unit: str
    due_on: date | None
    text: str


@dataclass
class ParsedItem:
    """One task as the document tells it; filled by `assembly`, read by everybody else."""

    number: str | None = None
    other_numbers: list[dict[str, str]] = field(default_factory=list)
    aspect: str | None = None
    category: str | None = None
    problem: str | None = None
    lead_units: list[str] = field(default_factory=list)
    responsible_units: list[str] = field(default_factory=list)
    cooperating_units: list[str] = field(default_factory=list)
    supervising_units: list[str] = field(default_factory=list)
    acceptance_units: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    deadline: Deadline | None = None
    target: str | None = None
    measures: list[Measure] = field(default_factory=list)
    progress: str | None = None
    status: str | None = None
    sites: list[Site] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    percent: str | None = None
    difficulty: str | None = None
    next_step: str | None = None
    lamp: str | None = None
    indicators: list[Indicator] = field(default_factory=list)
    remarks: str | None = None
    needs_review: bool = False
    source: tuple[int, int] = (0, 0)
    raw: dict[str, str] = field(default_factory=dict)
    """The wording of each field as it stands in the source."""
    lines: dict[str, list[int]] = field(default_factory=dict)
    """The lines each field was read from."""
    publicity: dict[str, Any] | None = None
    """The window of a notice."""
    notice: dict[str, Any] = field(default_factory=dict)
    """Further keys that a notice states: document_number, recipients, reply_by, contact."""


@dataclass
class ParsedCase:
    """One petition case as the document tells it."""

    number: str | None = None
    sequence: str | None = None
    priority: bool = False
    channel: str | None = None
    units: list[str] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    content: str | None = None
    area: str | None = None
    investigation: str | None = None
    handling: str | None = None
    accountability: str | None = None
    target: str | None = None
    pollution_types: list[str] = field(default_factory=list)
    substantiated: str | None = None
    status: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    repeats: list[str] = field(default_factory=list)
    personal_data: list[dict[str, str]] = field(default_factory=list)
    batch: dict[str, Any] | None = None
    remarks: str | None = None
    needs_review: bool = False
    source: tuple[int, int] = (0, 0)
    raw: dict[str, str] = field(default_factory=dict)
    """The wording of each field as it stands in the source."""
    lines: dict[str, list[int]] = field(default_factory=dict)
    """The lines each field was read from."""


@dataclass(frozen=True)
class ParsedDocument:
    name: str
    sha256: str
    kind: str
    title: str | None
    script: str
    items: tuple[ParsedItem, ...] | tuple[ParsedCase, ...]
    findings: tuple[Finding, ...]
    marks: Mapping[int, Mark]
    texts: Mapping[int, str]
    """Every line that is not empty."""
    places: Mapping[int, str] = field(default_factory=dict)
    figures: tuple[dict[str, Any], ...] = ()

    @property
    def coverage(self) -> dict[str, int]:
        states = [self.marks[number].state for number in self.texts]
        counted = {state: states.count(state) for state in ("mapped", "ignored", "unexplained")}
        return {"lines": len(states), **counted}

    def to_json(self, *, with_lines: bool = False) -> dict[str, Any]:
        """Return the object of the contract; with every line for those who show the source."""
        content: dict[str, Any] = {
            "document": {
                "name": self.name,
                "sha256": self.sha256,
                "kind": self.kind,
                "title": self.title,
                "script": self.script,
            },
            "items": [item_json(item) for item in self.items],
            "findings": [asdict(finding) for finding in self.findings],
            "coverage": self.coverage,
        }
        if self.figures:
            content["figures"] = list(self.figures)
        if with_lines:
            content["lines"] = [self._line(number) for number in self.texts]
        return content

    def _line(self, number: int) -> dict[str, Any]:
        mark = asdict(self.marks[number])
        return {
            "number": number,
            "text": self.texts[number],
            "place": self.places.get(number, ""),
            **mark,
        }


def item_json(item: ParsedItem | ParsedCase) -> dict[str, Any]:
    content: dict[str, Any] = _plain(vars(item))
    content["source"] = list(item.source)
    if content.get("publicity") is None:
        content.pop("publicity", None)
    further: dict[str, Any] = content.pop("notice", {})
    return content | further


BARE: Final = frozenset({str, int, float, bool, type(None)})
"""Most values are JSON already."""


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [each if type(each) in BARE else _plain(each) for each in value]
    if isinstance(value, dict):
        return {key: each if type(each) in BARE else _plain(each) for key, each in value.items()}
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, Deadline):
        return value.to_json()
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(each) for name, each in vars(value).items()}
    return value
