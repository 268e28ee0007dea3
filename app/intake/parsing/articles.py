"""Articles of a work plan and of a report: sentences with their dates, what was done so far."""

import re
from collections.abc import Sequence
from typing import Final

from app.deadlines.phrases import Deadline, DeadlineKind
from app.intake.parsing.brackets import FIRM
from app.intake.parsing.enumerations import enumerated, lead_in
from app.intake.parsing.markers import Kind
from app.intake.parsing.measures import PHRASE, find_deadline, joined
from app.intake.parsing.pieces import Statement
from app.intake.parsing.remembered import read_deadline
from app.intake.parsing.result import Measure
from app.intake.parsing.values import read_status

NARRATIVE: Final = re.compile(r"[该此](?:问题|项|任务)|^(?:已|正在)|一是.+二是", re.DOTALL)
SENTENCE: Final = re.compile(r"[^。！!\n]+[。！!]?")
PLANNED: Final = re.compile(
    r"(?:计划|预计|力争|拟|将)(?:于|在)?(?P<phrase>[^。；;，,]{4,24}?)(?:完成(?:整改)?|整改到位|销号)"
)
UNDER_WAY: Final = re.compile(r"[该此](?:问题|项|任务)[^。；;]{0,8}正在")
STANDING: Final = re.compile(r"长期坚持|持续整改|持续推进")

LASTING: Final = re.compile(r"[,，、;；。](长期坚持|持续推进|持续坚持|常态化推进|长期推进)。?$")


def is_narrative(body: str) -> bool:
    """A report on what was done, not a plan of what to do."""
    return NARRATIVE.search(body) is not None and ("整改" in body[:80] or "完成" in body[:80])


def read_articles(body: str, year: int | None) -> list[Measure]:
    """Return the sentences of an article, each with the date that it names."""
    members = enumerated(body)
    texts = members or [match[0].strip() for match in SENTENCE.finditer(body)]
    return [Measure(joined(text), (), find_deadline(text, year)) for text in texts if text]


def article_deadline(body: str, year: int | None) -> Deadline | None:
    """Return the dates that an article names: one is its deadline, several are its stages."""
    phrases = [match[0].strip() for match in PHRASE.finditer(body)]
    dated = [each for each in phrases if read_deadline(each, year).kind is DeadlineKind.BY_DATE]
    days = {read_deadline(each, year).due_on for each in dated}
    if len(days) > 1:
        return read_deadline("；".join(dict.fromkeys(dated)), year)
    firm = dated or [each for each in phrases if read_deadline(each, year).kind in FIRM]
    if not firm and (match := LASTING.search(body)):
        firm = [match[1]]
    return read_deadline(firm[0], year) if firm else None


def announced(progress: str, year: int | None) -> Deadline | None:
    """Return the day of 该问题正在整改,预计2025年3月底前完成, where no field names one."""
    clause = progress[: LONG_ARTICLE * 2]
    match = PLANNED.search(clause) if UNDER_WAY.search(clause) else None
    return read_deadline(match["phrase"], year) if match else None


def narrated(body: str, year: int | None) -> tuple[str, str | None, Deadline | None]:
    """Return what a report says before its list, its state, and the deadline it announces."""
    statement = joined(lead_in(body)) or body
    deadline = None
    if match := PLANNED.search(statement):
        deadline = read_deadline(match["phrase"], year)
    elif match := STANDING.search(statement):
        deadline = read_deadline(match[0], year)
    first = PLANNED.sub("", re.sub(r"[该此](?:问题|项|任务)", "", statement))
    return statement, read_status(first), deadline


ARTICLE_KINDS: Final = (Kind.TASK, Kind.ARABIC, Kind.CHINESE_PAREN, Kind.CHINESE)
LEAST_ARTICLES: Final = 2
LONG_ARTICLE: Final = 30
BESIDE: Final = re.compile(r"。.{6,}")
"""A sentence beside the heading."""


def article_kind(statements: Sequence[Statement]) -> Kind | None:
    """Return the innermost way of numbering whose headings have a text below or beside them."""
    running = _running(statements)
    for kind in ARTICLE_KINDS:
        if running is not None and running < kind:
            continue
        heads = [i for i, each in enumerate(statements) if each.marker and each.marker.kind is kind]
        bodied = sum(_has_body(statements, index) for index in heads)
        bodied = len(heads) if kind is running else bodied
        if bodied >= LEAST_ARTICLES and bodied * 2 > len(heads):
            return kind
    return None


PAST: Final = re.compile(
    r"截至目前|同比|先后|共问责|已(?:经)?(?:完成|建成|投入|累计)|累计|首次|较好地|\d{4}年[^。,，]{0,20}达到"
)


def is_report(statements: Sequence[Statement]) -> bool:
    """Prose that tells what was done and names nothing that is due: no list of tasks."""
    pairs = zip([None, *statements], statements, strict=False)
    marked = [each for before, each in pairs if each.marker or (before and before.marker)]
    texts = [each.text for each in marked if len(each.text) > 2 * LONG_ARTICLE]
    if any(is_narrative(text) or article_deadline(text, None) for text in texts):
        return False
    return len(texts) > 1 and 2 * sum(PAST.search(text) is not None for text in texts) >= len(texts)


def _running(statements: Sequence[Statement]) -> Kind | None:
    """Return the kind that counts on over its headings while the kind inside begins anew."""
    numbers: dict[Kind, list[int]] = {}
    for marker in (each.marker for each in statements):
        if marker is not None and marker.number.isdecimal() and marker.kind < Kind.TASK:
            numbers.setdefault(marker.kind, []).append(int(marker.number))
    kinds = sorted(numbers)
    for outer, kind, inner in zip([None, *kinds], kinds, kinds[1:], strict=False):
        found = numbers[kind]
        counts_on = found == list(range(found[0], found[0] + len(found)))
        over = found[0] > 1 or (outer is not None and len(numbers[outer]) > 1)
        if counts_on and over and len(found) > 1 and numbers[inner].count(1) > 1:
            return kind
    return None


def outer_articles(statements: Sequence[Statement], kind: Kind) -> frozenset[int]:
    """Headings of outer kinds that have a text of their own and nothing numbered beneath."""
    marked = [
        (index, each.marker)
        for index, each in enumerate(statements)
        if each.marker and not _is_text(each)
    ]
    found = []
    for (index, marker), (_, following) in zip(marked, [*marked[1:], (0, None)], strict=True):
        leaf = following is None or following.kind <= marker.kind
        if marker.kind < kind and leaf and _has_body(statements, index):
            found.append(index)
    return frozenset(found)


def _has_body(statements: Sequence[Statement], index: int) -> bool:
    text = statements[index].text
    if len(text) > LONG_ARTICLE or BESIDE.search(text):
        return True
    following = statements[index + 1] if index + 1 < len(statements) else None
    return following is not None and _is_text(following)


def _is_text(statement: Statement) -> bool:
    return statement.marker is None or statement.marker.kind is Kind.ORDINAL
