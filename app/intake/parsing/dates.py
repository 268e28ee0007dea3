"""The date that governs a clause: the last one named before it in the sentence."""

import re
from datetime import date
from typing import Final

from app.intake.parsing.remembered import read_deadline

GOVERNING: Final = re.compile(
    r"(?:到|至|在)?\s*\d{4}\s*年(?:\s*年?(?:底|末)|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:底|末)?|上半年|下半年)?(?:之?前|以前)?"
    r"|(?:到|至)?[“\"]?十[三四五六]五[”\"]?(?:规划|时期)?(?:末期?|期末)"
)
COMPARED: Final = re.compile(r"(?:比|较|以|自|从|在(?=\d{4}年基础上))\s*$")


def date_before(sentence: str, position: int) -> date | None:
    """Return the last date named before a position; 比2020年 is a comparison, not a date."""
    found = dates_before(sentence, position)
    return found[-1] if found else None


def dates_before(sentence: str, position: int) -> list[date]:
    """Return the dates named before a position: 到2025年和2030年 are two."""
    found = []
    for match in GOVERNING.finditer(sentence, 0, position):
        if not COMPARED.search(sentence[: match.start()]):
            due_on = read_deadline(match[0].strip().lstrip("在")).due_on
            found.extend([due_on] if due_on else [])
    return found
