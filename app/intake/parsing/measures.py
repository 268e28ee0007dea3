"""Measures: one for each number, with the unit and the date that it names itself."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from app.deadlines.phrases import Deadline, DeadlineKind
from app.intake.parsing.brackets import FIRM, without_bracket
from app.intake.parsing.dues import with_day
from app.intake.parsing.enumerations import enumerated, lead_in
from app.intake.parsing.items import ONE_MEASURE, UNITS
from app.intake.parsing.labels import Field
from app.intake.parsing.pieces import Piece, cut
from app.intake.parsing.remembered import KEPT, read_deadline, read_units
from app.intake.parsing.result import Measure
from app.intake.parsing.values import is_nothing

DATE: Final = (
    r"(?:到|至|于|在)?(?:(?:\d{4}|[二〇零一]{4})\s*年|今年|明年|当年|次年)?\s*"
    r"(?:年?底|末|上半年|下半年|第?[一二三四1-4]季度末?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[上中下]旬|底|末)?|十[一二]?月|[一二三四五六七八九]月)"
)
PHRASE: Final = re.compile(
    r"\d{4}\s*年(?:\d{1,2}月)?(?:至|—|-|~|～|到)\d{4}\s*年(?:\d{1,2}月)?(?:底)?"
    rf"|{DATE}(?:之?前|以前|底前|末前|底|末|前)"
    r"|(?:到|至)?\d{4}\s*年(?:年)?(?:底|末)?(?:之?前|以前|底|末)"
    r"|(?:到|至)\s*\d{4}\s*年(?!\d|[一-龥]{0,3}月)"
    r"|(?:到|至)?[“\"]十[三四五六]五[”\"](?:规划)?末期?"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:之?前)?"
    r"|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:起|至\s*(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)"
    r"|(?:[一二三四五六七八九十两\d]{1,3})个?(?:工作)?(?:日|天|月)(?:之)?内"
    r"|立行立改|即知即改|立查立改|即行即改"
)
SUSTAINED: Final = re.compile(
    r"(?:(?<=[,，、;；(（。并\s])|^)(?:长期坚持|持续推进|持续坚持|常态化推进|长期推进)(?=[。；;,，、)）\s]|$)"
)
LONGEST: Final = 2_000
DOING: Final = UNITS - {Field.SUPERVISING, Field.ACCEPTANCE}
"""Who watches over a measure is named with the task: crew.py."""
DATED: Final = frozenset({DeadlineKind.BY_DATE, DeadlineKind.STAGED})


def read_measures(pieces: Sequence[Piece], year: int | None) -> list[Measure]:
    """Cut the texts of a measures field into measures."""
    texts: list[str] = []
    running = ""
    for piece in pieces:
        if piece.label == ONE_MEASURE:
            texts.append(piece.text)
        else:
            running = f"{running}\n{piece.text}" if running else piece.text
    texts[:0] = members(running)
    found = [read_measure(text, year) for text in texts]
    return [measure for measure in found if measure.text and not is_nothing(measure.text)]


def whole_measure(text: str, year: int | None) -> list[Measure]:
    """Return the numbered measures of a text, or the whole text as the only one."""
    return [read_measure(each, year) for each in members(text)]


def members(text: str) -> list[str]:
    """Return the numbered members of a text, or the text as the only one."""
    found = enumerated(text)
    if not found:
        return [joined(text)] if text else []
    before = lead_in(text)
    opening = [joined(before)] if before and before[-1] not in "：:" else []
    return [*opening, *(joined(each) for each in found)]


def joined(text: str) -> str:
    """Hard line breaks out of a text; a blank stays where words of a foreign script meet."""
    return re.sub(r"(?<=[A-Za-z])\n(?=[A-Za-z])", " ", text).replace("\n", "")


@lru_cache(maxsize=KEPT)
def read_measure(text: str, year: int | None) -> Measure:
    """Take labels and a trailing bracket out of the text; a date inside stays there as well."""
    body, labelled = parts_of(text)
    units = _units(piece.text for piece in labelled if piece.field in DOING)
    dues = (piece.text.rstrip("。；; ") for piece in labelled if piece.field is Field.DEADLINE)
    wording = next(dues, None)
    deadline = read_deadline(wording, year) if wording else find_deadline(body, year)
    if day := next((piece.text for piece in labelled if piece.field is Field.DUE), None):
        deadline = with_day(deadline or read_deadline(wording or ""), day)
    return Measure(body.strip().rstrip("；; "), units, deadline)


@lru_cache(maxsize=KEPT)
def parts_of(text: str) -> tuple[str, tuple[Piece, ...]]:
    """Cut a measure into its text and what labels and a trailing bracket say of it."""
    pieces = list(cut(text, ()))
    body = "".join(piece.text for piece in pieces if piece.field is None)
    if any(piece.field not in (*UNITS, Field.DEADLINE, Field.DUE, None) for piece in pieces):
        pieces, body = [], text
    body, inside = without_bracket(body.strip())
    return body, (*inside, *(piece for piece in pieces if piece.field))


def _units(texts: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        found.extend(name for name in read_units(text).names() if name not in found)
    return tuple(found)


def find_deadline(text: str, year: int | None) -> Deadline | None:
    """Return the deadline that a sentence names; several dates are stages."""
    found = [match[0].strip() for match in PHRASE.finditer(text[:LONGEST])]
    read = [read_deadline(phrase, year) for phrase in found]
    phrases = [phrase for phrase, each in zip(found, read, strict=True) if each.kind in FIRM]
    dated = [phrase for phrase, each in zip(found, read, strict=True) if each.kind in DATED]
    if len(dated) > 1:
        return read_deadline("；".join(dict.fromkeys(dated)), year)
    if phrases:
        phrase = (dated or phrases)[0]
        return read_deadline(phrase, year)
    if match := SUSTAINED.search(text):
        return read_deadline(match[0], year)
    return None
