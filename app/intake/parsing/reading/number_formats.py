"""How Word writes an automatic number: digits, Chinese numerals, circles, letters, stems."""

from typing import Final

from app.intake.parsing.numerals import chinese

CHINESE: Final = frozenset(
    {
        "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting",
        "japaneseDigitalTenThousand", "japaneseLegal", "ideographDigital", "koreanDigital2",
        "ideographLegalTraditional", "taiwaneseCounting", "taiwaneseCountingThousand",
        "taiwaneseDigital",
    }
)  # fmt: skip
CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
SIGNS: Final = {
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
FRAMED: Final = {
    "decimalZero": "{:02d}",
    "decimalEnclosedParen": "({})",
    "decimalEnclosedFullstop": "{}.",
    "numberInDash": "-{}-",
}
LETTERS: Final = 26
ROMAN: Final = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
LARGEST: Final = 999


def written(name: str, value: int) -> str:
    """Write a number in one of Word's formats; in digits where the format is unknown."""
    if not 0 < value <= LARGEST:
        return str(value)
    if name in CHINESE:
        return chinese(value)
    if name == "ideographEnclosedCircle":
        return f"({chinese(value)})"
    if value <= len(signs := SIGNS.get(name, "")):
        return signs[value - 1]
    small = {"Letter": _letter, "Roman": _roman}.get(name[5:])
    if small is not None:
        return small(value) if name.startswith("lower") else small(value).upper()
    return FRAMED.get(name, "{}").format(value)


def _letter(value: int) -> str:
    """After z comes aa, then bb."""
    again, place = divmod(value - 1, LETTERS)
    return chr(ord("a") + place) * (again + 1)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text
