"""The text of one case without borders, cut where its cells must have ended."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField

ENDINGS: Final = "。！？；;!?.” "
TYPE: Final = r"(?:水|大气|噪声|噪音|土壤|生态|固废|固体废物|垃圾|辐射|扬尘|油烟|异味|恶臭|海洋|重金属|光|电磁辐射|畜禽养殖|养殖|餐饮油烟|建设项目|其他|其它)(?:污染|破坏)?"
TYPES: Final = rf"(?P<types>{TYPE}(?:[、,，;；/ ]{TYPE})*)(?=[一-龥\d\s(（“\"])"
COUNTY: Final = r"(?:[一-龥]{2,5}(?:市|州|盟))?[一-龥]{1,8}?(?:新区|开发区|高新区|经开区|示范区|度假区|区|县|市|旗)"
PLACED: Final = tuple(
    re.compile(rf"(?P<area>{place}(?:[、,，]{place})*){TYPES}")
    for place in (COUNTY, r"[一-龥]{1,8}?(?:镇|乡|街道|管委会|农场|市直)")
)
VERDICTS: Final = (
    re.compile(
        r"(?<=[。；;.!！)）\s])(?P<word>基本属实|部分属实|不属实|属实)(?![。，,；;、)）\s]*(?:部分|整体))"
    ),
    re.compile(
        r"(?<![个件项否体映况题性为])(?P<word>基本属实|部分属实|不属实|属实)(?![。，,；;、)）\s])"
    ),
)
"""Behind a sentence; else where no sign follows, as only a cell of its own has it."""
STATUSES: Final = (
    re.compile(
        r"(?:^|(?<=[。；;.!！)）\s]))(?P<word>阶段性办结|已办结|未办结|正在办理|办理中|是|否)(?P<blame>[^。]{0,80}。?)\s*$"
    ),
    re.compile(r"(?P<word>阶段性办结|已办结|未办结)(?P<blame>[^。,，;；]{0,30})\s*$"),
)
CITY: Final = re.compile(r"[一-龥]{2,5}?(?:市|州|盟)(?=.)")


def places_of(bodies: Sequence[str]) -> tuple[str, ...]:
    """Areas that stand behind a sentence, and their cities: they tell where others begin."""
    areas = [found["area"] for body in bodies if (found := _behind_sentence(body))]
    cities = [city[0] for area in areas if (city := CITY.match(area))]
    return tuple(dict.fromkeys([*areas, *cities]))


def _behind_sentence(text: str) -> re.Match[str] | None:
    found = (match for each in PLACED for match in each.finditer(text))
    return next((each for each in found if text[max(0, each.start() - 1)] in ENDINGS), None)


@dataclass(frozen=True)
class Sheet:
    """What the whole text tells of its rows."""

    has_target: bool
    places: tuple[str, ...]


class Cutter:
    """Cuts the text of one case where its cells must have ended."""

    def __init__(self, draft: CaseDraft, lines: tuple[int, ...], sheet: Sheet) -> None:
        self._draft, self._lines, self._sheet = draft, lines, sheet

    def cut(self, text: str) -> None:
        placed = self._placed(text)
        if placed:
            self._add(CaseField.CONTENT, text[: placed.start()])
            self._add(CaseField.AREA, placed["area"])
            self._add(CaseField.TYPES, placed["types"])
            text = text[placed.end() :].strip()
        verdict = next((found for each in VERDICTS if (found := each.search(text))), None)
        if verdict is None:
            self._add(CaseField.INVESTIGATION if placed else CaseField.CONTENT, text)
            return
        self._add(CaseField.INVESTIGATION, text[: verdict.start()])
        self._add(CaseField.SUBSTANTIATED, verdict["word"])
        self._after_verdict(text[verdict.end() :].strip())

    def _add(self, name: CaseField, text: str) -> None:
        self._draft.add(name, text.strip(), self._lines)

    def _placed(self, text: str) -> re.Match[str] | None:
        """The area with the types behind it: behind a sentence, else a place known from others."""
        if found := _behind_sentence(text):
            return found
        known = "|".join(map(re.escape, self._sheet.places))
        district = r"(?:[一-龥]{1,6}?(?:区|县|市|旗))?"
        pattern = re.compile(rf"(?P<area>(?:{known}){district}){TYPES}") if known else PLACED[0]
        return pattern.search(text) or PLACED[0].search(text)

    def _after_verdict(self, text: str) -> None:
        if ended := next((found for each in STATUSES if (found := each.search(text))), None):
            self._add(CaseField.STATUS, ended["word"])
            self._add(CaseField.ACCOUNTABILITY, ended["blame"])
            text = text[: ended.start()].strip()
        if self._sheet.has_target:
            target, text = _target(text)
            self._add(CaseField.TARGET, target)
        self._add(CaseField.HANDLING, text)


def _target(text: str) -> tuple[str, str]:
    """The first cell of two: 无, up to a blank, or the first sentence."""
    for border in (
        r"^(?:无|/|[-—]+)[。.]?(?=[^需法证须])",
        r"[。；;](?=\s)",
        r"^[^。\s]+(?=\s)",
        r"^[^。]*。",
    ):
        if found := re.search(border, text):
            return text[: found.end()], text[found.end() :]
    return text, ""
