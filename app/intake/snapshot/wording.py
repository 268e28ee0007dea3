"""Values of a record as texts of one cell: of the ways to write them, one that reads back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from app.access.actor import Part
from app.intake.parsing.dues import AS_WRITTEN, COUNTS
from app.intake.parsing.labels import Field
from app.intake.parsing.measures import read_measure, read_measures
from app.intake.parsing.numerals import CIRCLES
from app.intake.parsing.pieces import Piece
from app.intake.parsing.remembered import read_deadline, read_units
from app.intake.parsing.result import Measure
from app.intake.parsing.units import UnitRole

Kept = Mapping[str, Any]
SIGNS: Final = "".join(CIRCLES)
LEVELS: Final = {
    "province": "省", "city": "市", "county": "县", "central": "国家", "township": "镇",
}  # fmt: skip
SEPARATORS: Final = ("、", "\n", "；")


def units_text(names: Sequence[str], part: Part) -> str | None:
    """Names of one part in one cell."""
    if not names:
        return None
    role = UnitRole(part.value)
    texts = [separator.join(names) for separator in SEPARATORS]
    fitting = (text for text in texts if read_units(text, role).names(role) == list(names))
    return next(fitting, texts[0])


def numbers_text(numbers: Iterable[Kept]) -> str | None:
    """省23、市9; a number whose level has no word is left out."""
    known = [f"{LEVELS[each['level']]}{each['number']}" for each in numbers if _named(each)]
    return "、".join(known) or None


def _named(number: Kept) -> bool:
    return number["level"] in LEVELS


def wording_of(deadline: Kept | None) -> str | None:
    return (deadline["raw"] or None) if deadline else None


def day_of(deadline: Kept | None) -> str | date | None:
    """The day that counts beside the wording; nothing while a person has to settle it."""
    if deadline is None or deadline["needs_review"]:
        return None
    if deadline["due_on"] is None:
        return AS_WRITTEN
    read = read_deadline(deadline["raw"])
    if read.due_on is None or read.needs_review or read.due_on.isoformat() == deadline["due_on"]:
        return date.fromisoformat(deadline["due_on"])
    return f"{deadline['due_on']}（{COUNTS}）"


def measures_text(measures: Sequence[Kept]) -> str | None:
    """One measure a line, numbered, each with its units and its deadline in brackets."""
    if not measures:
        return None
    said = [_said(measure) for measure in measures]
    texts = ["\n".join(lines) for lines in _numbered([_written(measure) for measure in measures])]
    fitting = (text for text in texts if [_read(each) for each in _all_of(text)] == said)
    return next(fitting, texts[0])


def _numbered(texts: Sequence[str]) -> Iterable[list[str]]:
    """The ways to number a list; one measure alone may go without."""
    count = range(1, len(texts) + 1)
    if len(texts) == 1:
        yield list(texts)
    yield [f"（{place}）{text}" for place, text in zip(count, texts, strict=True)]
    yield [f"{place}．{text}" for place, text in zip(count, texts, strict=True)]
    if len(texts) <= len(SIGNS):
        yield [f"{sign}{text}" for sign, text in zip(SIGNS, texts, strict=False)]


def _all_of(text: str) -> list[Measure]:
    return read_measures([Piece(Field.MEASURES, "", text, ())], None)


def _written(measure: Kept) -> str:
    """The shortest way to write a measure that reads as the same one."""
    text: str = measure["text"]
    said = _said(measure)
    ways = [text, *(f"{text}（{'；'.join(parts)}）" for parts in _brackets(measure) if parts)]
    return next((way for way in ways if _read(read_measure(way, None)) == said), ways[-1])


def _brackets(measure: Kept) -> Iterable[list[str]]:
    units = [f"责任单位：{'、'.join(measure['units'])}"] if measure["units"] else []
    deadline = measure["deadline"]
    if deadline is None:
        yield units
        return
    wording = [f"时限：{deadline['raw']}"] if deadline["raw"] else []
    yield units + wording
    if deadline["due_on"] and not deadline["needs_review"]:
        yield [*units, *wording, f"时限日期：{day_of(deadline)}"]
    elif not deadline["needs_review"]:
        yield [*units, *wording, f"时限日期：{AS_WRITTEN}"]


def _said(measure: Kept) -> tuple[Any, ...]:
    deadline = measure["deadline"]
    told = deadline and (deadline["raw"], deadline["due_on"], deadline["needs_review"])
    return measure["text"], tuple(measure["units"]), tuple(told) if told else None


def _read(measure: Measure) -> tuple[Any, ...]:
    return _said(
        {
            "text": measure.text,
            "units": measure.units,
            "deadline": measure.deadline.to_json() if measure.deadline else None,
        }
    )
