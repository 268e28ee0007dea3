"""Notices that no rule for lists reads: objections, prose about one task."""

import re
from collections.abc import Sequence
from typing import Any, Final

from app.intake.parsing.lines import Paragraph
from app.intake.parsing.notices.facts import COMPOUND, read_number, read_recipients
from app.intake.parsing.remembered import read_deadline, read_units
from app.intake.parsing.result import ParsedItem
from app.intake.parsing.values import read_lamp, read_status

OBJECTIONS: Final = re.compile(r"异议|公示.{0,10}意见")
OBJECTION: Final = re.compile(
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.、．]|[(（][\d一二三四五六七八九十]{1,2}[)）])\s*(?:关于)?(?P<led>(?:群众|来电|来信)?反映|异议|提出)?[:：]?(?P<text>.{4,300})",
    re.DOTALL,
)
VERDICTS: Final = (
    (re.compile(r"部分属实|部分成立"), "partly"),
    (re.compile(r"基本属实"), "largely"),
    (re.compile(r"不属实|不成立|不存在|与事实不符"), "no"),
    (re.compile(r"属实|成立"), "yes"),
)
EXAMINED: Final = re.compile(r"经(?:核查|核实|查|调查)|情况")
RETURNED: Final = re.compile(
    r"(?:退回|退由|交由|责成|责令|督促)(?P<unit>[^,，。；;]{2,24}?(?:政府|局|委|管委会|街道办事处|街道|镇|公司))"
)
NAMED: Final = (
    re.compile(rf"第\s*{COMPOUND}\s*(?:项|号)(?:整改)?(?:任务|问题|事项)?\s*[“\"](?P<text>[^“”\"]{{4,120}})[”\"]"),
    re.compile(rf"(?:第\s*{COMPOUND}\s*(?:项|号)|序号\s*{COMPOUND}|{COMPOUND}号)(?:整改)?(?:任务|问题|事项)?\s*[(（](?P<text>(?![^()（）]{{0,30}}序号)[^()（）]{{4,80}})[)）]"),
    re.compile(r"[“\"](?P<text>[^“”\"]{6,120})[”\"](?:的)?(?:问题|任务)"),
    re.compile(r"关于(?:督办|催办|加快推进|加快|推进|抓紧|提醒)?(?:办理|整改|落实|解决)?(?P<text>[^第《》]{6,60}?问题)(?:整改)?(?:工作)?的(?:督办|提醒|催办)?(?:函|通知)$"),
)  # fmt: skip
PERCENT: Final = re.compile(
    r"(?:完成|进度|比例|推进)[^,，。；;%\d]{0,10}(?P<text>\d{1,3}(?:\.\d+)?\s*[%％])"
)
PACE: Final = re.compile(
    r"[^,，。；;]*(?:序时进度|时序进度|滞后|落后|未启动|尚未启动|未开工)[^,，。；;]*"
)
LAMP: Final = re.compile(r"(?:亮|黄|红|蓝|绿)(?:色)?(?:牌|灯)")
DATE: Final = r"(?P<text>(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|(?<=年)底)(?:之?前|以前)?)"
DUE: Final = (
    re.compile(rf"(?:督办|整改|完成|办理)(?:期限|时限)(?:为|至|到|是|延|长|[:：])*\s*{DATE}"),
    re.compile(rf"{DATE}(?=[^。；;]{{0,8}}(?:完成整改(?!方案|计划|台账)|整改到位|整改完毕|完成该项|完成任务))"),
    re.compile(rf"(?:应|须|需|要求)(?:于|在)?{DATE}(?=[^。；;]{{0,6}}完成)"),
    re.compile(rf"于{DATE}到期"),
)  # fmt: skip
ADDRESSED: Final = re.compile(r"[你贵](?:县|市|区|局|委|单位|办|公司|镇|街道|旗|州)")


def objections_of(paragraphs: Sequence[Paragraph]) -> list[dict[str, Any]]:
    """Return the objections that were examined, each with its verdict."""
    if not any(OBJECTIONS.search(each.text) for each in paragraphs):
        return []
    found = []
    for paragraph in paragraphs:
        match = OBJECTION.fullmatch(paragraph.text)
        verdict = verdict_of(paragraph.text)
        if match and (verdict or (match["led"] and EXAMINED.search(paragraph.text))):
            text, _, handling = match["text"].partition("。")
            found.append(
                {
                    "text": text.removesuffix("的异议"),
                    "substantiated": verdict,
                    "handling": handling or None,
                    "line": paragraph.lines[0],
                }
            )
    return found


def verdict_of(text: str) -> str | None:
    return next((verdict for pattern, verdict in VERDICTS if pattern.search(text)), None)


def prose_item(paragraphs: Sequence[Paragraph], year: int | None) -> ParsedItem | None:
    """Return the one task that a letter or a short notice speaks of."""
    texts = [each.text for each in paragraphs]
    whole = "\n".join(texts)
    number, others = read_number(texts)
    problem = next((match["text"] for each in NAMED if (match := each.search(whole))), None)
    if number is None and problem is None:
        return None
    item = ParsedItem(number=number, problem=problem)
    item.other_numbers = [{"level": level, "number": other} for level, other in others]
    _state(item, whole)
    if ADDRESSED.search(whole):
        item.responsible_units = read_recipients(texts)
    elif match := RETURNED.search(whole):
        item.responsible_units = list(read_units(match["unit"]).names())
    state_deadline(item, whole, year)
    return item


def state_deadline(item: ParsedItem, text: str, year: int | None) -> None:
    """Take the day that a letter sets, or the one that it says was set."""
    match = next((found for each in DUE if (found := each.search(text))), None)
    if match is not None:
        item.deadline = read_deadline(match["text"], year)
        item.raw["deadline"] = match["text"]
        item.needs_review = item.deadline.needs_review


def _state(item: ParsedItem, text: str) -> None:
    if match := PERCENT.search(text):
        item.percent = match["text"]
    if match := PACE.search(text):
        item.status = read_status(match[0])
    if match := LAMP.search(text):
        item.lamp = read_lamp(match[0])
        item.raw["lamp"] = match[0]
