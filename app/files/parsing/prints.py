"""Prints of a picture: numbers that stay nearly the same when it is saved, sized or cut anew."""

from collections.abc import Sequence
from math import cos, pi
from operator import mul
from statistics import median
from typing import Final

from PIL import Image

BITS: Final = 64
SIDE, GRID = 8, 32
ROUGH: Final = 128
"""Pixels a side from which all windows are cut."""
SHARES: Final = (0.95, 0.9, 0.85)
WAVES: Final = tuple(
    tuple(cos(pi * wave * (2 * place + 1) / (2 * GRID)) for place in range(GRID))
    for wave in range(SIDE)
)
WORD: Final = 16
WORDS: Final = BITS // WORD
CLOSE: Final = 11
"""Two prints that differ in so many bits at most are compared pixel by pixel."""


def prints(picture: Image.Image) -> list[int]:
    """Return the print of the whole, then one of each window that a mild cut would leave."""
    rough = picture.convert("L").resize((ROUGH, ROUGH), Image.Resampling.BOX)
    return [_print(rough.resize((GRID, GRID), Image.Resampling.BOX, box)) for box in _windows()]


def _windows() -> list[tuple[int, int, int, int]]:
    found = [(0, 0, ROUGH, ROUGH)]
    for share in SHARES:
        side = round(ROUGH * share)
        rest = ROUGH - side
        places = ((rest // 2, rest // 2), (0, 0), (rest, 0), (0, rest), (rest, rest))
        found += [(x, y, x + side, y + side) for x, y in places]
    return found


def _print(grid: Image.Image) -> int:
    """The signs of the lowest waves of a 32 × 32 picture, as one number (pHash)."""
    pixels = grid.tobytes()
    rows = [pixels[at : at + GRID] for at in range(0, GRID * GRID, GRID)]
    across = [[sum(map(mul, wave, row)) for row in rows] for wave in WAVES]
    waves = [sum(map(mul, wave, column)) for column in across for wave in WAVES]
    middle = median(waves[1:])
    return sum(1 << at for at, wave in enumerate(waves) if at and wave > middle)


def distance(one: int, other: int) -> int:
    """Return in how many bits two prints differ."""
    return (one ^ other).bit_count()


def words(number: int) -> tuple[int, ...]:
    """Cut a print into four words, each of which an index can find."""
    return tuple(number >> (WORD * at) & (1 << WORD) - 1 for at in range(WORDS))


def whole(cut: Sequence[int]) -> int:
    """Join the four words of a print."""
    return sum(word << (WORD * at) for at, word in enumerate(cut))


def around(word: int, reach: int) -> set[int]:
    """Return every word that differs from this one in so many bits at most."""
    found = {word}
    for _ in range(reach):
        found |= {one ^ 1 << at for one in found for at in range(WORD)}
    return found
