"""What was read becomes rows: each field with its value, its lines and its doubts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.intake.drafts import Doubt, staged_field
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations.cases.staging import stage_cases
from app.intake.operations.deadlines import deadline_doubts
from app.intake.operations.directory import Directory, staged_units
from app.intake.operations.numbering import number_field
from app.intake.operations.particulars import staged_particulars
from app.intake.operations.places import heading_lines, lines_of
from app.intake.vocabulary import MISSING
from app.wording import N_

PLAIN = ("aspect", "category", "problem", "target")


@dataclass(frozen=True)
class Staging:
    """What staging one document needs beside the items."""

    document: IntakeDocument
    directory: Directory
    numbers: Counter[str | None]
    texts: Mapping[int, str]


def stage(document: IntakeDocument, content: Mapping[str, Any], directory: Directory) -> None:
    """Keep what was read with the document; rows that were there before are replaced."""
    heading = content["document"]
    if heading["kind"] == "cases":
        stage_cases(document, content)
        return
    document.kind, document.title = heading["kind"], heading["title"]
    document.script, document.lines = heading["script"], content["lines"]
    document.remarks = [each for each in content["findings"] if _is_general(each)]
    numbers = Counter(item["number"] for item in content["items"])
    texts = {line["number"]: line["text"] for line in content["lines"]}
    staging = Staging(document, directory, numbers, texts)
    document.rows = [
        IntakeRow(
            position=position,
            number=item["number"],
            fields=fields_of(item, staging),
        )
        for position, item in enumerate(content["items"], start=1)
    ]


def _is_general(finding: Mapping[str, Any]) -> bool:
    return finding["item"] is None and finding["code"] != "unexplained"


def fields_of(item: Mapping[str, Any], staging: Staging) -> dict[str, Any]:
    """Return what is kept of an item, field by field."""
    fields = {name: _plain(name, item, staging.texts) for name in PLAIN if _belongs(name, item)}
    number = item["number"]
    lines = lines_of("number", number, item, staging.texts)
    fields["number"] = number_field(number, lines, staging.numbers[number])
    fields["units"] = staged_units(item, staging.directory)
    for name in ("deadline", "measures"):
        fields[name] = _read(name, item, staging.texts, DOUBTS[name](item[name]))
    if item["other_numbers"]:
        fields["other_numbers"] = _read("other_numbers", item, staging.texts, ())
    return fields | staged_particulars(item, staging.texts)


def _belongs(name: str, item: Mapping[str, Any]) -> bool:
    return bool(item[name]) or name in MISSING or name == "problem"


def _plain(name: str, item: Mapping[str, Any], texts: Mapping[int, str]) -> dict[str, Any]:
    """A text; a heading that the document lacks is said to be missing."""
    value, raw = item[name], item["raw"].get(name) or item[name]
    if name in MISSING:
        lines = heading_lines(name, value, item, texts)
        return staged_field(value or MISSING[name], lines, (), raw)
    return staged_field(value, lines_of(name, value, item, texts), _text(name, item), raw)


def _read(
    name: str, item: Mapping[str, Any], texts: Mapping[int, str], doubts: Sequence[Doubt]
) -> dict[str, Any]:
    lines = lines_of(name, item[name], item, texts)
    return staged_field(item[name], lines, doubts, item["raw"].get(name))


def _measure_doubts(measures: Sequence[Mapping[str, Any]]) -> list[Doubt]:
    return [
        doubt
        for place, measure in enumerate(measures)
        for doubt in deadline_doubts(measure["deadline"], measure=place)
    ]


DOUBTS: Mapping[str, Callable[[Any], list[Doubt]]] = {
    "deadline": deadline_doubts,
    "measures": _measure_doubts,
}


def _text(name: str, item: Mapping[str, Any]) -> list[Doubt]:
    if name == "problem" and not item["problem"]:
        return [Doubt("missing-problem", N_("没有写明问题内容，请填写"))]
    return []
