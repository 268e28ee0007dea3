"""What stands around the items: title, foreword, signature, contacts."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.labels import Field
from app.intake.parsing.noise import TITLE_END
from app.intake.parsing.numerals import NUMERAL, arabic
from app.intake.parsing.pieces import Statement
from app.intake.parsing.result import Finding
from app.wording import N_

TITLE_LENGTH: Final = 70
SHORT_TITLE: Final = 16
SPREAD: Final = re.compile(r" +")
SPREAD_WHOLE: Final = re.compile(r"(?:\S +){3,}\S")
"""整 改 任 务 清 单."""
SHORT_HALF: Final = 10
WITH_BLANK: Final = 2
BOILERPLATE: Final = re.compile(
    r"版权|免责声明|.{0,4}凡(?:本网)?注明|更多.{2,12}请?关注|关键词[:：]|扫[码一]|不良内容举报|.{0,12}备案号|打开微信"
)
ENDINGS: Final = "。；;！!？?，,、：:"
ATTACHMENT: Final = re.compile(r"附\s*件?\s*[\d一二三四五六七八九十]*\s*[：:]?\s*")
TAIL: Final = re.compile(
    r"[(（]?(?:\d{4}|[二〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日[)）]?"
    r"|(?:联系|监督|举报|咨询|投诉|邮寄|通讯|通信|办公|信函|传真|电子邮|邮政编码|扫码|责任编辑|编辑|来源|作者|抄送|抄报|主办|承办|附件|附表|附图|注[：:]|填报|审核|制表|签发|公示(?:时间|期|日期))"
    r".{0,80}"
)
NUMBER: Final = re.compile(rf"(?:第|序号)\s*({NUMERAL})\s*(?:项|号|[)）])")
SIGNED: Final = re.compile(
    r"[^，。；：:、,;]{4,40}(?:办公室|办|局|府|委|会|组|厅|部|院|公司|指挥部|中心)"
)
SHORT_TAIL: Final = 24
MUTILATED: Final = re.compile(r"\d{6,8}[日月底末]|(?<!\d)(?:19|20)\d{2}\d{1,4}日")


def split_title(statements: Sequence[Statement]) -> tuple[str | None, list[Statement]]:
    """Return the title and the statements that make it up."""
    named = [each for each in statements if _may_be_title(each)]
    ends = [index for index, each in enumerate(named) if TITLE_END.search(each.text)]
    if not ends:
        first = named[:1] if named and named[0] is statements[0] else []
        return (_bare(first[0].text) if first else None), first
    last = ends[-1]
    parts = [named[last]]
    while last and _belongs(named[last - 1], parts[0]):
        last -= 1
        whole = TITLE_END.search(named[last].text) and not _is_half(named[last], parts[0])
        if whole or not _bare(named[last].text):
            break
        parts.insert(0, named[last])
    return "".join(_bare(each.text) for each in parts) or None, named


def _belongs(before: Statement, title: Statement) -> bool:
    """Whether a line is the first half of a title: over a blank line only if that one is short."""
    gap = title.lines[0] - before.lines[-1]
    return gap <= 1 or (gap <= WITH_BLANK and len(title.text) < SHORT_TITLE)


def _is_half(before: Statement, title: Statement) -> bool:
    """…反馈意见 / 整改任务清单: the line straight below is too short to be a title of its own."""
    return title.lines[0] - before.lines[-1] == 1 and len(title.text) <= SHORT_HALF


def number_in_title(title: str) -> str | None:
    """Return the number of the only item of a document: 第11项整改任务完成情况表."""
    found = NUMBER.findall(title)
    return arabic(found[0]) if len(found) == 1 else None


def _may_be_title(statement: Statement) -> bool:
    text = statement.text
    return len(text) <= TITLE_LENGTH and text[-1] not in ENDINGS and not statement.fields


def _bare(text: str) -> str:
    text = SPREAD.sub("", text) if SPREAD_WHOLE.fullmatch(text) else text
    return ATTACHMENT.sub("", text, count=1) if ATTACHMENT.match(text) else text


def foreword(statements: Sequence[Statement], account: Account) -> str | None:
    """Set aside what stands before the first item and return the title found there."""
    if not statements:
        return None
    title, parts = split_title(statements)
    for statement in statements:
        account.ignore(statement.lines, "title" if statement in parts else "notice-text")
        for match in MUTILATED.finditer(statement.text):
            message = N_("日期残缺，无法确定，请按原件补全")
            account.find(Finding(statement.lines[0], "mutilated-date", match[0], message))
    return title


def without_boilerplate(statements: Sequence[Statement], account: Account) -> list[Statement]:
    """Set aside what a web site writes under an article: rights, keywords, codes to scan."""
    first = len(statements)
    while first and not statements[first - 1].fields:
        first -= 1
    for index in range(first, len(statements)):
        if BOILERPLATE.match(statements[index].text):
            for statement in statements[index:]:
                account.ignore(statement.lines, "notice-text")
            return list(statements[:index])
    return list(statements)


def without_tail(statements: Sequence[Statement], account: Account) -> list[Statement]:
    """Set aside contacts, dates and signatures after the last item."""
    kept = list(statements)
    while len(kept) > 1 and _is_tail(kept[-1]) and not _awaits(kept[-2]):
        account.ignore(kept.pop().lines, "notice-text")
        if SIGNED.fullmatch(kept[-1].text) and kept[-1].bare and not _awaits(kept[-2:][0]):
            account.ignore(kept.pop().lines, "notice-text")
    while len(kept) > 1 and _is_stray(kept[-1]) and _closed(kept):
        account.ignore(kept.pop().lines, "notice-text")
    return kept


def _is_tail(statement: Statement) -> bool:
    said = set(statement.fields) <= {Field.CONTACT, Field.PUBLICITY}
    return said and statement.marker is None and TAIL.fullmatch(statement.text) is not None


def _awaits(statement: Statement) -> bool:
    """A label whose value stands on the next line."""
    last = statement.pieces[-1] if statement.pieces else None
    return last is not None and last.field is not None and not last.text


def _is_stray(statement: Statement) -> bool:
    text = statement.text
    return statement.bare and len(text) <= SHORT_TAIL and text[-1] not in ENDINGS


def _closed(statements: Sequence[Statement]) -> bool:
    """A long paragraph that ended before the stray lines at the very end."""
    before = next((each for each in reversed(statements) if not _is_stray(each)), None)
    return (
        before is not None
        and before.bare
        and before.text[-1] in "。！!"
        and len(before.text) > SHORT_TAIL
    )
