"""The same item twice is one item; two items with one number are a question."""

import re
from collections.abc import Sequence

from app.intake.parsing.account import Account
from app.intake.parsing.items import ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.pieces import Piece
from app.intake.parsing.result import Finding, ParsedItem
from app.wording import N_


def without_duplicates(drafts: Sequence[ItemDraft], account: Account) -> list[ItemDraft]:
    """Drop an item that came before, keeping what only the later copy says."""
    kept: dict[tuple[str | None, str], ItemDraft] = {}
    found: list[ItemDraft] = []
    for draft in drafts:
        problem = _bare("".join(piece.text for piece in draft.of(Field.PROBLEM)))
        first = kept.setdefault((draft.number, problem), draft)
        if first is draft or not _merge(first, draft, account):
            found.append(draft)
    return found


def _merge(first: ItemDraft, again: ItemDraft, account: Account) -> bool:
    """Merge if nothing is contradicted: equal pieces are duplicates, new fields are added."""
    known, told = _pieces(first), _pieces(again)
    texts = {(piece.field, _bare(piece.text)) for piece in known}
    new = [piece for piece in told if (piece.field, _bare(piece.text)) not in texts]
    alone = bool(first.rows or again.rows) or not again.of(Field.PROBLEM)
    if new and (
        alone or not {piece.field for piece in known}.isdisjoint(each.field for each in new)
    ):
        return False
    repeated = {line for piece in told if piece not in new for line in piece.lines}
    account.ignore([*again.lines[:1], *sorted(repeated)], "duplicate")
    first.add(new)
    return True


def _pieces(draft: ItemDraft) -> list[Piece]:
    return [piece for part in (draft, *draft.rows) for piece in part.pieces]


def _bare(text: str) -> str:
    """What a text says, whatever its punctuation and line breaks."""
    return re.sub(r"\W", "", text)


def same_numbers(items: Sequence[ParsedItem], account: Account) -> None:
    """Report items that share a number within one list; under another heading it may begin anew."""
    first: dict[str, ParsedItem] = {}
    for index, item in enumerate(items):
        if item.number is None:
            continue
        if item.number not in first:
            first[item.number] = item
            continue
        line = (item.lines.get("number") or [item.source[0]])[0]
        message = N_("编号与前面的一项相同，请核对编号")
        account.find(Finding(line, "duplicate-number", item.number, message, index, "number"))
        same = (item.aspect, item.category) == (
            first[item.number].aspect,
            first[item.number].category,
        )
        item.needs_review = item.needs_review or same
