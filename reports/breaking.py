"""Text made safe to print, and broken into lines by the rules of Chinese setting."""

import re
import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

NEVER_FIRST = frozenset("，。、；：？！）》〉】〕］｝」』”’…—～·％‰℃,.;:?!)]}%")
NEVER_LAST = frozenset("（《〈【〔［｛「『“‘([{＃￥$")

_UNITS = (
    "平方公里|平方米|立方米|微克/立方米|毫克/升|公里|公顷|蒸吨|吨|亩|米|元|度|倍|成"
    "|个百分点|百分点|人次|批次|个|项|件|家|台|座|处|条|人|户|份|次|期|类|批|辆|眼|口|名|起|种|只"
    "|头|栋|段|层|级|只|笔|分钟|小时|分|秒|天|日|月|年|周|号|轮|方面"
)
_ATOM = re.compile(
    rf"[0-9][0-9,.，]*(?<![,.，])\s?(?:(?:[万亿千百]?(?:{_UNITS}))|[万亿千百]|[A-Za-zμ°%/²³]+)?"
    r"|[A-Za-z0-9]+(?:[._/@:+&'-][A-Za-z0-9]+)*|—+|…+|.",
    re.DOTALL,
)
# Signs that steer a screen, not a page: left out rather than reported as missing.
_SILENT = frozenset({"Cc", "Cf", "Cs"})
_SPACES = str.maketrans({"\t": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\v": "\n"})


def clean(text: str) -> str:
    """Return the text without control, format and half characters; line ends stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)
    if text.isprintable():
        return text
    return "".join(sign for sign in text if sign == "\n" or not _is_silent(sign))


def _is_silent(sign: str) -> bool:
    return unicodedata.category(sign) in _SILENT or "\ufe00" <= sign <= "\ufe0f"


def break_lines(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`, keeping numbers with their units."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_fill(paragraph, width, measure))
    return tuple(lines)


def _fill(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    if measure(paragraph) <= width:
        yield paragraph
        return
    line, used = "", 0.0
    for piece in _fitting_atoms(paragraph, width, measure):
        needed = measure(piece.rstrip(" "))
        if line and used + needed > width:
            yield line.rstrip(" ")
            line, used, piece = "", 0.0, piece.lstrip(" ")  # noqa: PLW2901  # a line starts without its blank
        line += piece
        used += measure(piece)
    yield line.rstrip(" ")


def _fitting_atoms(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    """Yield what must stay together, cut only where it is wider than a whole line."""
    for atom in _bound(paragraph):
        if measure(atom) <= width:
            yield atom
        else:
            yield from _chopped(atom, width, measure)


def _chopped(atom: str, width: float, measure: Measure) -> Iterator[str]:
    start = 0
    for end in range(1, len(atom) + 1):
        if end - start > 1 and measure(atom[start:end]) > width:
            yield atom[start : end - 1]
            start = end - 1
    yield atom[start:]


def _bound(paragraph: str) -> Iterator[str]:
    """Bind closing marks to what they follow and opening marks to what they precede."""
    held = ""
    for match in _ATOM.finditer(paragraph):
        atom = match[0]
        if held and atom[0] not in NEVER_FIRST and held[-1] not in NEVER_LAST:
            yield held
            held = ""
        held += atom
    if held:
        yield held
