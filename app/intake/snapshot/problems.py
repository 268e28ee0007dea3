"""Everything in an import that a person has to decide, cell by cell in the order of the source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.intake.models import IntakeDocument, IntakeRow
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.cells import Cell, Cells
from app.intake.vocabulary import EXPECTED, FIELDS
from app.wording import N_

UNITS: Final = ("lead_units", "responsible_units", "units", "competent_units")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "units": UNITS,
    "problem": ("problem", "heading"),
    "deadline": ("deadline", "due_date"),
}
"""Under which columns a field is looked for where nothing was read."""
CASE_FIELDS: Final = {column.key: column.label for column in CASES.columns}
INFERRED: Final = N_("有推定的内容，请核对")
UNEXPLAINED: Final = N_("这一处没有对应到任何字段")


@dataclass(frozen=True)
class Problem:
    """One thing to decide: where it stands, what stands there, what is expected instead."""

    cell: Cell
    label: str
    """The field that it is about, in words."""
    message: str
    values: Mapping[str, Any]
    expected: str
    position: int | None = None
    """Of the row, where it is about one."""
    field: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        return self.cell.line, self.field, self.message


def problems_of(document: IntakeDocument) -> Sequence[Problem]:
    """Every doubt of the rows that are kept, and every line that nothing explains."""
    cells = Cells(document.lines)
    found = [problem for row in document.rows for problem in of_row(row, cells)]
    general = list(of_findings(document.remarks, cells))
    told = {problem.cell.line for problem in general}
    open_lines = [line for line in document.unexplained if line["number"] not in told]
    found += general + [_unexplained(line, cells) for line in open_lines]
    return sorted(found, key=lambda problem: problem.order)


def of_row(row: IntakeRow, cells: Cells) -> Iterator[Problem]:
    """What is doubtful in one row; nothing in one that is left out."""
    doubtful = [(name, field) for name, field in row.fields.items() if row.doubts]
    for name, field in doubtful:
        for doubt in field["doubts"]:
            yield Problem(
                cell=_cell(row, name, doubt, cells),
                label=_label(name, doubt),
                message=doubt["message"],
                values=doubt["values"],
                expected=expected(doubt["code"], name),
                position=row.position,
                field=name,
            )


def _cell(row: IntakeRow, name: str, doubt: Mapping[str, Any], cells: Cells) -> Cell:
    """The cell with the doubtful words; the empty one where something is missing."""
    field, values = row.fields[name], doubt["values"]
    said = str(values.get("raw") or values.get("name") or values.get("number") or "")
    if field["lines"] and not doubt["code"].startswith("missing"):
        return cells.at(cells.holding(field["lines"], said)) or Cell()
    own = [line for each in row.fields.values() for line in each["lines"]]
    first = row.fields["problem"]["lines"] or own
    line = min(first, default=0)
    return cells.beside(line, COLUMNS.get(name, (name,))) or cells.at(line) or Cell()


def _label(name: str, doubt: Mapping[str, Any]) -> str:
    part = doubt["about"].split(":")[0] if name == "units" else ""
    return FIELDS.get(part or name, name)


def _unexplained(line: Mapping[str, Any], cells: Cells) -> Problem:
    cell = cells.at(line["number"]) or Cell()
    return Problem(cell, "", UNEXPLAINED, {}, EXPECTED["unexplained"])


def of_case(
    position: int, case: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], cells: Cells
) -> Iterator[Problem]:
    """What is doubtful in one case; that something was only inferred is one thing to look at."""
    first = case["source"][0]
    for finding in findings or [{"code": "", "field": "", "message": INFERRED}]:
        own = case["lines"].get(finding["field"] or "", [])
        line = finding.get("line") or min(own, default=first)
        yield _found({**finding, "line": line}, cells, position)


def of_findings(findings: Sequence[Mapping[str, Any]], cells: Cells) -> Iterator[Problem]:
    """What was found of the document as a whole, where it has a place."""
    return (_found(finding, cells) for finding in findings if finding["line"])


def _found(finding: Mapping[str, Any], cells: Cells, position: int | None = None) -> Problem:
    """What the reader found by itself."""
    name, code = finding["field"] or "", finding["code"]
    cell = cells.at(finding["line"]) or Cell()
    if code.startswith("missing") and code != "missing-column":
        cell = cells.beside(finding["line"], (name,)) or cell
    label = FIELDS.get(name, CASE_FIELDS.get(name, ""))
    return Problem(cell, label, finding["message"], {}, expected(code, name), position, name)


def expected(code: str, name: str) -> str:
    """What should stand there: by what is wrong, else by the field."""
    return EXPECTED.get(code) or EXPECTED.get(name) or ""
