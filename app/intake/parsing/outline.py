"""Statements to drafts of items: headings above, fields below, nothing in between lost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.articles import is_narrative
from app.intake.parsing.deeds import DEED, DEED_HEAD, DEED_START
from app.intake.parsing.headings import headings_before
from app.intake.parsing.items import ONE_MEASURE, UNIT_END, UNITS, Headings, ItemDraft
from app.intake.parsing.labels import Field, compact
from app.intake.parsing.phrases import PHRASE_LENGTH, is_deadline, is_torn
from app.intake.parsing.pieces import LISTED, Piece, Statement
from app.intake.parsing.segments import Segmentation, walk_kind

LONG: Final = frozenset(
    {
        Field.PROBLEM, Field.TARGET, Field.MEASURES, Field.PROGRESS, Field.NEXT_STEP,
        Field.DIFFICULTY, Field.BODY, Field.REMARKS, Field.OTHER, Field.HEADING,
    }
)  # fmt: skip
TOLD: Final = frozenset({Field.TARGET, Field.MEASURES, Field.PROGRESS, Field.PROBLEM})
DETAIL: Final = re.compile(r"(?:具体|主要|工作|重点|任务)(?:工作|任务)?(?:内容|要求)")
LONGEST_HEAD: Final = 40
WHOLE: Final = "。！!？?；;：:"


class Style(StrEnum):
    LIST = "list"
    DEEDS = "deeds"
    """No targets, measures or progress: what stands beside the heading is what is to be done."""
    ARTICLES = "articles"
    """No labels at all."""


class Builder:
    """Takes statements in order and puts each where it belongs."""

    def __init__(
        self, account: Account, headings: Headings, *, wrapped: bool, style: Style = Style.LIST
    ) -> None:
        self.drafts: list[ItemDraft] = []
        self.foreword: list[Statement] = []
        self._account = account
        self._wrapped = wrapped
        self._articles = style is Style.ARTICLES
        self._deeds = style is Style.DEEDS
        self._headings = headings
        self._open = False

    def head(self, statement: Statement) -> None:
        if statement.marker is None:
            return
        label = self._headings.meet(statement.marker)
        self._account.map(statement.lines, label)
        self._open = False

    def item(self, statement: Statement, *, followed: bool = False) -> None:
        """Begin an item; a text below it tells that all of this line is its heading."""
        draft = ItemDraft(lines=list(statement.lines))
        if statement.marker and not statement.heading:
            draft.number = statement.marker.number or None
            draft.others = statement.marker.others
        if statement.marker:
            self._headings.close(statement.marker.kind)
        draft.aspect, draft.category = self._headings.aspect_and_category()
        self.drafts.append(draft)
        self._open = True
        pieces = statement.pieces or (Piece(None, "", "", statement.lines),)
        draft.deed = self._articles or (self._deeds and bool(DEED_START.match(pieces[0].text)))
        split = self._articles or (self._deeds and DEED_HEAD.match(pieces[0].text))
        if split and not followed:
            pieces = tuple(_heading_and_body(pieces))
        draft.add(replace(each, field=each.field or Field.PROBLEM) for each in pieces)

    def part(self, statement: Statement) -> None:
        if not self._open:
            self._between(statement)
            return
        draft = self.drafts[-1]
        marker = statement.marker
        if draft.current in LISTED and statement.bracketed:
            draft.add([Piece(draft.current, "", statement.text, statement.lines)])
            return
        if marker is not None and marker.is_measure_of(draft.number):
            draft.add(
                [Piece(self._counted_field(draft), ONE_MEASURE, marker.rest, statement.lines)]
            )
        elif marker is not None and not statement.heading:
            field = self._list_field(draft, statement)
            draft.add([Piece(field, "", statement.text, statement.lines)])
        else:
            for piece in statement.pieces:
                placed = self._placed(draft, piece) if piece.field is None else piece
                draft.add([_detailed(draft, placed)])

    def listed(self, statement: Statement) -> None:
        """Add a member of the list that runs under a label."""
        draft = self.drafts[-1] if self._open else None
        marker = statement.marker
        if marker is not None and marker.is_measure_of(draft.number if draft else None):
            self.part(statement)
        elif draft is not None:
            draft.add([Piece(draft.current, "", statement.text, statement.lines)])
        else:
            self._between(statement)

    def _between(self, statement: Statement) -> None:
        texts = self._headings.texts
        if (
            texts
            and self._wrapped
            and statement.bare
            and max(texts.values(), key=len)[-1] not in WHOLE
        ):
            self._headings.extend(statement.text)
            self._account.map(statement.lines, "category")
        elif not (texts and (self._articles or self._deeds) and statement.text[-1] in WHOLE):
            self.foreword.append(statement)  # a part without articles is left for a person

    def _counted_field(self, draft: ItemDraft) -> Field:
        """A list that counts the measures again under 完成情况 tells what became of them."""
        return (
            draft.current if draft.current in (Field.PROGRESS, Field.NEXT_STEP) else Field.MEASURES
        )

    def _list_field(self, draft: ItemDraft, statement: Statement) -> Field:
        if (
            draft.current in UNITS
            and UNIT_END.search(statement.text)
            and "，" not in statement.text
        ):
            return draft.current
        if self._articles and draft.current is Field.PROBLEM:
            return Field.BODY
        return draft.current if draft.current in LONG else Field.MEASURES

    def _placed(self, draft: ItemDraft, piece: Piece) -> Piece:
        """Give text without a label to the field before it, unless it cannot be part of that."""
        current, before = draft.current, draft.pieces[-1]
        if before.label and not before.text:
            return replace(piece, field=current)
        if self._is_phrase(draft, piece.text):
            return replace(piece, field=Field.DEADLINE)
        if current is Field.PROBLEM and not before.label and self._is_body(draft, piece):
            return replace(piece, field=Field.BODY)
        if current in LONG or self._goes_on(draft, piece):
            return replace(piece, field=current)
        return replace(piece, field=Field.REMARKS)

    def _is_phrase(self, draft: ItemDraft, text: str) -> bool:
        """A line of its own that is a deadline and nothing else."""
        if self._articles or self._wrapped or draft.of(Field.DEADLINE):
            return False
        return is_deadline(text)

    def _is_body(self, draft: ItemDraft, piece: Piece) -> bool:
        """A paragraph under a heading that names a deed is what is to be done."""
        if self._articles:
            return True
        head = "".join(each.text for each in draft.of(Field.PROBLEM))
        if not DEED.match(head):
            return False
        sentence = piece.text[-1:] in WHOLE
        return not self._wrapped and sentence and not re.search(r"[。，,；;]", head)

    def _goes_on(self, draft: ItemDraft, piece: Piece) -> bool:
        text = draft.pieces[-1].text
        if not text or text[-1] in "、，,；;和及与":
            return True
        if draft.current in UNITS:
            return len(piece.text) <= 2 * PHRASE_LENGTH and bool(
                UNIT_END.search(piece.text) or not UNIT_END.search(text)
            )
        if draft.current is Field.DEADLINE:
            if len(piece.text) > PHRASE_LENGTH:
                return False
            if is_torn(text, piece.text):
                return True
        return self._wrapped and text[-1] not in WHOLE


def _detailed(draft: ItemDraft, piece: Piece) -> Piece:
    """具体内容 below 任务1 推进炉窑治理 says what is to be done for it."""
    detail = DETAIL.fullmatch(compact(piece.label)) and draft.of(Field.PROBLEM)
    return replace(piece, field=Field.BODY) if detail else piece


def style_of(statements: Sequence[Statement]) -> Style:
    """A plan of deeds labels neither targets nor measures nor progress."""
    labels = {found for each in statements for found in each.fields}
    return Style.LIST if labels & TOLD else Style.DEEDS


def _heading_and_body(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """Split (一)加强领导。全面加强… into the heading and what follows."""
    for piece in pieces:
        head, stop, body = piece.text.partition("。")
        if piece.field is None and stop and body.strip() and len(head) <= LONGEST_HEAD:
            yield replace(piece, text=head)
            yield replace(piece, text=body.strip(), field=Field.BODY)
        else:
            yield piece


def build(statements: Sequence[Statement], segmentation: Segmentation, builder: Builder) -> None:
    """Walk the statements by the way of numbering that was chosen."""
    if segmentation.kind is None:
        roles = dict.fromkeys(headings_before(statements, segmentation.starts), builder.head)
        roles |= dict.fromkeys(segmentation.starts, builder.item)
        for index, statement in enumerate(statements):
            roles.get(index, builder.part)(statement)
        return
    takes = {
        "head": builder.head,
        "list": builder.listed,
        "measure": builder.listed,
        "part": builder.part,
    }
    for role, index, statement, walk in walk_kind(statements, segmentation.kind):
        if role == "item" or (role == "head" and index in segmentation.starts):
            builder.item(statement, followed=_is_followed(statements, index))
        else:
            takes[role](statement)
        if role not in ("list", "measure"):
            walk.meet(statement)


def _is_followed(statements: Sequence[Statement], index: int) -> bool:
    """A heading that is no deed, and below it the account of what was done."""
    below = statements[index + 1] if index + 1 < len(statements) else None
    return below is not None and below.bare and is_narrative(below.text)
