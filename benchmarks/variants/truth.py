"""Random true items: deadlines, units, texts whose meaning is known because we made them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.variants import words

Item = dict[str, Any]
UNJUDGED = "?"
"""Value of a key that a careful reader may fill or leave."""
EPOCH = date(1899, 12, 30)
FIGURES = "零一二三四五六七八九十"


def day(year: int, month: int, last: int = 0) -> date:
    """Return a day of a month, the last one without a number."""
    if last:
        return date(year, month, last)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def deadline(raw: str, kind: str, due_on: date | None = None, **more: Any) -> Item:
    stages = [each.isoformat() for each in more.pop("stages", ())]
    usual = {"sustained": False, "immediate": False, "needs_review": False, "stages": stages}
    found = {"raw": raw, "kind": kind, "due_on": due_on and due_on.isoformat(), **usual, **more}
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in found.items()
    }


@dataclass
class Dice:
    """One document's chances and the places that it speaks of."""

    random: Random
    city: str = ""
    counties: list[str] = field(default_factory=list)
    base: int = 2023

    def __post_init__(self) -> None:
        self.city = self.pick(words.CITIES)
        self.counties = self.random.sample(words.COUNTIES, 4)
        self.base = self.random.randint(2020, 2026)

    def pick(self, choices: Any) -> Any:
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def say(self, template: str) -> str:
        """Fill a template with names and numbers."""
        return template.format(
            city=self.city,
            county=self.pick(self.counties),
            area=self.pick(self.counties),
            zone=self.pick(words.ZONES),
            town=self.pick(words.TOWNS),
            river=self.pick(words.RIVERS),
            year=self.number(2019, 2023),
            n=self.number(11, 90),
            m=self.number(2, 9),
            p=self.number(60, 98),
            w=self.pick(("0.5", "2", "4.6", "10", "12.8", "20")),
        )

    def some(self, templates: Any, low: int, high: int) -> list[str]:
        count = self.number(low, high)
        return [self.say(text) for text in self.random.sample(templates, count)]

    def person(self) -> str:
        return self.pick(words.SURNAMES) + self.pick(("某", "某某"))


def dated(dice: Dice, year: int | None = None) -> Item:
    """A deadline of one date, as lists print it."""
    year = year or dice.base + dice.number(0, 3)
    month, last = dice.number(1, 12), dice.number(1, 28)
    forms = (
        (f"{year}年{month}月底前", day(year, month)),
        (f"{year}年{month}月{last}日前", day(year, month, last)),
        (f"{year}年底前", date(year, 12, 31)),
        (f"{year}年12月底前", date(year, 12, 31)),
        (f"{year}年12月31日前", date(year, 12, 31)),
        (f"{year}年底", date(year, 12, 31)),
        (f"{year}年{month}月底", day(year, month)),
        (f"{year}年{month}月{last}日", day(year, month, last)),
        (f"{year}年年底前", date(year, 12, 31)),
        (f"{year}年6月底前", date(year, 6, 30)),
    )
    raw, due_on = dice.pick(forms)
    return deadline(raw, "by_date", due_on)


def rare_date(dice: Dice) -> Item:
    year, month, last = dice.base + dice.number(0, 3), dice.number(1, 12), dice.number(1, 28)
    third = dice.number(0, 2)
    quarter = dice.number(1, 4)
    forms = (
        (f"{year}年上半年", date(year, 6, 30)),
        (f"{year}年下半年", date(year, 12, 31)),
        (f"{year}年第{FIGURES[quarter]}季度", day(year, quarter * 3)),
        (f"{year}年{FIGURES[quarter]}季度末", day(year, quarter * 3)),
        (f"{year}.{month}.{last}", day(year, month, last)),
        (f"{year}/{month}/{last}", day(year, month, last)),
        (f"{year}-{month:02}-{last:02}", day(year, month, last)),
        (f"{year}{month:02}{last:02}", day(year, month, last)),
        (f"{year}年{month}月{'上中下'[third]}旬", day(year, month, (10, 20, 0)[third])),
        (f"{year}年{month}月", day(year, month)),
        ("“十四五”末", date(2025, 12, 31)),
        (f"{year}年末", date(year, 12, 31)),
        (f"二〇二{FIGURES[year % 10] if year % 10 else '〇'}年六月底前", date(year, 6, 30)),
        (f"到{year}年底前", date(year, 12, 31)),
        (f"{year}年{month}月{last}日之前", day(year, month, last)),
        (f"{year}年{month}月底之前", day(year, month)),
        (f"{year}年{FIGURES[quarter]}季度", day(year, quarter * 3)),
        (f"{year}年第{FIGURES[quarter]}季度末前", day(year, quarter * 3)),
        (f"{year}年{month}月末", day(year, month)),
        (f"{year}年{month:02}月{last:02}日", day(year, month, last)),
        (f"{year}年{month}月{last}日前完成整改", day(year, month, last)),
        (f"力争{year}年底前完成", date(year, 12, 31)),
        (f"{year}.{month:02}.{last:02}前", day(year, month, last)),
        (f"{year} 年 {month} 月底前", day(year, month)),
    )
    raw, due_on = dice.pick(forms)
    return deadline(raw, "by_date", due_on)


