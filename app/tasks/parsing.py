"""Marks of a text: a few numbers by which texts that share a passage find each other."""

from typing import Final
from zlib import crc32

GRAM: Final = 6
"""Characters in a row that are compared at once."""
WINDOW: Final = 8
"""Of so many neighbouring grams one is kept: a shared run of 13 characters is always found."""


def letters(text: str) -> list[tuple[int, str]]:
    """Return the characters that count, letters and figures, with where they stand."""
    return [(at, char.lower()) for at, char in enumerate(text) if char.isalnum()]


def grams(text: str) -> list[str]:
    """Return every run of GRAM characters that count, in order."""
    chars = "".join(char for _, char in letters(text))
    return [chars[at : at + GRAM] for at in range(len(chars) - GRAM + 1)]


def marks(text: str) -> set[int]:
    """Return the least of each window of hashed grams (winnowing); below 2**31."""
    hashes = [crc32(gram.encode()) & 0x7FFFFFFF for gram in grams(text)]
    last = max(len(hashes) - WINDOW, 0)
    return {min(hashes[at : at + WINDOW]) for at in range(last + 1)} if hashes else set()
