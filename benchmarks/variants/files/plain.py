"""Text, Markdown and comma-separated files in the encodings of offices."""

import csv
import io
from collections.abc import Iterator

from benchmarks.variants.paper import Grid, Para, Variant
from benchmarks.variants.truth import Dice

ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030", "gb18030")


def text(variant: Variant, dice: Dice) -> bytes:
    """Paragraphs one a line; tables with pipes or tabs."""
    style = dice.pick(("pipe", "pipe end", "tab"))
    blank = dice.chance(0.2)
    lines: list[str] = []
    for block in variant.blocks:
        if isinstance(block, Para):
            lines += [block.whole, *([""] if blank else [])]
        else:
            lines += _table(block, style, dice)
    return _encoded("\n".join(lines) + "\n", dice)


def markdown(variant: Variant, dice: Dice) -> bytes:
    lines: list[str] = []
    for block in variant.blocks:
        if isinstance(block, Para):
            lines += [f"# {block.text}" if block.title else block.whole, ""]
        else:
            lines += [*(f"## {title}" for title in block.titles), ""] if block.titles else []
            width = max(len(row) for row in block.body)
            for place, row in enumerate(block.body):
                lines.append("| " + " | ".join(_flat(cell, "<br>") for cell in row) + " |")
                if place == 0:
                    lines.append("|" + " --- |" * width)
            lines += ["", *block.notes]
    return "\n".join(lines).encode()


def _flat(cell: str, joint: str) -> str:
    return joint.join(part.strip() for part in cell.split("\n"))


def _table(block: Grid, style: str, dice: Dice) -> Iterator[str]:
    yield from block.titles
    for row in block.body:
        if style == "tab":
            yield "\t".join(_quoted(cell) for cell in row)
        else:
            yield " | ".join(_flat(cell, " ") for cell in row) + (
                " |" if style == "pipe end" else ""
            )
    yield from block.notes


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell or '"' in cell else cell


def comma(variant: Variant, dice: Dice) -> bytes:
    made = io.StringIO()
    writer = csv.writer(
        made, delimiter=dice.pick(",,,;\t"), lineterminator=dice.pick(("\n", "\r\n"))
    )
    for block in variant.blocks:
        if isinstance(block, Para):
            writer.writerow([block.whole])
            continue
        width = len(block.body[0])
        writer.writerows([title, *[""] * (width - 1)] for title in block.titles)
        writer.writerows(block.body)
        writer.writerows([note, *[""] * (width - 1)] for note in block.notes)
    return _encoded(made.getvalue(), dice)


def _encoded(text: str, dice: Dice) -> bytes:
    return text.encode(dice.pick(ENCODINGS))