def worded(dice: Dice) -> Item:
    """Deadlines in words: immediate, sustained, both, with a date beside them."""
    plain = dated(dice)
    due_on = date.fromisoformat(plain["due_on"])
    now = dice.pick(("立行立改", "即知即改", "立即整改", "立查立改", "即行即改"))
    long = dice.pick(("长期坚持", "持续推进", "持续整改", "常态化推进"))
    ending = plain["raw"].removesuffix("前") + "前"
    forms = (
        deadline(now, "immediate", immediate=True),
        deadline(long, "sustained", sustained=True),
        deadline(f"{now},{long}", "immediate", immediate=True, sustained=True),
        deadline(f"{now}、{long}", "immediate", immediate=True, sustained=True),
        deadline(f"{ending},并长期坚持", "by_date", due_on, sustained=True),
        deadline(f"{ending}完成并长期坚持", "by_date", due_on, sustained=True),
        deadline(f"{ending}完成", "by_date", due_on),
        deadline(f"{now},{ending}完成", "by_date", due_on, immediate=True),
        deadline(f"{ending}完成,长期坚持", "by_date", due_on, sustained=True),
        deadline(f"{now}并{long}", "immediate", immediate=True, sustained=True),
        deadline(f"{now};{long}", "immediate", immediate=True, sustained=True),
        deadline(f"{ending}完成整改并{long}", "by_date", due_on, sustained=True),
        deadline(f"{ending}完成,后续{long}", "by_date", due_on, sustained=True),
        deadline("长期任务", "sustained", sustained=True),
    )
    return dice.pick(forms)


def staged(dice: Dice) -> Item:
    year = dice.base
    month = dice.number(1, 11)
    first, second, third = day(year, month), date(year + 1, 6, 30), date(year + 2, 12, 31)
    works = dice.random.sample(
        ("完成方案编制", "完成招投标", "开工建设", "完成总工程量的60%", "建成投运"), 2
    )
    forms = (
        (f"{year}年{month}月底前{works[0]},{year + 2}年底前全面完成", (first, third)),
        (
            f"{year}年{month}月底前{works[0]},{year + 1}年6月底前{works[1]},{year + 2}年底前全部完成",
            (first, second, third),
        ),
        (f"{year}年{month}月底前{works[0]};{year + 1}年6月30日前通过验收", (first, second)),
        (f"{year + 1}年6月底前取得阶段性成效,{year + 2}年底前全面完成", (second, third)),
    )
    raw, stages = dice.pick(forms)
    more = {"sustained": True} if dice.chance(0.3) else {}
    return deadline(
        raw + ("并长期坚持" if more else ""), "staged", stages[-1], stages=stages, **more
    )


def spread(dice: Dice) -> Item:
    """From one day to another, or from one day on."""
    year, month = dice.base, dice.number(1, 6)
    first, last = date(year, month, 1), day(year, month + 5)
    forms = (
        deadline(f"{year}年{month}月至{month + 5}月", "range", last, starts_on=first),
        deadline(f"{year}年{month}月—{year}年{month + 5}月", "range", last, starts_on=first),
        deadline(
            f"{year}年{month}月1日至{month + 5}月{last.day}日", "range", last, starts_on=first
        ),
        deadline(f"{year}年{month}月起", "from_date", starts_on=first),
    )
    return dice.pick(forms)


def doubtful(dice: Dice) -> Item:
    """What a person has to settle: the reader says so and does not guess."""
    year, month = dice.base + dice.number(0, 2), dice.number(1, 12)
    forms = (
        deadline(f"{year}年{month}月前", "by_date", day(year, month), needs_review=True),
        deadline(f"{year}年前", "by_date", date(year, 12, 31), needs_review=True),
        deadline(f"{month}月底前", "by_date", needs_review=True),
        deadline(f"{year}年13月底前", "invalid", needs_review=True),
        deadline(f"{year}年2月30日前", "invalid", needs_review=True),
        deadline(f"{year}{month:02}底前", "invalid", needs_review=True),
        deadline("方案批复后6个月内", "relative", needs_review=True),
        deadline(f"{year}年汛期前", "fuzzy", needs_review=True),
        deadline("采暖季前", "fuzzy", needs_review=True),
        deadline("短期攻坚", "fuzzy", needs_review=True),
        deadline("按省要求时限完成", "reference", needs_review=True),
        deadline("——", "none"),
    )
    return dice.pick(forms)


def any_deadline(dice: Dice) -> Item:
    shares = ((dated, 60), (worded, 22), (rare_date, 9), (staged, 5), (spread, 3), (doubtful, 4))
    made = dice.random.choices([each for each, _ in shares], [share for _, share in shares])[0]
    return made(dice)
