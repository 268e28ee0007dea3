"""Reading documents: how many a second by type, and beside a library that reads and stops."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

import docx
import xlsxwriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from app.intake.parsing.document import parse_file
from benchmarks.timing import RUNS, Measured, python, timed

TASKS, ROWS, SECONDS = 43, 5_000, 2.0
UNITS: Final = ("市水务局", "市生态环境局", "市住房和城乡建设局", "市农业农村局")
HEADER: Final = (
    "序号", "受理编号", "反映问题基本情况", "行政区域", "污染类型", "调查核实情况", "是否属实",
    "处理和整改情况", "责任人被处理情况", "是否办结",
)  # fmt: skip
MEASURES: Final = (4, 3)
"""The first dozen tasks have four measures, the others three: 141 of 43."""
DOZEN: Final = 12


def task(number: int) -> Iterator[str]:
    """The lines of one task."""
    unit, month = UNITS[number % len(UNITS)], number % 12 + 1
    yield f"{number}.第{number}片区管网混接，雨天污水溢流进入清江支流，群众反映强烈。"
    yield f"责任单位：{unit}"
    yield f"整改时限：2026年{month}月底前"
    yield f"整改目标：第{number}片区雨污分流，污水集中收集率达到{60 + number % 30}%以上。"
    yield "整改措施："
    for count in range(1, MEASURES[number > DOZEN] + 1):
        until = f"（责任单位：{unit}；完成时限：2026年{count + 3}月底前）"
        yield f"（{count}）排查第{count}段管网，建立台账，制定改造计划。{until}"


def case(number: int) -> tuple[str | int, ...]:
    return (
        number,
        f"X3QJ202611{number % 28 + 1:02}{number:04}",
        f"东城区第{number}号路某建材厂夜间生产，噪声扰民，装卸时粉尘飞扬，污水直排附近河道。",
        "东城区",
        ("噪声", "大气、水", "水")[number % 3],
        f"经现场核查，该厂环评手续齐全，第{number}次检查时喷淋设施没有正常运行，厂区道路积尘。",
        ("属实", "部分属实", "不属实")[number % 3],
        f"责令该企业立即改正，立案处罚1家，罚款{number % 9 + 1}万元；约谈{number % 3 + 1}人。",
        "无",
        ("是", "否")[number % 2],
    )


def documents(folder: Path) -> dict[str, Path]:
    """Write the same list in each form, and cases as a workbook and as text with commas."""
    lines = ["清江市整改任务清单", *(line for n in range(1, TASKS + 1) for line in task(n))]
    files = {kind: folder / f"list.{kind}" for kind in ("txt", "docx", "html", "pdf")}
    files |= {kind: folder / f"cases.{kind}" for kind in ("xlsx", "csv")}
    files["txt"].write_text("\n".join(lines), encoding="utf-8")
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><meta charset=utf-8><body>{body}</body></html>"
    files["html"].write_text(page, encoding="utf-8")
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    word.save(str(files["docx"]))
    _pdf(files["pdf"], lines)
    rows = [HEADER, *map(case, range(1, ROWS + 1))]
    book = xlsxwriter.Workbook(str(files["xlsx"]))
    sheet = book.add_worksheet("清单")
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    texts = (",".join(f'"{cell}"' for cell in row) for row in rows[:200])
    files["csv"].write_text("\n".join(texts), encoding="utf-8")
    return files


def _pdf(file: Path, lines: list[str]) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(file))
    for place, line in enumerate(lines):
        if place % 40 == 0:
            if place:
                canvas.showPage()
            canvas.setFont("STSong-Light", 9)
        canvas.drawString(40, 800 - place % 40 * 18, line)
    canvas.save()


def rates(files: dict[str, Path]) -> list[Measured]:
    """Parse each again and again in this process, which has imported what it needs."""
    found = []
    for kind, file in files.items():
        items = len(parse_file(file).items)
        taken: list[float] = []
        while len(taken) < RUNS or sum(taken) < SECONDS:
            taken.append(timed(lambda file=file: parse_file(file)))
        note = f"{1 / median(taken):.1f} a second, {items} items"
        found.append(Measured(f"{kind}, warm process", tuple(taken), note))
    return found


def beside(files: dict[str, Path], instance: Path) -> list[Measured]:
    """Take turns: the whole command, and the application started with the library alone."""
    found = []
    for kind in ("docx", "xlsx"):
        whole = ["flask", "--app", "app", "intake", "parse", str(files[kind])]
        alone = ["benchmarks.alone", str(files[kind])]
        pairs = [
            (timed(lambda: python(whole, instance)), timed(lambda: python(alone, instance)))  # noqa: B023  # called at once
            for _ in range(RUNS)
        ]
        ours, theirs = zip(*pairs, strict=True)
        ratio = median(ours) / median(theirs)
        found += [
            Measured(f"{kind}, `intake parse`", ours, f"{ratio:.2f} times the library alone"),
            Measured(f"{kind}, application and library alone", theirs),
        ]
    return found


def measured(folder: Path, instance: Path) -> list[Measured]:
    folder.mkdir()
    files = documents(folder)
    return [*rates(files), *beside(files, instance)]
