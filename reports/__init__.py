"""The drawing room: frozen content goes in, the bytes of a PDF come out."""

from pathlib import Path

from reports.fonts import FOLDER, MissingGlyph, NoFont, fonts
from reports.frozen import UnknownSchema
from reports.weekly_ledger import document
from reports.weekly_ledger.checks import Unbalanced
from reports.weekly_ledger.content import WeeklyLedger

__all__ = ["MissingGlyph", "NoFont", "Unbalanced", "UnknownSchema", "draw"]


def draw(content: WeeklyLedger, folder: Path = FOLDER) -> bytes:
    """Return the content as a PDF, set in the fonts of the folder; same content, same bytes.

    Raises Unbalanced if its figures contradict each other, MissingGlyph if a character cannot be
    printed, NoFont if the folder lacks a face.
    """
    return document.draw(content, fonts(folder))
