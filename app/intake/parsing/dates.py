"""The date that governs a clause: the last one named before it in the sentence."""

import re
from datetime import date
from typing import Final

from app.intake.parsing.remembered import read_deadline

GOVERNING: Final = re.compile(
    r"(?:到|至|在)?\s*\d{4}\s*年(?:\s*年?(?:底|末)|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:底|末)?|上半年|下半年)?(?:之?前|以前)?"
    r"|(?:到|至)?[“\"]?十[三四五六]五[”\"]?(?:规划|时期)?(?:末期?|期末)"
)
COMPARED: Final = re.compile(r"(?:比|较|以|自|从)\s*$")


def date_before(sentence: str, position: int) -> date | None:
    """Return the last date named before a position; 比2020年 is a comparison, not a date."""
    found = None
    for match in GOVERNING.finditer(sentence, 0, position):
        if not COMPARED.search(sentence[: match.start()]):
            found = read_deadline(match[0].strip().lstrip("在")).due_on or found
    return found
