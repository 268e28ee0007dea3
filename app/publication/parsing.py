"""What in a text could be somebody's personal data: looked for before anything is published."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from app.intake.parsing.cases.privacy import personal_data


@dataclass(frozen=True)
class Span:
    """A piece of a text that looks like personal data: in which field, of which kind."""

    field: str
    kind: str
    text: str


def spans(texts: Mapping[str, str | None]) -> list[Span]:
    """Return everything in the texts that a person must look at before they are published."""
    found = personal_data(texts)
    return [Span(one["field"], one["kind"], one["text"]) for one in found]


def seen(found: list[Span]) -> str:
    """Return a word for exactly these spans: who releases them releases no others."""
    told = "\n".join(f"{one.field}\t{one.kind}\t{one.text}" for one in found)
    return hashlib.sha256(told.encode()).hexdigest()[:16] if found else ""
