"""Whether a word names a field, in whatever script: readers meet labels before they are cleaned."""

from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

from app.intake.parsing.cases.labels import case_field
from app.intake.parsing.labels import field_of
from app.intake.parsing.reading.cleaning import tidy

LONGEST: Final = 36


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """A label of a plan or of a case, as printed."""
    text = tidy(text)
    if not text or len(text) > LONGEST or text.isascii():
        return False
    return _names(text) or _names(_converter().convert(text))


def _names(text: str) -> bool:
    return field_of(text) is not None or case_field(text) is not None
