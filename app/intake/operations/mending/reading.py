"""A mended workbook as it comes back: refused whole where it does not belong to the import."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

from app.access.actions import IntakeAction
from app.files.operations import as_file, put_sealed
from app.intake.models import IntakeCase, IntakeDocument, IntakeRow
from app.intake.operations.exporting.wrong_rows import RowKey, key_of
from app.intake.operations.moving import hold
from app.intake.parsing.apart import parse_apart
from app.intake.snapshot.cells import Cells
from app.intake.snapshot.columns import Book
from app.wording import N_, Moved, Refusal

Kept = TypeVar("Kept", IntakeRow, IntakeCase)
NOT_OURS: Final = N_("这份表不是从这次导入下载的（没有“原表位置”一列）；整份新文件请从上传页导入")
QUOTED: Final = 40


class Returned:
    """The items of a workbook, each with the key of the row that it replaces."""

    def __init__(self, content: Mapping[str, Any], sha256: str, filename: str) -> None:
        self.items: Sequence[Mapping[str, Any]] = content["items"]
        self.findings: Sequence[Mapping[str, Any]] = content["findings"]
        self.lines: Sequence[Mapping[str, Any]] = content["lines"]
        self.told = {"filename": filename, "sha256": sha256}
        self.cells = Cells(self.lines)

    def check(self, document: IntakeDocument, book: Book) -> None:
        """Refuse what cannot be put in place without losing or guessing something."""
        if not any(item["raw"].get("origin") for item in self.items):
            raise Refusal(NOT_OURS)
        heads = {line["text"] for line in self.lines if line["label"] == "header"}
        for column in book.columns:
            if column.label not in heads:
                raise Refusal(N_("表头缺少“%(label)s”一列，请用下载的表改"), label=column.label)
        for item in self.items:
            self._check_origin(document, item)
        self._check_lines()

    def _check_origin(self, document: IntakeDocument, item: Mapping[str, Any]) -> None:
        key = self.key(item)
        if key is None:
            message = N_("%(place)s的“原表位置”空着或改过，不知道替换哪一行；请用下载的表改")
            raise Refusal(message, place=self._place(item["source"][0]))
        if key.document_id != document.id:
            message = N_("%(place)s来自另一次导入，不能传到这里")
            raise Refusal(message, place=self._place(item["source"][0]))

    def _check_lines(self) -> None:
        lost = next((line for line in self.lines if line["state"] == "unexplained"), None)
        if lost is not None:
            message = N_("%(place)s写的“%(text)s”没有对应到任何一列，请改好再传")
            place = self._place(lost["number"])
            raise Refusal(message, place=place, text=lost["text"][:QUOTED])

    def _place(self, number: int) -> str:
        cell = self.cells.at(number)
        message, values = cell.place if cell else ("", {})
        return message % values if values else message

    @staticmethod
    def key(item: Mapping[str, Any]) -> RowKey | None:
        return key_of(item["raw"].get("origin") or "")

    def places(self, rows: Sequence[Kept]) -> list[tuple[Kept, Mapping[str, Any]]]:
        """Each item with the row that it replaces, as that row stood when it was taken out."""
        known = {(row.id, row.version): row for row in rows}
        found = []
        for item in self.items:
            key = self.key(item)
            row = known.pop((key.row_id, key.version), None) if key else None
            if row is None:
                raise Moved(
                    N_("第%(number)s项下载以后又改过，或者在表里出现了两次；请重新下载再改"),
                    number=item["number"] or "—",
                )
            found.append((row, item))
        return found


def returned(document: IntakeDocument, stream: BinaryIO, filename: str, book: Book) -> Returned:
    """Keep the workbook sealed, read it, and make sure that it belongs here."""
    hold(document, IntakeAction.CORRECT)
    name = Path(filename).name
    blob = put_sealed(stream, name)
    kind = "cases" if document.kind == "cases" else "plan"
    with as_file(blob) as file:
        content = parse_apart(file, name, kind=kind, year=document.year)
    found = Returned(content, blob.sha256, name)
    found.check(document, book)
    return found
