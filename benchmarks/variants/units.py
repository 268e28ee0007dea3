"""Phrases of units as lists print them, with the names that each stands for."""

from benchmarks.variants import words
from benchmarks.variants.truth import Dice

Phrase = tuple[str, list[str]]


def one(dice: Dice) -> Phrase:
    """One unit, or a pair that shares its place."""
    county = dice.pick(dice.counties)
    other = dice.pick([each for each in dice.counties if each != county])
    kind = county[-1]
    departments = dice.random.sample(words.DEPARTMENTS, 2)
    company = dice.pick(words.COMPANIES).format(city=dice.city)
    inner = dice.pick(words.INNER)
    zone = dice.pick(words.ZONES)
    forms = (
        (30, (f"市{departments[0]}", [f"市{departments[0]}"])),
        (16, (f"{county}人民政府", [f"{county}人民政府"])),
        (12, (f"{county}政府", [f"{county}政府"])),
        (10, (f"{county}委、{kind}政府", [f"{county}委", f"{county}政府"])),
        (5, (f"{county}、{other}人民政府", [f"{county}人民政府", f"{other}人民政府"])),
        (5, (f"市{departments[0]}、{departments[1]}", [f"市{each}" for each in departments])),
        (4, (f"{zone}管委会", [f"{zone}管委会"])),
        (3, (f"{zone}党工委、管委会", [f"{zone}党工委、管委会"])),
        (
            3,
            (f"{dice.city}市生态环境局{county}分局",) * 1
            + ([f"{dice.city}市生态环境局{county}分局"],),
        ),
        (3, (company, [company])),
        (2, (f"市{departments[0]}({inner})", [f"市{departments[0]}"])),
        (2, ("市公安局交警支队", ["市公安局交警支队"])),
        (0 if "北坪市" in dice.counties else 2, ("市纪委监委", ["市纪委监委"])),
    )
    return dice.random.choices([each for _, each in forms], [share for share, _ in forms])[0]


def phrase(
    dice: Dice, *, separators: str = "、、、、,", wildcard: bool = True, most: int = 3
) -> Phrase:
    """One to three units, in order and each once."""
    texts: list[str] = []
    names: list[str] = []
    for _ in range(dice.number(1, most)):
        text, found = one(dice)
        if not set(found) & set(names):
            texts.append(text)
            names += found
    if wildcard and dice.chance(0.12):
        wild = dice.pick(words.WILDCARDS)
        texts.append(wild)
        names.append(wild)
    joined = texts[0]
    for text in texts[1:]:
        joined += dice.pick(separators) + text
    if dice.chance(0.04) and len(texts) > 1:
        joined += "等部门按职责分工负责"
    return joined, names


def plain(dice: Dice) -> Phrase:
    """A phrase without wildcards for supervising and accepting units."""
    province = dice.pick(words.PROVINCIAL)
    if dice.chance(0.2):
        return province, [province]
    return phrase(dice, wildcard=False, most=2)
