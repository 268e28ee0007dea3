"""Transcoding residue, 系统(tǒng): mended where the original is certain, reported where not."""

import re
from typing import Final

TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜń"
RESIDUE: Final = re.compile(
    rf"(?<=[\u3400-\u9fff])[(（](?=[a-zü]*[{TONED}])[a-zü{TONED}]{{1,7}}[)）]"
)
LOST: Final = re.compile(rf"\S?[?？]?[a-zü]{{0,6}}[{TONED}][a-zü{TONED}]{{0,6}}[)）]?\S{{0,2}}")
TONE: Final = re.compile(f"[{TONED}]")
DOUBLED: Final = re.compile(r"[,，、]+([。；;])")


def has_residue(text: str) -> bool:
    return TONE.search(text) is not None


def mend(text: str) -> tuple[str, str | None]:
    """Return the text without residue, and what is left that nobody can restore."""
    mended = DOUBLED.sub(r"\1", RESIDUE.sub("", text))
    lost = LOST.search(mended)
    return mended, lost[0] if lost else None
