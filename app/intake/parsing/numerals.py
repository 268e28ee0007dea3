"""Numbers as they are printed: 二十三, 23, ㉓, 廿三 and 23 are the same number."""

import re
from typing import Final

DIGITS: Final = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
}  # fmt: skip
TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100}
PLAIN: Final = "零一二三四五六七八九"
CIRCLES: Final = {
    **{chr(0x2460 + step): step + 1 for step in range(20)},
    **{chr(0x3251 + step): step + 21 for step in range(15)},
    **{chr(0x32B1 + step): step + 36 for step in range(15)},
    **{chr(0x2776 + step): step + 1 for step in range(10)},
    **{chr(0x2474 + step): step + 1 for step in range(20)},
    **{chr(0x2488 + step): step + 1 for step in range(20)},
    **{chr(0x3220 + step): step + 1 for step in range(10)},
}
CHINESE: Final = "[一二三四五六七八九十百零〇两廿卅壹贰叁肆伍陆柒捌玖拾]"
NUMERAL: Final = rf"(?:\d{{1,4}}|{CHINESE}{{1,6}})"
COMPOUND: Final = re.compile(r"\d+(?:[-－.—]\d+)*")
HUNDRED: Final = 100
TEN: Final = 10


def arabic(text: str) -> str:
    """Return a printed number in Arabic digits; the text itself where it is not a number."""
    if COMPOUND.fullmatch(text):
        return text.replace("－", "-").replace("—", "-")
    value = number_of(text)
    return text if value is None else str(value)


def number_of(text: str) -> int | None:
    """Return the value of one printed numeral, None if it is not one."""
    if text.isascii() and text.isdecimal():
        return int(text)
    if text in CIRCLES:
        return CIRCLES[text]
    expanded = text.replace("廿", "二十").replace("卅", "三十")
    if not expanded or any(char not in DIGITS and char not in TENS for char in expanded):
        return None
    if not any(char in TENS for char in expanded):
        return int("".join(str(DIGITS[char]) for char in expanded))
    return _counted(expanded)


def _counted(text: str) -> int:
    total, digit = 0, None
    for char in text:
        if char in TENS:
            total += (1 if digit is None else digit or 1) * TENS[char]
            digit = None
        else:
            digit = DIGITS[char]
    return total + (digit or 0)


def chinese(value: int) -> str:
    """Return a number below a thousand in Chinese numerals."""
    if value < TEN:
        return PLAIN[value] if value > 0 else "零"
    if value < HUNDRED:
        tens, ones = divmod(value, TEN)
        return (PLAIN[tens] if tens > 1 else "") + "十" + (PLAIN[ones] if ones else "")
    hundreds, rest = divmod(value, HUNDRED)
    if rest == 0:
        return f"{chinese(hundreds)}百"
    joint = "零" if rest < TEN else "一" if rest < 2 * TEN else ""
    return f"{chinese(hundreds)}百{joint}{chinese(rest)}"
