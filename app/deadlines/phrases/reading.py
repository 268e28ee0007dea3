"""Reading a deadline: the date wins over the words, and nothing is guessed."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from app.deadlines.phrases import extension, words
from app.deadlines.phrases.dates import blanked, find_dates, is_mutilated, without_frames
from app.deadlines.phrases.deadline import Deadline, DeadlineKind
from app.deadlines.phrases.relative import Lapse, find_lapse
from app.deadlines.phrases.spelling import spelled
from app.deadlines.phrases.stretches import NoSuchDayError, Stretch, stretches

LONGEST = 4_000  # what is longer is no phrase: its head is read
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
SERIALS = range(32874, 73051)  # 1990 to 2099
SERIAL_ORIGIN = date(1899, 12, 30)


def read_deadline(raw: str, year: int | None = None) -> Deadline:
    """Understand one deadline phrase, in either script; never raises, keeps the phrase as given.

    `year` is assumed where the phrase names none, and the result then needs review.
    """
    current, original = extension.parted(spelled(raw[:LONGEST]))
    if original is None:
        return _read(raw, current, year)
    before = _read(original, original, year)
    if before.kind in {DeadlineKind.FUZZY, DeadlineKind.NONE}:
        return _read(raw, current, year)
    if not current:
        return replace(before, raw=raw, original=before, needs_review=True)
    return replace(_read(raw, current, year), original=before)


def _read(raw: str, text: str, year: int | None) -> Deadline:
    if words.is_nothing(text):
        return Deadline(raw, DeadlineKind.NONE)
    serial = SERIAL.fullmatch(text)
    if serial and int(serial[1]) in SERIALS:
        day = SERIAL_ORIGIN + timedelta(days=int(serial[1]))
        return Deadline(raw, DeadlineKind.BY_DATE, day)
    said: dict[str, Any] = {
        "sustained": words.is_sustained(text),
        "immediate": words.is_immediate(text),
    }
    try:
        meaning = _meaning(text, year)
    except NoSuchDayError:
        return Deadline(raw, DeadlineKind.INVALID, needs_review=True, **said)
    return Deadline(raw, **(said | meaning))


def _meaning(text: str, year: int | None) -> dict[str, Any]:
    recurring = words.RECURRING.search(text)
    once = words.RECURRING.sub(lambda match: blanked(match[0], 0, len(match[0])), text)
    lapse = find_lapse(once)
    if lapse:
        once = blanked(once, lapse.start, lapse.end)
    found, rest = find_dates(once)
    if is_mutilated(rest):
        raise NoSuchDayError
    dated = without_frames([each for each in found if not each.vague])
    vague = any(each.vague for each in found)
    if dated:
        return _dated(stretches(once, dated, year), unclear=vague or lapse is not None)
    if lapse:
        return _relative(lapse)
    if vague:
        return {"kind": DeadlineKind.FUZZY, "needs_review": True}
    return _worded(text, recurring=recurring is not None)


def _dated(known: list[Stretch], *, unclear: bool) -> dict[str, Any]:
    first, last = known[0], known[-1]
    days = sorted({each.last for each in known if each.last})
    said = {
        "due_on": days[-1] if days and last.last else None,
        "needs_review": unclear or any(each.unclear for each in known),
    }
    if len(days) > 1 or (len(known) > 1 and not all(each.last for each in known)):
        return said | {"kind": DeadlineKind.STAGED, "stages": tuple(days)}
    if first.is_range:
        return said | {"kind": DeadlineKind.RANGE, "starts_on": first.first}
    if last.is_open:
        return said | {"kind": DeadlineKind.FROM_DATE, "starts_on": last.first, "due_on": None}
    return said | {"kind": DeadlineKind.BY_DATE}


def _relative(lapse: Lapse) -> dict[str, Any]:
    return {
        "kind": DeadlineKind.RELATIVE,
        "amount": lapse.amount,
        "unit": lapse.unit,
        "base": lapse.base,
        "needs_review": True,
    }


@dataclass(frozen=True)
class _Words:
    text: str
    recurring: bool

    def kind(self) -> DeadlineKind:
        if words.is_immediate(self.text):
            return DeadlineKind.IMMEDIATE
        if words.is_pointing(self.text):
            return DeadlineKind.REFERENCE
        if words.is_sustained(self.text) or self.recurring:
            return DeadlineKind.SUSTAINED
        return DeadlineKind.REFERENCE if words.is_according(self.text) else DeadlineKind.FUZZY


def _worded(text: str, *, recurring: bool) -> dict[str, Any]:
    kind = _Words(text, recurring).kind()
    settled = {DeadlineKind.IMMEDIATE, DeadlineKind.SUSTAINED}
    certain = kind in settled and not words.is_pointing(text)
    if kind is DeadlineKind.SUSTAINED:
        return {"kind": kind, "sustained": True, "needs_review": not certain}
    return {"kind": kind, "needs_review": not certain}
