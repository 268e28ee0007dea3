"""What has to be asked about a row: why, where, and the answers to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.intake.drafts import Option, question_of
from app.intake.models import IntakeRow
from app.intake.operations.directory import Directory
from app.intake.operations.suggesting import suggestions
from app.intake.parsing.naming import initials
from app.intake.views.wording import at_lines
from app.intake.vocabulary import FIELDS, Decision

FEW = 6
"""Options up to which each has a line of its own."""


@dataclass(frozen=True)
class Question:
    """One doubt with where it stands and what may be answered."""

    field: str
    label: str
    doubt: Mapping[str, Any]
    at: str
    options: Sequence[Option]
    chosen: frozenset[Any]
    """Values that are offered as chosen."""
    same: int
    """How many other doubts of the import ask the same."""
    sought: str = ""

    @property
    def is_unit(self) -> bool:
        return self.field == "units"

    @property
    def spreads(self) -> bool:
        """Whether the same answer is given everywhere without being asked for."""
        return self.doubt["code"] in ("unknown-unit", "placeless-unit")

    @property
    def needs_text(self) -> bool:
        return not self.options

    @property
    def is_long(self) -> bool:
        return len(self.options) > FEW


@dataclass(frozen=True)
class Sought:
    """What a person typed for a unit that nobody is called like: where, and the text."""

    about: str = ""
    text: str = ""


@dataclass(frozen=True)
class Asking:
    """What is known beside the row: the directory, and what all rows of the import ask."""

    directory: Directory | None
    asked: Mapping[str, int] = field(default_factory=dict)
    sought: Sought = Sought()


def questions(row: IntakeRow, asking: Asking) -> Sequence[Question]:
    if row.decision is Decision.DROPPED:
        return ()
    return [
        _question(name, kept, doubt, asking)
        for name, kept in row.fields.items()
        for doubt in kept["doubts"]
    ]


def _question(
    name: str, kept: Mapping[str, Any], doubt: Mapping[str, Any], asking: Asking
) -> Question:
    options, chosen = _options(doubt), frozenset[Any]({0})
    sought = asking.sought.text if asking.sought.about == doubt["about"] else ""
    if name == "units" and asking.directory is not None:
        found = suggestions(doubt, asking.directory, sought)
        options, chosen = found.options, found.chosen
    return Question(
        field=name,
        label=_asked_of(name, doubt),
        doubt=doubt,
        at=at_lines(_lines_of(kept, doubt)),
        options=options,
        chosen=chosen,
        same=max(asking.asked.get(question_of(doubt), 1) - 1, 0),
        sought=sought,
    )


def _options(doubt: Mapping[str, Any]) -> Sequence[Option]:
    """The answers that stand with a doubt, by their places."""
    return [
        Option(place, each["label"], each["note"]) for place, each in enumerate(doubt["options"])
    ]


def _lines_of(kept: Mapping[str, Any], doubt: Mapping[str, Any]) -> Sequence[int]:
    """Of the unit that is asked about, where it is about one; else of the whole field."""
    own = [
        line
        for unit in kept["value"] or ()
        if isinstance(unit, dict) and f"{unit.get('part')}:{unit.get('name')}" == doubt["about"]
        for line in unit["lines"]
    ]
    return own or kept["lines"]


def _asked_of(name: str, doubt: Mapping[str, Any]) -> str:
    """The label of a doubt: of the units' part, where it is about one."""
    part = (doubt["about"].split(":")[0] or "responsible") if name == "units" else name
    return FIELDS.get(part, name)


def names_to_type(directory: Directory | None) -> Sequence[tuple[str, str]]:
    """Units by the name that is typed, and the letters by which a list finds them."""
    if directory is None:
        return ()
    near = [unit for unit in directory.units if unit.path.startswith(directory.area)]
    return [(unit.label, initials(unit.label)) for unit in near]
