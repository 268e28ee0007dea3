"""What somebody says at a step before it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.closeout.vocabulary import Answer
from app.deadlines.phrases import Deadline


@dataclass(frozen=True)
class Checked:
    """What was found of one criterion, or at one site."""

    name: str
    answer: Answer
    note: str = ""

    def plain(self) -> Mapping[str, Any]:
        return {"name": self.name, "answer": self.answer.value, "note": self.note}


@dataclass(frozen=True)
class Finding:
    """An opinion given at a step, and the day of the visit or decision.

    A verification also says who was there, what was seen, and the answer to each criterion and at
    each site; `photos` are keys of evidence. `objected`: a publicity that met objections.
    """

    opinion: str
    acted_on: date
    people: str = ""
    places: str = ""
    checklist: tuple[Checked, ...] = ()
    sites: tuple[Checked, ...] = ()
    photos: tuple[int, ...] = ()
    objected: bool = False
    session_id: int | None = None
    """The acceptance session (集中验收) at which it was said."""


@dataclass(frozen=True)
class Material:
    """One required material: the evidence that is it, or why there is none."""

    name: str
    evidence_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Relapse:
    """The new task after a closed one: what it is called, by when, and why there is one."""

    number: str
    problem: str
    deadline: Deadline
    reason: str
