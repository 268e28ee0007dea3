"""How an item stands as the document tells it: progress, state, percent, lamp."""

from typing import Final

from app.intake.parsing.items import ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.result import ParsedItem
from app.intake.parsing.said import stated, text_of
from app.intake.parsing.values import read_lamp, read_percent, read_status, status_of_progress

LONGEST_STATE: Final = 10


def read_progress(draft: ItemDraft, item: ParsedItem) -> None:
    """A column of progress that says no more than 达到序时进度 is a column of states."""
    told = draft.of(Field.PROGRESS)
    several = len({piece.label for piece in told if piece.label}) > 1
    states = [piece for piece in told if several and piece.label and _is_state(piece.text)]
    item.progress = stated([piece for piece in told if piece not in states]) or item.progress
    status = text_of(states + draft.of(Field.STATUS))
    if status:
        item.raw["status"] = status
    item.status = read_status(status) or status_of_progress(item.progress or "") or item.status


def read_marks(draft: ItemDraft, item: ParsedItem) -> None:
    if percent := stated(draft.of(Field.PERCENT)):
        item.percent = read_percent(percent)
    if lamp := stated(draft.of(Field.LAMP)[:1]):
        item.lamp = read_lamp(lamp)
        item.raw["lamp"] = lamp


def _is_state(text: str) -> bool:
    bare = text.strip("。；; ")
    return len(bare) <= LONGEST_STATE and read_status(bare) is not None
