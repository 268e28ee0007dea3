"""Doubts that a document raises by what it says."""

from pathlib import Path

import pytest

from app.intake.parsing.document import parse_file


@pytest.mark.parametrize(
    ("kind", "deadline", "codes"),
    [
        ("立行立改类", "2024年6月底前", ["type-mismatch"]),
        ("立行立改类", "立行立改，2024年6月底前", []),
        ("立行立改", "立行立改", []),
        ("限期整改类", "2024年6月底前", []),
        ("限期整改类", "长期坚持", ["type-mismatch"]),
        ("长期坚持类", "2024年6月底前建立制度，持续推进", []),
        ("长期坚持类", "2024年6月底前", ["type-mismatch"]),
        ("长期坚持类", "2024年汛期前", ["unknown-deadline"]),
    ],
)
def test_a_type_that_the_deadline_contradicts_is_pointed_out(
    tmp_path: Path, kind: str, deadline: str, codes: list[str]
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        f"序号|问题|整改类型|责任单位|整改时限\n1|河道采砂|{kind}|市水利局|{deadline}\n",
        encoding="utf-8",
    )
    document = parse_file(file)

    assert [finding.code for finding in document.findings] == codes
    assert document.items[0].needs_review == (codes == ["unknown-deadline"])
