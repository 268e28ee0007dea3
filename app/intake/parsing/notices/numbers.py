"""The number of an item where a notice writes it into its text or its heading."""

import re
from typing import Final

from app.intake.parsing.notices.facts import COMPOUND
from app.intake.parsing.numerals import arabic
from app.intake.parsing.result import ParsedItem

NAMED: Final = re.compile(
    rf"(?:第\s*(?P<named>{COMPOUND})\s*[项号]|(?:整改)?(?:任务|问题)?(?P<bare>\d{{1,4}}(?:-\d{{1,3}})*))"
    r"(?:整改)?(?:任务|问题|事项)?\s*[:：.、．]\s*(?=\D)"
)
HEADING: Final = re.compile(rf"第\s*(?P<number>{COMPOUND})\s*[项号](?:整改)?(?:任务|问题|事项)?")
GENERAL: Final = re.compile(
    r".{0,6}(?:督办|整改|公示|有关|主要|具体|反馈)(?:的)?(?:事项|问题|任务|内容|情况)(?:清单)?"
)


def own_number(item: ParsedItem) -> None:
    """Take the number that the problem or the heading begins with; the order on the page is none.

    A heading of the notice itself (督办事项) is no aspect of a list.
    """
    if (match := NAMED.match(item.problem or "")) is not None:
        item.number = arabic(match["named"] or match["bare"])
        item.problem = (item.problem or "")[match.end() :]
    for name in ("remarks", "aspect", "category"):
        said = getattr(item, name) or ""
        if match := HEADING.fullmatch(said):
            item.number = arabic(match["number"])
        if match or (name != "remarks" and GENERAL.fullmatch(said)):
            setattr(item, name, None)
