"""Amounts as texts print them: 1,200 and 一万二千 and 3.5万, and money in fen."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from app.intake.parsing.numerals import DIGITS

ARABIC: Final = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.．]\d+)?"
CHINESE: Final = "[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}"
CHINESE_MONEY: Final = "[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}"
COUNT: Final = rf"(?:{ARABIC}|{CHINESE})"
MONEY: Final = (
    rf"(?:人民币)?\s*(?:(?P<digits>{ARABIC})\s*(?P<scale>[十百千万亿]{{0,2}})(?:余|多)?"
    rf"|(?P<words>{CHINESE_MONEY})(?:余|多)?)\s*元"
)
SCALES: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE: Final = {"万": 10_000, "亿": 100_000_000}
FEN: Final = 100
WIDE_DIGITS: Final = re.compile("[０-９．％]")
WIDE: Final = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


def half_width(text: str) -> str:
    """Full-width digits become plain ones; nothing else changes, positions stay."""
    return text.translate(WIDE) if WIDE_DIGITS.search(text) else text


def count_of(text: str) -> int | None:
    """Return a printed count, None where it is not a whole number."""
    value = value_of(text)
    return None if value is None or value != int(value) else int(value)


def value_of(text: str) -> Decimal | None:
    """Return what a printed number stands for, in digits or in Chinese numerals."""
    plain = half_width(text).replace(",", "").replace("，", "").strip()
    if plain and all(char in DIGITS or char in SCALES or char in LARGE for char in plain):
        return Decimal(_chinese(plain))
    try:
        return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII) else None
    except InvalidOperation:
        return None


def fen_of(match: re.Match[str]) -> int | None:
    """Return the fen of a match of MONEY."""
    value = value_of(match["digits"] or match["words"] or "")
    if value is None:
        return None
    for char in match["scale"] or "":
        value *= SCALES.get(char) or LARGE[char]
    return int((value * FEN).to_integral_value())


def _chinese(text: str) -> int:
    """一万二千 is 12,000; 一二三 is read digit by digit."""
    if not any(char in SCALES or char in LARGE for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total, section, digit = 0, 0, None
    for char in text:
        if char in LARGE:
            total = (total + section + (digit or 0)) * LARGE[char]
            section, digit = 0, None
        elif char in SCALES:
            section += (1 if digit is None else digit) * SCALES[char]
            digit = None
        else:
            digit = DIGITS[char]
    return total + section + (digit or 0)
