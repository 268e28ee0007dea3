"""What stands around the item of a notice: its number, recipients, signature, contacts."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from typing import Any, Final

from app.intake.parsing.frame import SIGNED
from app.intake.parsing.markers import other_numbers, read_marker
from app.intake.parsing.numerals import NUMERAL, arabic
from app.intake.parsing.remembered import read_deadline, read_units

COMPOUND: Final = rf"(?:\d{{1,4}}(?:-\d{{1,3}})*|{NUMERAL})"
NUMBERS: Final = (
    re.compile(rf"第\s*(?P<number>{COMPOUND})\s*(?:项|号)(?!决定|令|文)(?:[(（](?P<others>[^()（）]{{0,30}}(?:序号|第)[^()（）]{{1,20}})[)）])?"),
    re.compile(rf"(?:序号|编号)\s*[:：为]?\s*(?P<number>{COMPOUND})(?:号|项)?(?:\s*[(（](?P<others>[^()（）]{{0,30}}(?:序号|第|编号)[^()（）]{{1,20}})[)）])?"),
    re.compile(r"(?P<number>\d{1,4}(?:-\d{1,3})*)\s*号(?:整改)?(?:问题|任务|事项)(?P<others>)"),
    re.compile(rf"(?:整改任务|反馈问题|整改问题|问题|任务)\s*(?P<number>{COMPOUND})(?![\d个项条家、.年月类批])(?P<others>)(?=[整完销验公(（,，。:：]|$)"),
)  # fmt: skip
DOCUMENT: Final = re.compile(
    r"[一-龥]{2,14}\s*[〔\[【(（﹝]\s*\d{4}\s*[〕\]】)）﹞]\s*第?\s*\d{1,4}\s*号"
)
RECIPIENTS: Final = re.compile(r"[^。；;，]{3,120}[:：]")
RECIPIENT_END: Final = re.compile(
    r"(?:府|委|会|局|厅|办|公司|集团|单位|部门|院|镇|街道|中心|处)(?:[(（][^()（）]{1,20}[)）])?[:：]$"
)
TITLE_WITHIN: Final = 5
TITLE_STOP: Final = re.compile(r"[。；;,，!！?？:：]|^.{71,}$")
WIDE: Final = re.compile(r"[一-龥](?:\s+[一-龥]){1,5}")
"""公 示 is set wide, not two words."""
TITLE_END: Final = re.compile(
    r"(?:函|公示|公告|说明|通知|通报|通知书|督办单|情况表|简报|报告|督办令|公示表)(?:[(（][^()（）]{1,20}[)）])?$"
)
DATE: Final = re.compile(r"(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*年\s*.{1,3}月\s*.{1,3}日")
CONTACTS: Final = (
    ("name", re.compile(r"联系人(?:员)?\s*[:：]\s*(?P<text>[^\s,，;；。:：()（）]{2,12}?)(?=\s|[,，;；。()（）]|联系|电话|手机|$)")),
    ("phone", re.compile(r"电话(?:号码)?\s*[:：]?\s*(?P<text>[\d(（][\d\-—()（）、/转 ]{5,40}\d)")),
    ("address", re.compile(r"地址\s*[:：]\s*(?P<text>[^,，;；。:：\n]{4,60}?)(?=\s*(?:邮编|邮政编码|联系|电话|[,，;；。]|$))")),
    ("email", re.compile(r"(?P<text>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})")),
)  # fmt: skip
REPLY: Final = re.compile(
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:之?前|以前)?[^。；;]{0,16}(?:报送|书面|反馈|回复|函复|上报|报告|报至|报我|报市|报省|报县)"
)


def read_title(texts: Sequence[str]) -> str | None:
    """Return the title of a notice, put together where it was broken over lines."""
    parts: list[str] = []
    for text in texts[:TITLE_WITHIN]:
        bare = text.rstrip(":：")
        bare = "".join(bare.split()) if WIDE.fullmatch(bare) else bare
        if DOCUMENT.fullmatch(bare) or read_marker(bare) or TITLE_STOP.search(bare):
            parts = []
            continue
        parts.append(bare)
        if TITLE_END.search(bare):
            return "".join(parts[-1:] if bare.startswith("关于") else parts)
    return None


def read_number(texts: Sequence[str]) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Return the only item number that the texts name, with its numbers in other lists."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for text in texts:
        for pattern in NUMBERS:
            for match in pattern.finditer(text):
                number = arabic(match["number"])
                others = other_numbers(match["others"] or "")
                found[number] = found.get(number) or others
    if len(found) != 1:
        return None, ()
    return next(iter(found.items()))


def read_recipients(texts: Sequence[str]) -> list[str]:
    """Return whom a letter is addressed to: the line of units that ends with a colon."""
    for text in texts:
        if RECIPIENTS.fullmatch(text) and RECIPIENT_END.search(text):
            return list(read_units(text.rstrip(":：")).names())
    return []


def further_facts(texts: Sequence[str], year: int | None = None) -> dict[str, Any]:
    """Return the further keys of a notice that it states."""
    facts: dict[str, Any] = {}
    if number := next((match[0] for text in texts if (match := DOCUMENT.search(text))), None):
        facts["document_number"] = number.replace(" ", "")
    if recipients := read_recipients(texts):
        facts["recipients"] = recipients
    facts |= _signature(texts)
    if contact := _contact(texts):
        facts["contact"] = contact
    if match := next((found for text in texts if (found := REPLY.search(text))), None):
        due_on = read_deadline(f"{match['date']}前", year).due_on
        facts["reply_by"] = due_on.isoformat() if due_on else None
    return facts


def _signature(texts: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for index, text in enumerate(texts):
        if index and DATE.fullmatch(text) and (due_on := read_deadline(text).due_on):
            found["issued_on"] = due_on.isoformat()
    for text in reversed(texts[-3:]):
        if SIGNED.fullmatch(text) and not DATE.search(text):
            return {"issued_by": text} | found
    return found


def _contact(texts: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        for kind, pattern in CONTACTS:
            if kind not in found and (match := pattern.search(text)):
                found[kind] = match["text"].strip()
    return found
