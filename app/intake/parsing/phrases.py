"""Lines that are a deadline and nothing else, and lines of a deadline that a break tore apart."""

import re
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.remembered import read_deadline

PHRASE_LENGTH: Final = 16
FIRM: Final = frozenset(
    {DeadlineKind.BY_DATE, DeadlineKind.IMMEDIATE, DeadlineKind.SUSTAINED, DeadlineKind.STAGED}
)
DATED: Final = re.compile(
    r"长期坚持|(?:持续|长期|常态化)(?:推进|整改|坚持|保持)|立行立改|即知即改|立查立改|即行即改|完成|整改|到位|十[三四五六]五"
    r"|[\d\s,，、。；;（）()“”年月日底前末上中下旬半第一二三四季度以之并到至于在初]"
)
WORDS: Final = re.compile(
    r"长期坚持|持续(?:推进|整改|坚持)|立行立改|即知即改|\d+[年月日]|[年月]底|底前|完成|坚持|推进|整改|销号"
)
SHORT_REST: Final = 2
"""Characters beside the words of dates: more is a deed with its date, not a deadline."""


def is_deadline(text: str) -> bool:
    """Whether a line is a deadline and nothing else."""
    if len(text) > PHRASE_LENGTH or read_deadline(text.strip("。")).kind not in FIRM:
        return False
    return len(DATED.sub("", text)) <= SHORT_REST


def is_torn(before: str, after: str) -> bool:
    """Whether a line of a deadline ends inside a word: 长期坚 / 持, 2025年12 / 月底前."""
    spans = (match.span() for match in WORDS.finditer(before + after))
    return any(first < len(before) < last for first, last in spans)
