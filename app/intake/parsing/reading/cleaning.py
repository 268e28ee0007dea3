"""The same text however it was typed: simplified script, half-width digits, plain blanks."""

import re
import unicodedata
from typing import Final

from opencc import OpenCC

PARTS: Final = dict(
    zip(
        "⺌⺍⺓⺟⺠⺮⺼⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "小小幺母民竹肉虎西见角贝车长长长门雨青韦页风飞食食食首马骨鬼鱼鸟卤麦黄齐齐齿齿龙龙龟龟龟",
        strict=True,
    )
)
"""Radicals that some programs write into a PDF in place of the characters that look the same."""
LIKE: Final = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))
} | {ord(part): whole for part, whole in PARTS.items()}
FULL_WIDTH: Final = {
    **LIKE,
    **{ord("０") + step: ord("0") + step for step in range(10)},
    **{ord("Ａ") + step: ord("A") + step for step in range(26)},
    **{ord("ａ") + step: ord("a") + step for step in range(26)},
    **dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\x00\x1a\ufffe"), None),
    **dict.fromkeys(map(ord, "∶﹕꞉︰"), "："),
    ord("\v"): "\n",
    ord("\f"): "\n",
}
ODD: Final = re.compile(f"[{re.escape(''.join(map(chr, FULL_WIDTH)))}]")
"""Most texts have nothing to translate."""
ZHE: Final = re.compile(r"(?<![名原论编专合译])著(?=[力眼手重落])")
"""著力 is 着力; the converter knows 著 as the word for writing only."""
CONTROLS: Final = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
TRADITIONAL_SHARE: Final = 0.05
SIMPLIFIED_SHARE: Final = 0.15
SAMPLE: Final = 40_000


def tidy(text: str) -> str:
    """Half-width digits and letters, plain blanks, no control characters; trimmed."""
    plain = text.translate(FULL_WIDTH) if ODD.search(text) else text
    return CONTROLS.sub("", plain).strip()


def script_of(text: str) -> str:
    """Say whether a text is simplified, traditional or mixed."""
    sample = text[:SAMPLE]
    traditional = _changed(sample, OpenCC("t2s").convert(sample))
    if not traditional:
        return "simplified"
    simplified = _changed(sample, OpenCC("s2t").convert(sample))
    if traditional < TRADITIONAL_SHARE * simplified:
        return "simplified"
    return "mixed" if simplified > SIMPLIFIED_SHARE * traditional else "traditional"


def _changed(before: str, after: str) -> int:
    return sum(one != other for one, other in zip(before, after, strict=False))


class Script:
    """Turn traditional text into simplified text; leave simplified text as it is."""

    def __init__(self, script: str) -> None:
        self._converter = None if script == "simplified" else OpenCC("t2s")

    def simplify(self, text: str) -> str:
        return ZHE.sub("着", self._converter.convert(text)) if self._converter else text
