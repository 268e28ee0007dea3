"""From what was read of a notice back to its lines."""

from collections.abc import Sequence

from app.intake.parsing.account import Account
from app.intake.parsing.lines import Paragraph
from app.intake.parsing.notices.facts import read_number
from app.intake.parsing.notices.publicity import states_window
from app.intake.parsing.result import Finding, ParsedItem
from app.wording import N_


def map_number(
    item: ParsedItem, paragraphs: Sequence[Paragraph], title: str | None, account: Account
) -> None:
    """The line that names the number: one of the text rather than the title."""
    named = [each for each in paragraphs if read_number([each.text])[0] == item.number]
    named.sort(key=lambda each: each.text.rstrip(":：") in (title or ""))
    for paragraph in named[:1]:
        item.lines["number"] = list(paragraph.lines)
        account.map(paragraph.lines, "number", 0)


def map_words(item: ParsedItem, paragraphs: Sequence[Paragraph], account: Account) -> None:
    """Lead each value back to the first line that says it."""
    words = {
        "problem": item.problem,
        "percent": item.percent,
        "deadline": item.raw.get("deadline"),
        "lamp": item.raw.get("lamp"),
        "responsible_units": item.responsible_units[0] if item.responsible_units else None,
    }
    for name, word in words.items():
        named = [each for each in paragraphs if word and word in each.text]
        for paragraph in named[:1]:
            item.lines[name] = list(paragraph.lines)
            account.map(paragraph.lines, name, 0)


def account_for(
    paragraphs: Sequence[Paragraph], items: Sequence[ParsedItem], account: Account
) -> None:
    """Say of every line what it was read as, or that it is no part of an item."""
    for paragraph in paragraphs:
        if items[0].publicity and states_window(paragraph.text):
            account.map(paragraph.lines, "publicity", 0)
        objected = [each["line"] for each in items[0].notice.get("objections", [])]
        account.map([line for line in objected if line in paragraph.lines], "objections", 0)
        account.ignore(paragraph.lines, "notice-text")


def too_short(paragraphs: Sequence[Paragraph], account: Account) -> None:
    """Report the window that is shorter than it claims."""
    stating = (each.lines[0] for each in paragraphs if states_window(each.text))
    line = next(stating, 0)
    message = N_("公示期不足：按起止日期计算的天数少于写明的天数")
    account.find(Finding(line, "publicity-too-short", account.text(line)[:80], message, 0))
