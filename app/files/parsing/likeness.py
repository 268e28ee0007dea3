"""Whether two pictures show the very same view: one is laid on the other, cut by cut."""

from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

SIDE: Final = 72
BLUR: Final = 5
STEPS: Final = (0.05, 0.025, 0.0125, 0.006)
"""By how much an edge is moved while looking for the cut, as parts of the picture."""
DEEPEST: Final = 0.14
"""More than this cut away from one side is another picture."""
SAME: Final = 0.88
"""From here on two pictures are taken to show the same view."""
Cut = tuple[float, float, float, float]


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return how far the fine structure of two pictures agrees, 0 to 1; either may be a cut."""
    first, second = _plain(one), _plain(other)
    return max(0.0, _best(first, second), _best(second, first))


def _plain(picture: Image.Image) -> Image.Image:
    """Grey, of one size, its structure alone: what light and contrast do to it is taken out."""
    grey = ImageOps.autocontrast(picture.convert("L").resize((SIDE * 2, SIDE * 2)), cutoff=1)
    return ImageChops.subtract(grey, grey.filter(ImageFilter.GaussianBlur(BLUR)), 1, 128)


def _best(whole: Image.Image, part: Image.Image) -> float:
    """Move the edges of a cut of the whole until it agrees best with the part."""
    small = part.resize((SIDE, SIDE), Image.Resampling.BOX)
    cut: Cut = (0, 0, 0, 0)
    best = _agreement(_cut(whole, cut), small)
    for step in STEPS:
        moved = True
        while moved:
            tried = [(_agreement(_cut(whole, one), small), one) for one in _around(cut, step)]
            agreement, at = max(tried)
            moved = agreement > best
            if moved:
                best, cut = agreement, at
    return best


def _around(cut: Cut, step: float) -> Iterator[Cut]:
    for edge in range(4):
        for sign in (1, -1):
            edges = list(cut)
            edges[edge] = min(max(edges[edge] + sign * step, 0), DEEPEST)
            left, top, right, bottom = edges
            yield left, top, right, bottom


def _cut(whole: Image.Image, cut: Cut) -> Image.Image:
    side = whole.width
    left, top, right, bottom = cut
    box = (left * side, top * side, (1 - right) * side, (1 - bottom) * side)
    return whole.resize((SIDE, SIDE), Image.Resampling.BOX, box)


def _agreement(one: Image.Image, other: Image.Image) -> float:
    """Correlation of two grey pictures of one size."""
    first, second = ImageStat.Stat(one), ImageStat.Stat(other)
    spread = first.stddev[0] * second.stddev[0]
    if not spread:
        return 0
    both = ImageChops.subtract(one, other, 1, 128)
    variance = ImageStat.Stat(both).var[0]
    return (first.var[0] + second.var[0] - variance) / (2 * spread)
