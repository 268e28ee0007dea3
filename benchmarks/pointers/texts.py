"""Invented reports in pairs of which it is known whether the second one was copied."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

PLACES = ("东门桥", "学府路", "西关巷", "环城北路", "滨河路", "和平里", "石桥镇", "柳树沟", "北沙洲", "南岸支渠",
          "青石岭", "云泽湖口", "白石滩", "红旗渠段", "松岭矿区", "新安工业园")  # fmt: skip
THINGS = (
    "混错接点",
    "入河排口",
    "雨水管段",
    "畜禽粪污池",
    "裸露矿坑",
    "散煤锅炉",
    "渗滤液池",
    "违建码头",
    "餐饮油烟点",
    "扬尘工地",
)
WORK = (
    "完成{place}{count}处{thing}整治，现场已清理并移交管护",
    "组织施工队对{place}{count}处{thing}逐一开挖、修复、回填，验收合格{less}处",
    "{place}段{thing}整改进场，累计投入机械{less}台班，完成工程量{count}%",
    "对{place}周边{thing}复测{less}次，监测数据由市监测站出具",
    "拆除{place}{thing}{count}个，清运渣土{tons}吨，栽植乔木{less}株",
    "约谈{place}经营业主{less}家，签订整改承诺书，封堵{thing}{count}个",
    "{place}管护合同已签订，落实管护员{less}名，每日巡查两次并留存记录",
    "邀请专家对{place}{thing}整治效果评估，提出意见{less}条，均已采纳修改",
    "{place}{thing}因地下管线交叉停工{less}天，现已协调电力部门迁改",
    "向{place}沿线居民发放告知书{tons}份，收回意见{count}条并逐条答复",
)
NEXT = (
    "下一步对剩余点位倒排工期",
    "计划月底前完成复核",
    "争取资金尽快到位",
    "安排专人盯守现场",
    "待气温回升后补种",
)
LINKS = ("；", "。同时，", "。其中", "，并")
DATES = ("11月{d}日", "截至11月{d}日，", "本周", "", "")


@dataclass(frozen=True)
class Pair:
    """Two reports; `copied` is the known answer."""

    text: str
    other: str
    how: str
    target: str = ""
    copied: bool = False


def sentences(chance: Random, count: int) -> list[str]:
    """Return sentences of an invented report, no two made of the same pattern."""
    return [
        pattern.format(
            place=chance.choice(PLACES), thing=chance.choice(THINGS), count=chance.randint(3, 96),
            less=chance.randint(2, 19), tons=chance.randint(120, 4000),
        )
        for pattern in chance.sample(WORK, count)
    ]  # fmt: skip


def report(chance: Random, length: int = 4) -> str:
    opening = chance.choice(DATES).format(d=chance.randint(2, 28))
    body = chance.choice(LINKS).join(sentences(chance, length))
    return f"{opening}{body}。{chance.choice(NEXT)}。"


def _renamed(chance: Random, text: str) -> str:
    """The same report with other places and a few other figures."""
    for place in PLACES:
        if place in text:
            text = text.replace(place, chance.choice(PLACES))
    digits = [at for at, char in enumerate(text) if char.isdigit()]
    for at in chance.sample(digits, min(2, len(digits))):
        text = text[:at] + str(chance.randint(1, 9)) + text[at + 1 :]
    return text


def _reordered(chance: Random, text: str) -> str:
    parts = [part for part in text.split("。") if part]
    chance.shuffle(parts)
    return "。".join(parts) + "。"


def _padded(chance: Random, text: str) -> str:
    """A copy with a sentence of its own in front."""
    return f"{sentences(chance, 1)[0]}。{text}"


WORDS_FOR = {"完成": "做完", "整治": "治理", "现场": "场地", "组织": "安排", "修复": "恢复", "拆除": "清除",
             "逐一": "逐个", "签订": "签署", "均已": "全部", "意见": "建议", "计划": "拟"}  # fmt: skip


def _reworded(_chance: Random, text: str) -> str:
    """A copy in which many a word was put in place of another."""
    for word, other in WORDS_FOR.items():
        text = text.replace(word, other)
    return text


COPIES = {"verbatim": lambda _chance, text: text, "renamed": _renamed, "reordered": _reordered,
          "padded": _padded, "reworded": _reworded}  # fmt: skip


def _target(chance: Random) -> str:
    return f"{chance.choice(PLACES)}{chance.choice(THINGS)}全部整改到位，排放浓度稳定达到国家和省规定的标准，断面水质达到考核目标要求"


def pairs(seed: int, count: int) -> Iterator[Pair]:
    """Yield pairs, half of them copies: of another task, or of the last period."""
    chance = Random(seed)
    for at in range(count):
        target = _target(chance)
        if at % 2:
            how = list(COPIES)[at // 2 % len(COPIES)]
            text = report(chance)
            yield Pair(COPIES[how](chance, text), text, how, target, copied=True)
        else:
            yield _honest(chance, target, at)


def _honest(chance: Random, target: str, at: int) -> Pair:
    """Two reports that have much in common and are no copies."""
    if at % 3 == 0:
        both = f"按照整改目标“{target}”，"
        return Pair(both + report(chance, 2), both + report(chance, 2), "quote", target)
    shared = sentences(chance, 1)[0]
    return Pair(
        f"{report(chance, 3)}{shared}。", f"{shared}。{report(chance, 3)}", "shared", target
    )


def weeks(seed: int, count: int) -> Iterator[Pair]:
    """Yield reports of one task in two periods: the same words again, or with the week's figures."""
    chance = Random(seed)
    for at in range(count):
        text = report(chance)
        if at % 2:
            day = f"11月{chance.randint(10, 28)}日，"
            yield Pair(day + text, text, "repeated", copied=True)
        else:
            counted = "".join(
                str(chance.randint(1, 9)) if char.isdigit() else char for char in text
            )
            yield Pair(counted, text, "new figures")
