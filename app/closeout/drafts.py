"""What somebody says at a step before it is written down."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Finding:
    """An opinion given at a step, and the day of the visit or decision."""

    opinion: str
    acted_on: date
