"""The signs of Markdown taken off a text: **bold**, # headings, list dashes."""

import re
from collections.abc import Sequence
from typing import Final

MARKED: Final = re.compile(r"\s*(?:[-*+>]\s+|#{1,6}\s+|\d{1,3}[.、]\s*)?(?:\*\*|__)[^*_\s]")
BOLD: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
LEADING: Final = re.compile(r"(\s*)(?:[-*+]|>)\s+(?=[^\s\d])")
TICKED: Final = re.compile(r"`([^`\n]+)`")


def plain(texts: Sequence[str]) -> list[str]:
    """Return the lines without the signs; a text that uses none, 张** included, stays as it is."""
    if not any(MARKED.match(text) for text in texts):
        return list(texts)
    return [_bare(text) for text in texts]


def _bare(text: str) -> str:
    text = BOLD.sub(lambda match: match[1] or match[2], text)
    return TICKED.sub(r"\1", LEADING.sub(r"\1", text, count=1))
