"""Counts out of handling texts and columns: ordered, fined, detained, held accountable."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.intake.parsing.amounts import COUNT, FEN, MONEY, count_of, fen_of, half_width, value_of
from app.intake.parsing.cases.deeds import Found, read_deeds

COLUMNS: Final = (
    ("fine_fen", re.compile(r"(?:拟|已)?(?:罚款|处罚金额|罚没)(?:金额|数额|总额)?")),
    ("criminally_detained", re.compile(r"刑事拘留|刑拘")),
    ("admin_detained", re.compile(r"(?:行政|治安)拘留")),
    ("criminal", re.compile(r"立案侦查|移送(?:公安|司法)(?:机关)?|刑事立案")),
    ("penalty_cases", re.compile(r"立案处罚|行政处罚|立案查处|立案|处罚")),
    ("ordered", re.compile(r"责令(?:限期|立即)?(?:整改|改正)")),
    ("interviewed", re.compile(r"约谈")),
    ("held_accountable", re.compile(r"(?:追责)?问责|责任追究|追责")),
)
COUNTED: Final = r"(?:(?:企业|家|人|案件|案|件)?(?:次|数量|次数|总数|数)?)"
BRACKET: Final = re.compile(r"[(（]([^()（）]{1,8})[)）]")
YUAN: Final = {"元": 1, "百元": 100, "千元": 1000, "万元": 10_000, "亿元": 100_000_000}
ORDER: Final = (
    "ordered",
    "penalty_cases",
    "fine_fen",
    "criminal",
    "admin_detained",
    "criminally_detained",
    "interviewed",
    "held_accountable",
)
NOBODY: Final = re.compile(
    r"(?:暂)?无|0\s*人?|零|没有|不涉及(?:问责|追责)?(?:情况|问题)?"
    r"|(?:经查)?(?:暂|尚)?(?:未|无|无需|不予|未予|不)(?:被)?(?:追责)?(?:问责|追责|追究)(?:情况|责任|人员)?"
    r"|无(?:责任人|人员)?(?:被)?(?:问责|处理|追责)(?:情况|人员)?|未(?:处理|涉及)"
)
UNBLAMED: Final = re.compile(r"(?:未|无|无需|不予|未予|没有)(?:对.{0,8})?(?:被)?(?:追责)?问责")
INCLUDED: Final = re.compile(r"[(（]\s*(?:其中|含|包括)[^()（）]{0,80}[)）]|其中[^,，;；。]{0,40}")
FORMER: Final = re.compile(
    r"(?:曾|此前|往年)[^。；;]{0,60}?(?=[,，]?(?:本次|此次|这次|现已|现场)|[。；;]|$)"
)
FINE: Final = re.compile(rf"(?:罚款|罚没款|罚金|处罚金额|罚没|罚)[^,，;；。、\d]{{0,12}}?{MONEY}")
FINED: Final = re.compile(
    rf"(?:处以?|并处|缴纳|作出|各|罚){{1}}[^,，;；。、\d]{{0,4}}?{MONEY}的?(?:罚款|罚金)"
)
MORE: Final = re.compile(rf"\s*(?:[、,，]|和|及)\s*{MONEY}")
EACH: Final = re.compile(rf"(?P<n>{COUNT})\s*(?:家|户|个)[^;；。、\d]{{0,24}}?(?:各|均|每家)")
PAID: Final = re.compile(r"(?:缴纳|缴清|上缴|缴交|收缴|到账)(?:了|全部)?$")
"""A fine told again when it has been paid."""
SUM: Final = re.compile(r"(?:合计|共计|累计|总计|总共|一共|共)[^,，;；。、元]{0,8}$")
FURTHER: Final = re.compile(r"(?:另|另外|此外|再)[^;；。]{0,30}$")


@dataclass(frozen=True)
class CountReading:
    """The counts of one case, and the keys on which column and text differ."""

    counts: dict[str, int]
    differing: tuple[str, ...] = ()


def read_counts(
    handling: Sequence[str | None],
    accountability: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> CountReading:
    """Read the texts of a case and its counting columns (label to cell); the column counts."""
    told = _greatest(counts_of_text(text) for text in [*handling, accountability] if text)
    told |= counts_of_accountability(accountability)
    stated = {
        key: value
        for label, cell in (columns or {}).items()
        if (key := count_key(label)) and (value := column_value(label, cell)) is not None
    }
    differing = tuple(key for key in stated if key in told and told[key] != stated[key])
    counts = told | stated
    return CountReading({key: counts[key] for key in ORDER if key in counts}, differing)


@lru_cache(maxsize=1024)
def count_key(label: str) -> str | None:
    """Return what a column counts, None for any other column; 问责情况 is a text."""
    bare = BRACKET.sub("", re.sub(r"\s", "", label))
    for key, pattern in COLUMNS:
        match = pattern.match(bare)
        rest = bare[match.end() :] if match else None
        if rest is not None and re.fullmatch(COUNTED, rest):
            return key
    return None


def column_value(label: str, cell: str) -> int | None:
    """Return the count in a cell; a fine in fen by the unit in the cell or in the label."""
    text = half_width(cell).strip()
    match = re.fullmatch(rf"(?P<n>{COUNT})\s*(?P<unit>[十百千万亿]?元|[家件起人户宗名]次?)?", text)
    if match is None or (value := value_of(match["n"])) is None:
        return None
    if count_key(label) != "fine_fen":
        return count_of(match["n"])
    inside = BRACKET.search(label)
    unit = match["unit"] or (inside[1].removeprefix("单位").strip(":：") if inside else "元")
    return int((value * YUAN.get(unit, 1) * FEN).to_integral_value())


def counts_of_text(text: str) -> dict[str, int]:
    """Return what one text counts; a deed without its number is absent."""
    plain = FORMER.sub("", half_width(text))
    found = read_deeds(INCLUDED.sub("", plain))
    told = {each.key for each in found}
    counts: dict[str, int] = {
        key: value for key in ORDER if key in told and (value := _tally(found, key)) is not None
    }
    if "held_accountable" not in counts and (parts := _tally(found, "parts")) is not None:
        counts["held_accountable"] = parts
    if (fine := _fine(INCLUDED.sub("", plain))) is None:
        fine = _fine(plain)
    return counts | ({} if fine is None else {"fine_fen": fine})


def counts_of_accountability(text: str | None) -> dict[str, int]:
    """无 and 未问责 say that nobody was held accountable."""
    said = half_width(text or "").strip().rstrip("。;；.")
    if NOBODY.fullmatch(said):
        return {"held_accountable": 0}
    nobody = UNBLAMED.search(said) and "held_accountable" not in counts_of_text(said)
    return {"held_accountable": 0} if nobody else {}


def _tally(found: Sequence[Found], key: str) -> int | None:
    own = [each for each in found if each.key == key]
    totals = [each.value for each in own if each.total]
    if totals:
        return max(totals)
    return sum(each.value for each in own) if own else None


def _greatest(readings: Iterable[dict[str, int]]) -> dict[str, int]:
    """Texts of one case tell the same deeds again: the greatest number is all of them."""
    found: dict[str, int] = {}
    for reading in readings:
        for key, value in reading.items():
            found[key] = max(value, found.get(key, value))
    return found


def _fine(text: str) -> int | None:
    """Add the fines of a text; 合计 stands for those before it."""
    if "罚" not in text:
        return None
    total, sums, further = 0, 0, 0
    fines = list(_fines(text))
    for start, fen in fines:
        before = text[max(0, start - 30) : start]
        if SUM.search(before[-12:]):
            sums = max(sums, fen)
        elif sums and FURTHER.search(before):
            further += fen
        else:
            total += fen
    if not fines:
        return None
    return sums + further if sums else total


def _fines(text: str) -> Iterable[tuple[int, int]]:
    """Yield where each fine stands and how much it is, those of 分别罚款1万元、2万元 too."""
    end = 0
    seen: set[int] = set()
    spots = sorted(
        (match.start(), match) for pattern in (FINE, FINED) for match in pattern.finditer(text)
    )
    for start, match in spots:
        if start < end or (fen := fen_of(match)) is None:
            continue
        if fen in seen and PAID.search(text[max(0, start - 6) : start]):
            continue
        seen.add(fen)
        each = EACH.search(text[max(0, start - 40) : start + 3])
        times = count_of(each["n"]) if each else 1
        yield start, fen * (times or 1)
        end = match.end()
        while more := MORE.match(text, end):
            further = fen_of(more)
            if further is None or "没收" in more[0]:
                break
            yield more.start(), further
            end = more.end()
