"""The columns of a table of figures: group cells above leaf cells, merged or pasted."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.amounts import ARABIC, half_width
from app.intake.parsing.lines import Row

VALUE: Final = re.compile(
    rf"(?P<n>{ARABIC})\s*(?P<unit>万元|亿元|元|件次|家次|人次|件|家|户|人|名|起|宗|个|项|处|%|％)?"
)
NOTHING: Final = re.compile(r"[-—–－/\\\s无]*")
SEQUENCE: Final = re.compile(r"序号|序|编号|No\.?|NO\.?|排名|名次")
GENERIC: Final = re.compile(r"(?:数量|件数|个数|数|数目|数值|数据|合计|举报件数|交办数量|交办件数)")
CASES: Final = "件"
"""What the tables of petition cases count where they do not say it."""
UNIT_NAMED: Final = re.compile(
    r"[(（](?:单位[:：])?(件次|家次|人次|件|家|户|人|名|起|宗|个|项|条|处|万元|亿元|元|%|％)[)）]"
)
UNITS: Final = (
    (re.compile(r"率|占比|比例|比重|百分比"), "%"),
    (re.compile(r"金额|罚款"), ""),
    (re.compile(r"人数|约谈|问责|拘留|人次"), "人"),
    (re.compile(r"家数|企业|处罚|责令|家次"), "家"),
    (re.compile(r"件数|举报|信访|来电|来信|交办|转办|办结|立案"), "件"),
    (re.compile(r"个数|问题数"), "个"),
    (re.compile(r"任务|项数"), "项"),
)


def is_value(text: str) -> bool:
    return VALUE.fullmatch(half_width(text).strip()) is not None


def is_nothing(text: str) -> bool:
    return NOTHING.fullmatch(text) is not None


def texts_of(row: Row) -> list[str]:
    """The texts of a row; a merged cell is there once."""
    return ["" if cell.repeated else " ".join(cell.text.split()) for cell in row.cells]


def column_labels(header: Sequence[Row], data: Sequence[Row]) -> list[str] | None:
    """Return the label of each column; None where cells cannot be put under their groups."""
    width = max(_extent(row) for row in [*(header[1:] or header), *data])
    if not header:
        return [""] * width
    rows = [_padded(texts_of(row), width) for row in header]
    groups = _spread(header, width)
    leaves = rows[0]
    if len(rows) > 1:
        settled = _settled(rows[-1], groups, header[-1], data)
        if settled is None:
            return None
        leaves = settled
    return _named(leaves, groups)


def unit_of(label: str, title: str) -> str:
    """Return the unit that a column or the title names, or that the words of the column imply."""
    if match := UNIT_NAMED.search(label):
        return match[1].replace("％", "%")
    for pattern, unit in UNITS[:5]:
        if pattern.search(label):
            return unit or ("万元" if "万元" in title else "元")
    if match := UNIT_NAMED.search(title) or re.search(r"单位[:：]\s*([一-龥%]{1,3})", title):
        return match[1]
    return next((unit for pattern, unit in UNITS[4:] if pattern.search(label + title)), CASES)


def _extent(row: Row) -> int:
    """How many cells a row has up to its last one that is not empty."""
    filled = [place for place, cell in enumerate(row.cells) if cell.text]
    return filled[-1] + 1 if filled else 0


def _padded(texts: list[str], width: int) -> list[str]:
    return (texts + [""] * (width - len(texts)))[:width]


def _spread(header: Sequence[Row], width: int) -> list[str]:
    """The first row with each group over the empty cells that follow it."""
    row = header[0]
    found: list[str] = []
    for index in range(width):
        cell = row.cells[index] if index < len(row.cells) else None
        text = " ".join(cell.text.split()) if cell else ""
        found.append(text or (found[-1] if found and len(header) > 1 else ""))
    return found


def _settled(
    below: list[str], groups: list[str], row: Row, data: Sequence[Row]
) -> list[str] | None:
    """Put the second row of a header under the first, where its cells may have moved left."""
    if not row.pasted or not below[0] or any(cell.repeated for cell in row.cells):
        return [under or over for under, over in zip(below, groups, strict=True)]
    names = [text for text in below if text]
    first = _first_value(data)
    spans = Counter(groups)
    spanned = [index for index, group in enumerate(groups) if spans[group] > 1 and index >= first]
    wide = list(range(first, len(groups)))
    for places in (spanned, wide, wide[: len(names)]):
        if len(places) == len(names):
            found = list(groups)
            for place, name in zip(places, names, strict=True):
                found[place] = name
            return found
    return None


def _first_value(data: Sequence[Row]) -> int:
    """The first column after the names of the rows."""
    firsts = []
    for row in data:
        names = [place for place, text in enumerate(texts_of(row)) if text and not is_value(text)]
        firsts.append(names[-1] + 1 if names and names[-1] <= 2 else 0)  # noqa: PLR2004  # two columns of names
    return Counter(firsts).most_common(1)[0][0] if firsts else 1


def _named(leaves: Sequence[str], groups: Sequence[str]) -> list[str]:
    """A leaf that stands under several groups takes the name of its own: 累计/来电."""
    often = Counter(leaves)
    return [
        f"{group}/{leaf}" if leaf and often[leaf] > 1 and group not in ("", leaf) else leaf
        for leaf, group in zip(leaves, groups, strict=True)
    ]
