"""The account of lines: each is mapped, ignored for a reason, or unexplained with a finding."""

from collections.abc import Iterable, Sequence

from app.intake.parsing.lines import Row, Source
from app.intake.parsing.result import Finding, Mark
from app.wording import N_

QUOTED = 80


class Account:
    """Every line of a source starts unexplained; nothing is lost silently."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._marks = {
            number: Mark("unexplained") for number, line in source.lines.items() if line.text
        }
        self.findings: list[Finding] = []
        self.mended = frozenset(
            remark.line for remark in source.remarks if remark.code in ("mended", "lost-characters")
        )
        """Lines whose text is not quite what stands in the file."""
        for number, reason in source.ignored.items():
            self.ignore((number,), reason)
        for remark in source.remarks:
            self.find(Finding(remark.line, remark.code, remark.text, remark.message))

    def map(self, lines: Iterable[int], label: str, item: int | None = None) -> None:
        """Say what a line was read as; a line of several fields names them all."""
        for number in lines:
            mark = self._marks.get(number)
            if mark is None:
                continue
            known = mark.label.split(" ") if mark.state == "mapped" else []
            names = " ".join(dict.fromkeys([*known, label]))
            self._marks[number] = Mark("mapped", names, item if item is not None else mark.item)

    def ignore(self, lines: Iterable[int], reason: str) -> None:
        for number in lines:
            if number in self._marks and self._marks[number].state == "unexplained":
                self._marks[number] = Mark("ignored", reason)

    def find(self, finding: Finding) -> None:
        self.findings.append(finding)

    def text(self, number: int) -> str:
        line = self._source.lines.get(number)
        return line.text if line else ""

    def first(self, label: str) -> int | None:
        """The first line that was read as this."""
        marked = (number for number, mark in self._marks.items() if mark.label == label)
        return next(marked, None)

    def find_headless(self, rows: Sequence[Row]) -> None:
        """Say once of a sheet that nothing was read from it, beside its lines."""
        numbers = [number for row in rows for number in row.lines if number in self._marks]
        place = self._source.lines[numbers[0]].place if numbers else ""
        if "!" in place and self.is_open(numbers):
            message = N_("这张工作表没有认出表头，没有读入；与清单无关的可以确认不入账")
            sheet = place.rpartition("!")[0]
            self.find(Finding(numbers[0], "no-header", sheet, message))

    def is_open(self, lines: Iterable[int]) -> bool:
        return any(
            number in self._marks and self._marks[number].state == "unexplained" for number in lines
        )

    def settle(self) -> dict[int, Mark]:
        """Give every line that is still unexplained its finding."""
        for number, mark in self._marks.items():
            if mark.state == "unexplained":
                message = N_("这一行没有对应到任何字段，请核对")
                self.find(Finding(number, "unexplained", self.text(number)[:QUOTED], message))
        self.findings.sort(key=lambda finding: finding.line)
        return self._marks
