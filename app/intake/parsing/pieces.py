"""One paragraph to its number and its labelled pieces: 3.问题。责任单位:甲;整改时限:乙."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.labels import Field, field_of
from app.intake.parsing.lines import Paragraph
from app.intake.parsing.markers import Marker, read_marker, read_ordinal
from app.intake.parsing.numerals import NUMERAL

COLON: Final = re.compile(r"(?<![:：])[:：]")
COUNTED: Final = re.compile(rf"[(（]\s*{NUMERAL}\s*[)）]\s*$")
"""任务(三):… is a number, not a label with a remark."""
BRACKETED: Final = re.compile(r"[【\[〔「]\s*([^】\]〕」]{2,18}?)\s*[】\]〕」]\s*[:：]?\s*")
SEPARATOR: Final = re.compile(r"[。；;,，、!！?？】|\t\n)）@]")
APART: Final = re.compile(
    r"(?<![^\s。；;,，、:：])(?:[一-龥] +){1,7}[一-龥] *(?=[:：])"
    r"|(?<![一-龥])[一-龥]{2,10}[(（][^()（）:：]{1,10}[)）] *(?=[:：])"
)
"""A label with characters apart, or a bracket at its end: 责 任 单 位, 责任县(市、区)."""
LOOK_BACK: Final = 26
SHORT: Final = 2
"""A label of two characters behind a blank may be half of one: 责任 单位."""
ALWAYS_LABELS: Final = frozenset({"时限", "期限", "措施", "目标", "单位"})
"""Words of two characters that a single blank makes a label."""
HALVED: Final = re.compile(r"[一-龥]{2} [一-龥]{2}|[一-龥]{1,3}(?: [一-龥]{1,3}){2,4}")
OPENING: Final = "(（"
CLOSING: Final = ")）"
TRAILING: Final = "；;，,、 \t\n"
LONG_HEAD: Final = re.compile(r"[^。；;,，:：()（）]{4,34}(?:问题|任务|事项)[:：]\s*")
TRAILING_BRACKET: Final = re.compile(
    r"[(（]((?:[^()（）]|[(（][^()（）]{0,40}[)）]){4,})[)）]([。；;]?)$"
)
DUTIES: Final = "责任分工"
"""Label of duties that stand in brackets without one."""
DUTY: Final = re.compile(
    r"(?:局|委|办|厅|府|会|部|市|县|区|单位|部门|公司|集团)[^,，、;；]{0,8}(?:牵头|负责|配合|参与|落实)"
)
LISTED: Final = frozenset({Field.MEASURES, Field.PROGRESS, Field.NEXT_STEP})
"""A bracket at the end of one of these belongs to its last member."""
PEOPLE: Final = frozenset({Field.PERSON, Field.SPONSOR, Field.CONTACT})
"""A bracket that names a person belongs to the unit before it."""
BRACKET_LENGTH: Final = 400
LONG_TEXT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the field that its label names; no field before the first label."""

    field: Field | None
    label: str
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Statement:
    """One paragraph: its number, if it has one, and its pieces."""

    lines: tuple[int, ...]
    text: str
    marker: Marker | None
    pieces: tuple[Piece, ...]
    heading: bool = False
    """A number and a field's name and no more: 三、整改措施."""

    @property
    def fields(self) -> list[Field]:
        return [piece.field for piece in self.pieces if piece.field is not None]

    @property
    def bracketed(self) -> bool:
        """Text without a number that ends with its labels in brackets."""
        first = self.pieces[0] if self.pieces else None
        if self.marker is not None or first is None or first.field is not None:
            return False
        return bool(self.fields) and self.text.rstrip("。；;")[-1:] in CLOSING

    @property
    def bare(self) -> bool:
        return self.marker is None and not self.fields


def read_statement(paragraph: Paragraph) -> Statement:
    """Cut a paragraph at its number and its labels."""
    text, lines = paragraph.text, paragraph.lines
    spaced = _spaced(text, lines)
    listed = spaced is not None and len(enumerated(spaced.text)) > 1
    labelled = listed or starts_with_label(text)
    marker = None if labelled else read_marker(text) or read_ordinal(text)
    if marker is None and spaced is not None:
        return Statement(lines, text, None, (spaced,))
    body = text if marker is None else marker.rest
    if alone := _alone(body, lines):
        return Statement(lines, text, marker, (alone,), heading=body == alone.label)
    before, inside = _unwrapped(body, lines)
    pieces = tuple(cut(before, lines))
    if inside and any(piece.field in LISTED for piece in pieces):
        return Statement(lines, text, marker, tuple(cut(body, lines)))
    return Statement(lines, text, marker, (*pieces, *inside))


def _alone(body: str, lines: tuple[int, ...]) -> Piece | None:
    """Read a label that is the whole line: 整改措施, 【整改措施】; 任务清单 is a title."""
    if len(body) > LOOK_BACK or COLON.search(body) or body.endswith("清单"):
        return None
    framed = BRACKETED.fullmatch(body)
    label = framed[1] if framed else body
    field = field_of(label)
    return None if field is None else Piece(field, label, "", lines)


