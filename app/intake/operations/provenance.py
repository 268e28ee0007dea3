"""Where each stored field was read: file, checksum, the task's own lines and nobody else's."""

from collections.abc import Mapping
from typing import Any, Final

from app.intake.models import IntakeDocument, IntakeRow

HEADINGS: Final = frozenset({"aspect", "category"})
"""Fields whose lines stand above several tasks."""
LONGEST: Final = 4000
"""Letters of one line that are kept beside a task; the whole stands in the stored file."""


def source_of(row: IntakeRow) -> dict[str, Any]:
    """Return where the fields of a row stand: kept with the task, readable without the import."""
    document = row.document
    named = {name: field["lines"] for name, field in row.fields.items() if field["lines"]}
    own = {line for lines in named.values() for line in lines}
    return {
        "import_id": document.id,
        "row": row.position,
        "filename": document.filename,
        "sha256": document.blob.sha256,
        "uploaded_by": document.uploaded_by_name,
        "uploaded_at": document.uploaded_at.isoformat(),
        "first_line": min(own, default=0),
        "last_line": max(own, default=0),
        "lines": named,
        "texts": _texts(document, (own | _of_item(row)) - _of_others(row)),
        "corrected": _corrected(row.fields),
    }


def _texts(document: IntakeDocument, wanted: set[int]) -> list[dict[str, Any]]:
    return [
        {"number": line["number"], "place": line["place"], "text": line["text"][:LONGEST]}
        for line in document.lines
        if line["number"] in wanted
    ]


def _of_item(row: IntakeRow) -> set[int]:
    """Lines that were read as something of the item, whether a field keeps it or not."""
    return {line["number"] for line in row.document.lines if line["item"] == row.position - 1}


def _of_others(row: IntakeRow) -> set[int]:
    """Lines in which another row stands too; a heading above several is nobody's secret."""
    return {
        line
        for other in row.document.rows
        if other is not row
        for name, field in other.fields.items()
        if name not in HEADINGS
        for line in field["lines"]
    }


def _corrected(fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Fields that a person settled or corrected in review, with the wording of the document."""
    return {
        name: {"by": field["by"], "raw": field["raw"]}
        for name, field in fields.items()
        if field.get("by")
    }
