"""What spoils documents on their way: pages, repeated paragraphs, other scripts and digits."""

from collections.abc import Callable
from functools import cache

from opencc import OpenCC
from pypinyin import pinyin

from benchmarks.variants.paper import Grid, Para, Variant
from benchmarks.variants.truth import Dice

WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
WRAP = (26, 30, 34, 38)


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def _each(variant: Variant, change: Callable[[str], str]) -> None:
    for block in variant.blocks:
        if isinstance(block, Para):
            block.text, block.head = change(block.text), change(block.head)
        else:
            block.header = [change(cell) for cell in block.header]
            block.rows = [[change(cell) for cell in row] for row in block.rows]
            block.titles, block.notes = (
                [change(each) for each in block.titles],
                [change(each) for each in block.notes],
            )


def traditional(variant: Variant, dice: Dice) -> None:
    """The traditional script, where the way back is certain."""
    there, back = _converter("s2t"), _converter("t2s")
    if all(back.convert(there.convert(text)) == text for text in variant.texts()):
        _each(variant, there.convert)


def residue(variant: Variant, dice: Dice) -> None:
    """The traditional script with the sounds of some characters behind them: 系統(tǒng)."""
    there = _converter("s2t")

    def spoiled(text: str) -> str:
        pairs = zip(text, there.convert(text), strict=False)
        return "".join(
            new + (f"({pinyin(old)[0][0]})" if new != old and dice.chance(0.3) else "")
            for old, new in pairs
        )

    before = list(variant.texts())
    traditional(variant, dice)
    if before != list(variant.texts()):
        _each(variant, lambda text: spoiled(_converter("t2s").convert(text)))


def wide_digits(variant: Variant, dice: Dice) -> None:
    _each(variant, lambda text: text.translate(WIDE))


def wide_colons(variant: Variant, dice: Dice) -> None:
    _each(variant, lambda text: text.replace(":", "："))


def duplicated(variant: Variant, dice: Dice) -> None:
    """A long paragraph twice, one below the other."""
    long = [
        place
        for place, block in enumerate(variant.blocks)
        if isinstance(block, Para) and len(block.whole) > 20
    ]
    if long:
        place = dice.pick(long)
        variant.blocks.insert(place, variant.blocks[place])


def paged(variant: Variant, dice: Dice) -> None:
    """Lines broken hard, page numbers and the title printed on each page."""
    if not variant.folded or variant.tabular:
        return
    width, mark = dice.pick(WRAP), dice.pick(("— {} —", "-{}-", "第{}页", "— {} —"))
    title = next((block.text for block in variant.blocks if block.title), "整改任务清单")
    heads = len(title) <= width
    lines: list[Para] = []
    page, every = 1, dice.number(14, 24)
    for block in variant.blocks:
        text = block.whole
        for start in range(0, len(text), width):
            lines.append(Para(text[start : start + width], title=block.title))
            if len(lines) % every == 0:
                page += 1
                lines += [
                    Para(mark.format(page)),
                    *([Para(title)] if heads and (page % 2 or dice.chance(0.8)) else []),
                ]
    variant.blocks = list(lines)


def blank_columns(variant: Variant, dice: Dice) -> None:
    """A column without a name or a value at the right."""
    for block in variant.blocks:
        if isinstance(block, Grid) and block.header and not block.spans:
            block.header.append("")
            for row in block.rows:
                row.append("")


def totals(variant: Variant, dice: Dice) -> None:
    """A last row that adds up."""
    for block in variant.blocks:
        if isinstance(block, Grid) and block.header:
            width = len(block.header)
            block.rows.append(["合计", f"{len(variant.items)}项", *[""] * (width - 2)])


def headers_again(variant: Variant, dice: Dice) -> None:
    """The header printed again in the middle."""
    for block in variant.blocks:
        if isinstance(block, Grid) and block.header and not block.spans and len(block.rows) > 2:
            block.rows.insert(len(block.rows) // 2, list(block.header))


NOISES: dict[str, tuple[float, Callable[[Variant, Dice], None]]] = {
    "blank column": (0.06, blank_columns),
    "total": (0.06, totals),
    "header again": (0.06, headers_again),
    "duplicate": (0.05, duplicated),
    "wide colons": (0.1, wide_colons),
    "wide digits": (0.04, wide_digits),
    "traditional": (0.05, traditional),
}
OF_TABLES = ("blank column", "total", "header again")
PAGED, RESIDUE = 0.2, 0.06


def spoil(variant: Variant, dice: Dice, suffix: str) -> None:
    """Throw the dice for each kind of noise."""
    for name, (share, apply) in NOISES.items():
        if dice.chance(share) and (variant.tabular or name not in OF_TABLES):
            apply(variant, dice)
            variant.noise.append(name)
    if suffix == "txt" and dice.chance(RESIDUE) and "traditional" not in variant.noise:
        residue(variant, dice)
        variant.noise.append("residue")
    elif suffix == "txt" and dice.chance(PAGED):
        paged(variant, dice)
        variant.noise.append("paged")