def _spaced(text: str, lines: tuple[int, ...]) -> Piece | None:
    """Read a label that a blank ends: 责任单位 市水务局."""
    label, blank, value = text.partition(" ") if "\t" not in text else text.partition("\t")
    if not blank or COLON.search(label) or COLON.match(value.strip()):
        return None
    if len(label) <= SHORT + 1 and not (value.startswith(" ") or label in ALWAYS_LABELS):
        return None
    colon = COLON.search(value, 0, LOOK_BACK)
    if colon and field_of(label + value[: colon.start()]) is not None:
        return None
    field = field_of(label)
    return None if field is None else Piece(field, label, value.strip(), lines)


def _unwrapped(text: str, lines: tuple[int, ...]) -> tuple[str, list[Piece]]:
    """Take (责任单位:甲;时限:乙) or (甲牵头,乙配合) off the end of a paragraph."""
    match = TRAILING_BRACKET.search(text, max(0, len(text) - BRACKET_LENGTH))
    if match is None:
        return text, []
    pieces = [piece for piece in cut(match[1], lines) if piece.field is not None]
    if pieces and all(piece.field in PEOPLE for piece in pieces):
        return text, []
    if not pieces and DUTY.search(match[1]):
        pieces = [Piece(Field.RESPONSIBLE, DUTIES, match[1], lines)]
    return (text[: match.start()] + match[2], pieces) if pieces else (text, [])


def starts_with_label(text: str) -> bool:
    """问题编号:JSP-7 is a label, 问题编号十四:… is a number."""
    colon = COLON.search(text, 0, LOOK_BACK)
    if colon is None or text[0] in OPENING or COUNTED.search(text, 0, colon.start()):
        return False
    return field_of(text[: colon.start()]) is not None


def cut(text: str, lines: tuple[int, ...]) -> Iterator[Piece]:
    """Cut a text at the labels in it."""
    field, label, start = None, "", 0
    for first, last, name, found in labels_in(text[:LONG_TEXT]):
        yield from _piece(field, label, text[start:first], lines)
        field, label, start = found, name, last
    yield from _piece(field, label, text[start:], lines, last=True)


def _piece(
    field: Field | None, label: str, text: str, lines: tuple[int, ...], *, last: bool = False
) -> Iterator[Piece]:
    text = text.strip() if last else text.strip().rstrip(TRAILING)
    if text or field is not None:
        yield Piece(field, label, text, lines)


def labels_in(text: str) -> Iterator[tuple[int, int, str, Field]]:
    """Yield first and last position of each label with its name and field."""
    free = 0
    if head := LONG_HEAD.match(text):
        name = head[0].rstrip(":： ")
        yield 0, head.end(), name, field_of(name) or Field.PROBLEM
        free = head.end()
    spots = [(match.start(), match) for match in COLON.finditer(text)]
    spots += [(match.start(), match) for match in BRACKETED.finditer(text)]
    for _, match in sorted(spots, key=lambda spot: spot[0]):
        if match.start() < free:
            continue
        found = _bracketed(match) if match.re is BRACKETED else _before(text, match.start(), free)
        if found is not None and not _enclosed(text, found[0]):
            yield found
            free = found[1]


def _bracketed(match: re.Match[str]) -> tuple[int, int, str, Field] | None:
    field = field_of(match[1])
    return None if field is None else (match.start(), match.end(), match[1], field)


def _before(text: str, colon: int, free: int) -> tuple[int, int, str, Field] | None:
    """Find the label that ends at a colon: after a separator, or after a blank."""
    first = max(free, colon - LOOK_BACK)
    bounded = first == free
    for separator in SEPARATOR.finditer(text, first, colon):
        if separator.end() < colon:
            first, bounded = separator.end(), True
    blanks = [place + 1 for place in range(first, colon - 2) if text[place] == " "]
    words = [place for place in blanks[:-4:-1] if colon - place > SHORT]
    run = APART.search(text, max(free, colon - LOOK_BACK), colon + 1)
    apart = [run.start()] if run else []
    starts = [*apart, *words, *([first] if bounded else ()), *blanks]
    for start in starts:
        parted = " " in text[start:colon].strip() and start not in (first, *apart)
        if parted and not _halved(text[start:colon]):
            continue
        if field := field_of(text[start:colon]):
            return start, colon + 1, text[start:colon].strip(), field
    return None


def _halved(label: str) -> bool:
    """整改 时限, 整 改时 限: blanks between the parts of a label, none of which is a name."""
    return HALVED.fullmatch(label.strip()) is not None


def _enclosed(text: str, position: int) -> bool:
    """Inside brackets a label belongs to the clause before it, not to the item."""
    depth = 0
    for sign in text[max(0, position - 200) : position]:
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
    return depth > 0


def compact_label(label: str) -> str:
    """A label as it is printed in remarks: without blanks and brackets."""
    return re.sub(r"[\s【】\[\]〔〕]", "", label)
