"""People named beside units: post and name, never a telephone number."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from app.intake.parsing.units.naming import FULL_POST, HAN, MASKED, NAME, POST


class PersonRole(StrEnum):
    RESPONSIBLE = "responsible"
    SPONSOR = "sponsor"
    CONTACT = "contact"


@dataclass(frozen=True)
class Person:
    name: str
    post: str | None = None
    unit: str | None = None
    role: PersonRole = PersonRole.RESPONSIBLE

    def to_json(self) -> dict[str, str | None]:
        return {"name": self.name, "post": self.post, "unit": self.unit, "role": self.role.value}


PERSON_LABEL = r"(?:(?:主要)?责任人|责任领导|分管领导|包[案保抓]领导|联系人|联络[人员]|负责人)"
PERSON = re.compile(
    rf"(?:(?P<label>{PERSON_LABEL})[:：]?)?(?:(?P<post>{POST})[\s:：]*)?(?P<name>{NAME})(?:同志)?"
)
NAME_FIRST = re.compile(
    rf"(?P<name>{NAME})(?:[\s:：,，]*(?P<post>{POST})|[(（](?P<held>{POST})[)）])"
)
NOT_A_NAME = re.compile(
    r".*(?:[局委办厅院部会社站所队处科室团司厂矿店校县区市镇乡村旗州省网组园场行府]|街道|中心|除外|牵头|配合)$"
)
STANDING = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<masked>{MASKED})(?=$|[\s、,，;；)）\d/])"
    rf"|(?P<post>{POST})[\s:：]*(?P<name>{NAME})(?=$|[\s、,，;；)）\d/。])"
)
OUTSIDE_BRACKETS = re.compile(
    rf"(?P<bracket>[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕])|{STANDING.pattern}"
)
OWN_UNIT = (
    rf"(?P<unit>{HAN}{{1,18}}?(?:局|厅|镇|乡|街道|办事处|管委会|公司|集团|中心|支队|大队|社区|村|"
    r"(?<![省市县区州旗盟党工纪监])委))"
)
IN_CELL = (
    re.compile(
        rf"{PERSON_LABEL}?[:：]?{OWN_UNIT}?(?P<post>{FULL_POST})"
        rf"[\s:：]*(?P<name>{NAME})(?:同志)?"
    ),
    re.compile(rf"(?P<name>{NAME})[\s:：,，]*{OWN_UNIT}?(?P<post>{FULL_POST})"),
    re.compile(rf"{OWN_UNIT}[\s:：]+(?P<name>{NAME})(?P<post>)"),
)
POST_BEHIND = re.compile(rf"(?P<name>{NAME})[(（](?P<post>[^()（）]{{2,24}})[)）]")
EMPTY = re.compile(r"[(（][\s;；,，、]*[)）]")
PHONE = re.compile(
    r"(?:(?:联系)?电话|手机(?:号码?)?)?[:：]?\s*(?<!\d)(?:1\d{2}[\d*]{8}|\d{3,4}[-—]\d{7,8}|[\d*]{7,12})(?:\s*转\s*\d+)?"
)


def person_in(text: str) -> Person | None:
    """Return the person that a bracket or a cell names, if it names one and nothing else."""
    text = PHONE.sub("", text).strip(" \u3000,，、;；:：")
    match = PERSON.fullmatch(text) or NAME_FIRST.fullmatch(text)
    if match is None or NOT_A_NAME.fullmatch(match["name"]):
        return None
    label = match.groupdict().get("label") or ""
    role = PersonRole.CONTACT if label[:1] == "联" else PersonRole.RESPONSIBLE
    return Person(match["name"], match["post"] or match.groupdict().get("held"), role=role)


def bracketed(text: str) -> str:
    """Put people that stand free into brackets: 县水务局局长 吴某某 as 县水务局(局长 吴某某)."""
    return OUTSIDE_BRACKETS.sub(_bracket, PHONE.sub(" ", text))


def read_people(text: str, role: PersonRole = PersonRole.RESPONSIBLE) -> tuple[Person, ...]:
    """Read a cell that holds people only, such as 包案领导 or 联络人及电话."""
    text = POST_BEHIND.sub(r"\g<post> \g<name>", EMPTY.sub(";", PHONE.sub(";", text)))
    found = [person for part in re.split(r"[;；/\n。]", text) for person in _people_in(part)]
    return tuple(replace(each, role=role) for each in dict.fromkeys(found))


def _people_in(part: str) -> list[Person]:
    alone = person_in(part) or _in_cell(part.strip(" \u3000,，、:："))
    if alone:
        return [alone]
    each = [_in_cell(piece) for piece in re.split(r"[、,，]", part)]
    if all(each):
        return [person for person in each if person]
    free = [
        Person(match["masked"] or match["name"], match["post"]) for match in STANDING.finditer(part)
    ]
    if free:
        return free
    pieces = (person_in(piece) for piece in re.split(r"[、,，\s]+(?![^(（]*[)）])", part))
    return [person for person in pieces if person]


def _in_cell(text: str) -> Person | None:
    """Return a person with the unit that the post is in: 市城管局局长 卜建国."""
    text = text.strip()
    match = next((found for pattern in IN_CELL if (found := pattern.fullmatch(text))), None)
    if match is None or NOT_A_NAME.fullmatch(match["name"]):
        return None
    return Person(match["name"], match["post"] or None, match["unit"])


def _bracket(match: re.Match[str]) -> str:
    inside = match[0] if match["masked"] is None else match["masked"]
    if match["bracket"] or (match["name"] and NOT_A_NAME.fullmatch(match["name"])):
        return match[0]
    return f"({inside})"
