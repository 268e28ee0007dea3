"""What stands around the items of a document: title, foreword, signature."""

from collections.abc import Sequence

from benchmarks.variants import words
from benchmarks.variants.paper import Block, Para
from benchmarks.variants.truth import Dice


def title(dice: Dice) -> list[Block]:
    text = dice.say(dice.pick(words.TITLES))
    found: list[Block] = []
    if dice.chance(0.25):
        found.append(Para(dice.pick(("附件", "附件1", "附件2:"))))
    found.append(Para(text, title=True))
    if dice.chance(0.25):
        found.append(Para(dice.pick(words.FOREWORDS)))
    return found


def tail(dice: Dice) -> list[Block]:
    """Who signed, when; nothing in most documents."""
    if dice.chance(0.75):
        return []
    who = f"{dice.city}市生态环境保护督察整改工作领导小组办公室"
    when = f"{dice.base}年{dice.number(1, 12)}月{dice.number(1, 28)}日"
    return (
        [Para(who, right=True), Para(when, right=True)]
        if dice.chance(0.7)
        else [Para("联系人:卫某 联系电话:0000-0000000")]
    )


def framed(dice: Dice, blocks: Sequence[Block]) -> list[Block]:
    return [*title(dice), *blocks, *tail(dice)]
