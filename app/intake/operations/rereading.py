"""Lines of one item read again, after a person said which lines belong together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.intake.models import IntakeDocument
from app.intake.operations.directory import directory_for
from app.intake.operations.staging import Staging, fields_of
from app.intake.parsing.document import parse_source
from app.intake.parsing.lines import Line, Paragraph, Source
from app.intake.parsing.result import ParsedItem, item_json
from app.intake.vocabulary import FIELDS

LONGEST: Final = 20_000
"""Characters that are read again in the request; a longer text becomes the problem whole."""
CELLS: Final = ("表", "工作表")
"""Places whose text carries no label of its own: the column said what it is."""
LABELLED: Final = frozenset(
    {
        "lead_units", "responsible_units", "cooperating_units", "supervising_units",
        "acceptance_units", "deadline", "target", "measures", "progress", "remarks",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """Fields of a row, and what became of its lines: state and label by number."""

    fields: dict[str, Any]
    marks: dict[int, tuple[str, str]]
    is_item: bool
    """Whether the lines were read as one item."""


def read_again(document: IntakeDocument, numbers: Sequence[int]) -> Reading:
    """Read lines as one item; what is not one item becomes the problem, so that nothing is lost."""
    wanted = frozenset(numbers)
    lines = [line for line in document.lines if line["number"] in wanted]
    read = _read(lines, document.year)
    item = read or _whole(lines)
    marks = {line["number"]: ("mapped", "problem") for line in lines}
    if read is not None:
        marks = _marks(lines, read)
    texts = {line["number"]: line["text"] for line in document.lines}
    counted: Counter[str | None] = Counter({item.number: 1})
    staging = Staging(document, directory_for(document.area), counted, texts)
    return Reading(fields_of(item_json(item), staging), marks, read is not None)


def _read(lines: Sequence[Mapping[str, Any]], year: int | None) -> ParsedItem | None:
    if not 0 < sum(len(line["text"]) for line in lines) <= LONGEST:
        return None
    items = parse_source(_source(lines), kind="plan", year=year).items
    item = items[0] if len(items) == 1 else None
    return item if isinstance(item, ParsedItem) and item.problem else None


def _marks(lines: Sequence[Mapping[str, Any]], item: ParsedItem) -> dict[int, tuple[str, str]]:
    """What the reader passed over here, a person chose: it has to be looked at."""
    labels: dict[int, list[str]] = {}
    for label, numbers in item.lines.items():
        for number in numbers:
            labels.setdefault(number, []).append(label)
    return {line["number"]: _mark(line, labels.get(line["number"], [])) for line in lines}


def _mark(line: Mapping[str, Any], labels: Sequence[str]) -> tuple[str, str]:
    same = set(labels) == set(line["label"].split(" "))
    said = line["label"] if same else " ".join(labels)
    return ("mapped", said) if labels else ("unexplained", "")


def _source(lines: Sequence[Mapping[str, Any]]) -> Source:
    texts = {line["number"]: _with_label(line) for line in lines}
    return Source(
        name="",
        sha256="",
        script="simplified",
        blocks=tuple(Paragraph(text, (number,)) for number, text in texts.items()),
        lines={number: Line(number, text, "", text) for number, text in texts.items()},
    )


def _with_label(line: Mapping[str, Any]) -> str:
    text, label = str(line["text"]), str(line["label"])
    if line["place"].startswith(CELLS) and label in LABELLED:
        return f"{FIELDS[label]}:{text}"
    return text


def _whole(lines: Sequence[Mapping[str, Any]]) -> ParsedItem:
    numbers = [line["number"] for line in lines]
    return ParsedItem(
        problem="\n".join(line["text"] for line in lines) or None,
        source=(numbers[0], numbers[-1]) if numbers else (0, 0),
        lines={"problem": numbers},
    )
