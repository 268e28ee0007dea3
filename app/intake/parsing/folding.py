"""Text that was broken hard at one width: full lines go on in the next."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.intake.parsing.lines import Block, Paragraph
from app.intake.parsing.reading.known import begins_anew
from app.intake.parsing.reading.paragraphs import shown

ENOUGH: Final = ((3, 0.3), (6, 0.15))
"""Full lines, and their share: few have to be many of a short text."""
LONGER_SHARE: Final = 0.05
BROKEN_SHARE: Final = 0.5
NEAR: Final = 6
"""A sharp edge: fewer lines end in each place just before it."""
NARROWEST: Final = 12
WIDEST: Final = 400
"""What no line on paper reaches."""
ENDINGS: Final = "。；;！!？?：:"


def unfolded(blocks: Sequence[Block]) -> list[Block] | None:
    """Return the paragraphs put together again; None where no width shows."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    for width, slack in ((len, 0), (shown, 1)):
        if full := _full(texts, width, slack):
            return list(_joined(blocks, width, full))
    return None


def _full(texts: Sequence[str], width: Callable[[str], int], slack: int) -> int | None:
    """Return the least width of a full line: many lines reach it, hardly any is longer."""
    widths = [width(text) for text in texts]
    for most in sorted(set(widths), reverse=True):
        longer = sum(each > most for each in widths)
        if most > WIDEST:
            continue
        if longer > LONGER_SHARE * len(widths) or most < NARROWEST:
            return None
        full = [most - slack <= each <= most for each in widths]
        count, near = sum(full), sum(most - NEAR <= each < most - slack for each in widths)
        if any(count >= max(least, share * len(texts)) for least, share in ENOUGH):
            return most - slack if 3 * count > near and _runs_on(texts, full) else None
    return None


def _runs_on(texts: Sequence[str], full: Sequence[bool]) -> bool:
    """Most full lines stop within a sentence, and the next line begins nothing new."""
    pairs = [
        (text, below) for (text, below), each in zip(pairwise(texts), full, strict=False) if each
    ]
    broken = [pair for pair in pairs if pair[0][-1] not in ENDINGS and not begins_anew(*pair)]
    return len(broken) >= BROKEN_SHARE * len(pairs)


def _joined(blocks: Sequence[Block], width: Callable[[str], int], full: int) -> Iterator[Block]:
    """Judge by the line as it stood, join to the paragraph that it belongs to."""
    open_block: Block | None = None
    for before, block in pairwise([None, *blocks]):
        if (
            isinstance(open_block, Paragraph)
            and isinstance(before, Paragraph)
            and isinstance(block, Paragraph)
            and width(before.text) >= full
            and not begins_anew(open_block.text, block.text)
        ):
            open_block = Paragraph(open_block.text + block.text, open_block.lines + block.lines)
            continue
        if open_block is not None:
            yield open_block
        open_block = block
    if open_block is not None:
        yield open_block
