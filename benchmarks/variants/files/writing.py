"""Which types of file a document may have, and the way to write each."""

from collections.abc import Callable, Mapping, Sequence

from benchmarks.variants.files import office, paged, plain, web
from benchmarks.variants.paper import Variant
from benchmarks.variants.truth import Dice

WRITERS: Mapping[str, Callable[[Variant, Dice], bytes]] = {
    "txt": plain.text,
    "md": plain.markdown,
    "csv": plain.comma,
    "docx": office.word,
    "xlsx": office.excel,
    "xls": office.old_excel,
    "html": web.page,
    "pdf": paged.pdf,
}
PROSE = ("txt", "docx", "pdf", "html", "md")
TABLES = ("txt", "docx", "pdf", "html", "md", "csv", "xlsx", "xls")
WIDEST_PAGE = 16


def suffixes(variant: Variant) -> Sequence[str]:
    """Return the types that make sense for a document."""
    if not variant.tabular:
        return PROSE
    widest = max(len(block.body[0]) for block in variant.blocks if hasattr(block, "body"))
    merged = any(getattr(block, "spans", ()) for block in variant.blocks)
    unfit = {"pdf"} if widest > WIDEST_PAGE else set()
    if any(_spans_header(block) for block in variant.blocks):
        unfit |= {"txt", "csv", "md"}
    return [suffix for suffix in TABLES if suffix not in unfit and not (merged and suffix == "md")]


def write(variant: Variant, suffix: str, dice: Dice) -> bytes:
    return WRITERS[suffix](variant, dice)


def _spans_header(block: object) -> bool:
    """A text shows no names over names and no values over three columns."""
    return any(
        first == 0 or left == 1
        for first, left, _, right in getattr(block, "spans", ())
        if right > left or first == 0
    )
