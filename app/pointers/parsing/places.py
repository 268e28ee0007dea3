"""How far two places on the globe lie apart."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH: Final = 6_371_000
FAR: Final = 1000
"""Metres: nearer than this, a telephone's own error explains it."""


def metres(one: tuple[float, float], other: tuple[float, float]) -> int:
    """Return the distance of two places, each in degrees north and east."""
    (north, east), (to_north, to_east) = one, other
    height = sin(radians(to_north - north) / 2) ** 2
    width = cos(radians(north)) * cos(radians(to_north)) * sin(radians(to_east - east) / 2) ** 2
    return round(2 * EARTH * asin(sqrt(height + width)))
