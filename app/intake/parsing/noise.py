"""Lines that are not content: page numbers, running heads, paragraphs that occur twice."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.labels import field_of
from app.intake.parsing.lines import Block, Paragraph
from app.intake.parsing.markers import read_marker

PAGE: Final = re.compile(
    r"[-—–－─·~]{1,2}\s*\d{1,4}\s*[-—–－─·~]{1,2}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:共\s*\d{1,4}\s*页\s*[,，]?\s*)?第\s*\d{1,4}\s*页"
    r"|\d{1,4}\s*/\s*\d{1,4}"
    r"|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
PUBLISHED: Final = re.compile(
    r"(?:(?:发布|发稿|更新|录入|信息)?(?:日期|时间)|来源|信息来源|作者|编辑)\s*[：:].{0,60}"
    r"(?:浏览|点击|访问|阅读|字号|字体|打印|分享).{0,40}"
)
"""The line below the title of a saved page."""
MEASURED: Final = re.compile(
    r"[(（]?(?:计量)?单位\s*[：:]\s*(?:(?:项|件|个|家|[万亿]?元|人|人次|处|吨|亩|公顷|公里|[%％])[、,，/]?)+[)）]?"
)
"""What the figures of a table are counted in."""
SUMMED: Final = re.compile(r"(?:合计|总计|共计|小计)\s*[:：]?\s*\d+\s*[项条个][。.]?")
TITLE_END: Final = re.compile(
    r"(?:方案|清单|表|台账|公示|通报|通知|情况|报告|意见|措施|任务|计划|细则|要点|问题)(?:[（(][^()（）]{1,20}[)）])?$"
)
HEAD_LENGTH: Final = 60
DUPLICATE_LENGTH: Final = 10
REPEATED: Final = (1, 2, 3)
ENDINGS: Final = "。；;！!？?：:,，、"


def without_noise(blocks: Sequence[Block], account: Account) -> tuple[list[Block], bool]:
    """Return the content, and whether the text was broken into pages."""
    numbers = {index for index, block in enumerate(blocks) if _is_page_number(block)}
    heads = _running_heads(blocks, numbers)
    kept: list[Block] = []
    seen_heads: set[str] = set()
    for index, block in enumerate(blocks):
        head = isinstance(block, Paragraph) and block.text in heads and block.text in seen_heads
        reason = "page-number" if index in numbers else "running-head" if head else _reason(block)
        if reason is not None:
            account.ignore(block.lines, reason)
            continue
        kept.append(block)
        if isinstance(block, Paragraph):
            seen_heads.add(block.text)
    return kept, bool(numbers)


def _reason(block: Block) -> str | None:
    if isinstance(block, Paragraph) and (
        MEASURED.fullmatch(block.text) or PUBLISHED.fullmatch(block.text)
    ):
        return "notice-text"
    summed = isinstance(block, Paragraph) and SUMMED.fullmatch(block.text)
    return "total" if summed else None


def _is_page_number(block: Block) -> bool:
    return isinstance(block, Paragraph) and PAGE.fullmatch(block.text) is not None


def _running_heads(blocks: Sequence[Block], numbers: set[int]) -> frozenset[str]:
    """Short unnumbered lines that stand beside page numbers, or repeat the title."""
    texts = [
        block.text
        for block in blocks
        if isinstance(block, Paragraph) and len(block.text) <= HEAD_LENGTH
    ]
    often = {text for text, count in Counter(texts).items() if count > 1 and _is_plain(text)}
    beside: set[str] = set()
    for index in numbers:
        for near in (index - 1, index + 1):
            block = blocks[near] if 0 <= near < len(blocks) else None
            if isinstance(block, Paragraph) and block.text in often:
                beside.add(block.text)
    titles = {text for text in often if TITLE_END.search(text) and field_of(text) is None}
    return frozenset(beside | titles)


def _is_plain(text: str) -> bool:
    """No sentence, no number, no label with its value."""
    if text[-1] in ENDINGS or any(colon in text for colon in ":：【"):
        return False
    return read_marker(text) is None


def without_repeats(blocks: Sequence[Block], account: Account) -> list[Block]:
    """Drop what stands straight below itself: a paragraph, or a few of them together."""
    kept: list[Block] = []
    index = 0
    while index < len(blocks):
        count = next((k for k in REPEATED if _repeats(blocks[index : index + k], kept)), 0)
        for block in blocks[index : index + count]:
            account.ignore(block.lines, "duplicate")
        if not count:
            kept.append(_once(blocks[index]))
        index += max(count, 1)
    return kept


def _once(block: Block) -> Block:
    """A paragraph that says all of itself twice."""
    half = len(block.text) // 2 if isinstance(block, Paragraph) else 0
    if isinstance(block, Paragraph) and half >= DUPLICATE_LENGTH:
        first, second = block.text[:half], block.text[half:]
        return Paragraph(first, block.lines) if first == second else block
    return block


def _repeats(blocks: Sequence[Block], kept: Sequence[Block]) -> bool:
    """The same paragraphs again, one of them long."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    before = [block.text for block in kept[-len(blocks) :] if isinstance(block, Paragraph)]
    return texts == before and len(texts) == len(blocks) and any(map(_is_long, texts))


def _is_long(text: str) -> bool:
    return len(text) >= DUPLICATE_LENGTH
