"""The door for notices: what is set aside before items are sought, and what is added after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.figures_text import read_text
from app.intake.parsing.labels import Field
from app.intake.parsing.lines import Block, Paragraph, Row
from app.intake.parsing.notices.cards import carded_items
from app.intake.parsing.notices.facts import further_facts, read_number, read_title
from app.intake.parsing.notices.numbers import own_number
from app.intake.parsing.notices.publicity import read_publicity, states_window
from app.intake.parsing.notices.several import items_together
from app.intake.parsing.notices.special import objections_of, prose_item
from app.intake.parsing.notices.tracing import account_for, map_number, map_words, too_short
from app.intake.parsing.pieces import read_statement
from app.intake.parsing.result import ParsedItem
from app.intake.parsing.said import unnumbered

ASIDE: Final = frozenset({Field.PUBLICITY, Field.CONTACT})
HEADED: Final = re.compile(r".{0,4}公示(?:时间|期间|期限?|日期|起止时间)[:：]?")
INSTRUCTION: Final = re.compile(
    r"(?:请(?:各|你|有关|相关)|每(?:月|季度?|周|旬)|到期|逾期|特此|各[一-龥]{0,4}?(?:单位|部门|地)|对(?:逾期|到期)|以上|上述|如有|如对|若有|若对|公示期间|欢迎)"
)
REACHED: Final = re.compile(
    r".{0,4}(?:异议)?(?:联系|受理|监督|举报|反馈|意见)[一-龥、]{0,10}(?:方式|部门|单位|电话|途径|渠道|地址)[:：]?"
)
CONTACT: Final = re.compile(r"(?:联系)?(?:电话|邮箱|电子邮箱|地址|传真|邮编|通讯地址)\s*[:：]")
LETTER: Final = re.compile(r"(?:督办|催办|提醒|警示|预警|整改)(?:函|通知|通知书|单)|的函$|函[〔\[]")


@dataclass
class Notice:
    """What a notice says beside its items."""

    paragraphs: list[Paragraph]
    items: list[ParsedItem] = field(default_factory=list)
    """Items read as a whole; the rules for lists are not asked then."""
    title: str | None = None
    figures: list[dict[str, Any]] = field(default_factory=list)


def open_notice(blocks: Sequence[Block], account: Account) -> tuple[Notice, list[Block]]:
    """Take off what is no part of an item; return the rest for the rules of lists."""
    notice = Notice(_paragraphs(blocks))
    notice.title = read_title([each.text for each in notice.paragraphs])
    notice.items = carded_items(notice.paragraphs)
    if notice.items:
        for index, item in enumerate(notice.items):
            account.map(range(item.source[0], item.source[1] + 1), "lamp", index)
        notice.figures = _figures(notice.paragraphs, account)
    elif objections_of(notice.paragraphs) or _is_letter(notice.paragraphs):
        notice.items = _prose_items(notice.paragraphs, account, None)
    if notice.items:
        return notice, []
    return notice, _without_asides(blocks, account)


def close_notice(
    notice: Notice, items: list[ParsedItem], account: Account, year: int | None
) -> list[ParsedItem]:
    """Complete the items with what the notice says of them: number, publicity, contacts."""
    items = _items(notice, items, account, year)
    texts = [each.text for each in notice.paragraphs]
    if len(items) == 1:
        _complete(items[0], texts, notice, account)
    facts = further_facts(texts, year)
    window = read_publicity(texts, year)
    for item in items:
        item.notice = facts | item.notice
        item.publicity = window.to_json() if window else None
    if items:
        account_for(notice.paragraphs, items, account)
    if window and window.sufficient is False:
        too_short(notice.paragraphs, account)
    return items


def _items(
    notice: Notice, items: list[ParsedItem], account: Account, year: int | None
) -> list[ParsedItem]:
    found = notice.items or items or _prose_items(notice.paragraphs, account, year)
    for item in found:
        own_number(item)
    return found


def _prose_items(
    paragraphs: Sequence[Paragraph], account: Account, year: int | None
) -> list[ParsedItem]:
    single = prose_item(paragraphs, year)
    if single is not None:
        return [single]
    items = items_together(paragraphs, year)
    for index, item in enumerate(items):
        account.map(item.lines["number"], "number", index)
    return items


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """Paragraphs as they are; a row of a form as 公示时间:value; a heading with its value."""
    found: list[Paragraph] = []
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else _row_text(block)
        if found and HEADED.fullmatch(found[-1].text):
            found.append(Paragraph(f"{found[-1].text}:{text}", block.lines))
        else:
            found.append(Paragraph(text, block.lines))
    return found


def _row_text(row: Row) -> str:
    return ":".join(cell.text for cell in row.cells if cell.text and not cell.repeated)


def _without_asides(blocks: Sequence[Block], account: Account) -> list[Block]:
    """Take off the window, contacts and instructions, which rules of lists would put into items."""
    kept: list[Block] = []
    heading = ""
    for block in blocks:
        reason = _aside(block, heading) if isinstance(block, Paragraph) else _row_aside(block)
        if reason == "publicity":
            account.map(block.lines, reason)
        elif reason:
            account.ignore(block.lines, reason)
        else:
            kept.append(block)
        heading = _heading(block, heading)
    return kept


def _aside(paragraph: Paragraph, heading: str) -> str:
    """Say why a paragraph is no part of an item; nothing if it may be."""
    statement = read_statement(paragraph)
    own = set(statement.fields) <= ASIDE
    if HEADED.fullmatch(paragraph.text) or (own and states_window(paragraph.text)):
        return "publicity"
    if REACHED.fullmatch(paragraph.text):
        return "notice-text"
    if heading and statement.marker is None and own:
        return heading
    if statement.fields and own and CONTACT.match(paragraph.text):
        return "notice-text"
    return "notice-text" if statement.bare and INSTRUCTION.match(paragraph.text) else ""


def _row_aside(row: Row) -> str:
    """A row of a form for the window or for contacts."""
    first = row.cells[0].text if row.cells else ""
    if HEADED.fullmatch(first):
        return "publicity"
    return "notice-text" if REACHED.fullmatch(first) else ""


def _heading(block: Block, before: str) -> str:
    """What stands under a heading of the window or of contacts, up to the next number."""
    if not isinstance(block, Paragraph):
        return ""
    if HEADED.fullmatch(block.text):
        return "publicity"
    if REACHED.fullmatch(block.text):
        return "notice-text"
    return "" if read_statement(block).marker else before


def _is_letter(paragraphs: Sequence[Paragraph]) -> bool:
    """A letter in prose: no list of problems, no labels."""
    if not any(LETTER.search(each.text) for each in paragraphs[:4]):
        return False
    statements = [read_statement(each) for each in paragraphs]
    said = {found for each in statements for found in each.fields} - ASIDE
    return not said and not any(each.marker and not each.heading for each in statements)


def _complete(item: ParsedItem, texts: Sequence[str], notice: Notice, account: Account) -> None:
    number, others = read_number(texts)
    if item.number is None:
        item.number = number
        item.other_numbers = item.other_numbers or [
            {"level": level, "number": other} for level, other in others
        ]
    if number is not None and item.number == number:
        map_number(item, notice.paragraphs, notice.title, account)
    item.target, item.progress = unnumbered(item.target), unnumbered(item.progress)
    if objections := objections_of(notice.paragraphs):
        item.notice["objections"] = objections
    if item.source == (0, 0):
        lines = [line for each in notice.paragraphs for line in each.lines]
        item.source = (lines[0], lines[-1])
        map_words(item, notice.paragraphs, account)


def _figures(paragraphs: Sequence[Paragraph], account: Account) -> list[dict[str, Any]]:
    """Return the counts of tasks that a bulletin begins with."""
    found: list[dict[str, Any]] = []
    for paragraph in paragraphs:
        told = [each.figure for each in read_text(paragraph.text) if each.figure.unit in "项个件"]
        if told and account.is_open(paragraph.lines):
            account.map(paragraph.lines, "figures")
            found.extend(figure.to_json() for figure in told)
    return found
