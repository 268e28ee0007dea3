"""Whatever stands in a file: the parser does not raise, and every line is accounted for."""

# ruff: noqa: E501  # texts of documents stand here as they are printed

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.intake.parsing.document import parse_file, parse_source
from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Cell, Row, Source
from app.intake.parsing.reading.compose import Raw, compose
from tests.app.intake.parsing.sheets import adds_up

WORDS = (
    "一、", "(一)", "1.", "(1)", "①", "任务3:", "序号八", "责任单位:", "整改时限:", "整改目标:",
    "整改措施:", "【责任单位】", "市水务局", "各县(市、区)", "2026年6月底前", "2026年2月30日", "长期坚持",
    "河道淤积。", "达到95%以上", "；", "，", "。", "\n", "\n\n", "|", "\t", '"', "(", ")", "— 3 —", " ",
    "序号|问题|责任单位|整改时限", "系统(tǒng)", "該問題", "#---", "合计", "无", "——", "公示时间:", "附件",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=60).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_no_text_makes_the_parser_raise_or_lose_a_line(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "any.txt"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            document = parse_file(file)
        except UnreadableFile:
            return
    assert adds_up(document)
    document.to_json(with_lines=True)


CELLS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=3).map("".join)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, TEXTS, ROWS)
@example([], "", [[""], ["一、", "整改措施:", "公示时间:"]])  # an empty row above a header
def test_no_table_makes_the_parser_raise_or_lose_a_line(
    above: list[list[str]], text: str, below: list[list[str]]
) -> None:
    assert adds_up(parse_source(source_of(above, text, below)))


def source_of(above: list[list[str]], text: str, below: list[list[str]]) -> Source:
    """A table, a text and a table, as a reader would hand them over."""
    raw = Raw()
    for table, rows in enumerate((above, below), start=1):
        for row in rows:
            cells = tuple(Cell(cell, (raw.line(cell, "表"),)) for cell in row)
            raw.blocks.append(Row(cells, table))
        for part in text.split("\n"):
            raw.paragraph(part, "段")
    return compose("any", text.encode("utf-8", "surrogatepass"), raw)


UNITS = ("市水务局", "市城管局", "白石县人民政府")
PROBLEMS = ("河道淤积。", "扬尘管控不严。", "污泥处置不规范,群众反映强烈。")
DEADLINES = ("2026年6月底前", "立行立改", "长期坚持", "2027年12月31日前")
ITEM = st.tuples(st.sampled_from(PROBLEMS), st.sampled_from(UNITS), st.sampled_from(DEADLINES))
LAYOUTS = (
    "{n}.{p}\n责任单位:{u}\n整改时限:{d}\n",
    "({c}){p}\n整改时限：{d}；责任单位：{u}。\n",
    "问题{n}：{p}\n【责任单位】{u}\n【整改时限】{d}\n",
    "{n}、{p}责任单位:{u} 整改时限:{d}\n",
    "{n}.{p}(责任单位:{u};时限:{d})\n",
)
COUNT = "一二三四五六七八九"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ITEM, min_size=1, max_size=9), st.sampled_from(LAYOUTS))
def test_what_was_written_in_a_layout_is_read_from_it(
    items: list[tuple[str, str, str]], layout: str
) -> None:
    text = "清江市整改任务清单\n" + "".join(
        layout.format(n=place, c=COUNT[place - 1], p=problem, u=unit, d=deadline)
        for place, (problem, unit, deadline) in enumerate(items, start=1)
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "list.txt"
        file.write_text(text, encoding="utf-8")
        document = parse_file(file)

    read = [
        (item.problem, *item.responsible_units, item.deadline and item.deadline.raw)
        for item in document.items
    ]
    assert read == items


@pytest.mark.parametrize(
    "text", ["(" * 5000, "责任单位:" * 2000, "1." * 5000, "\t" * 9999, "一" * 9999]
)
def test_monotonous_texts_are_read_quickly(tmp_path: Path, text: str) -> None:
    file = tmp_path / "any.txt"
    file.write_text(text, encoding="utf-8")

    assert adds_up(parse_file(file))
