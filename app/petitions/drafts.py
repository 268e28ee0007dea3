"""What a petition case is opened from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.petitions.vocabulary import CaseStatus, Channel, Verdict


@dataclass(frozen=True)
class CaseDraft:
    """A case as a document tells it, after review."""

    number: str | None
    texts: Mapping[str, Any]
    """What the public must not read before it was looked through: content, findings, handling."""
    source: Mapping[str, Any]
    sequence: str | None = None
    priority: bool = False
    channel: Channel | None = None
    batch_number: int | None = None
    batch_on: date | None = None
    district: str | None = None
    pollution_types: Sequence[str] = ()
    units: Sequence[str] = ()
    substantiated: Verdict | None = None
    status: CaseStatus | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    repeats: Sequence[str] = ()
