"""Words that give a unit or a person its role."""

import re

from app.intake.parsing.units.people import PersonRole
from app.intake.parsing.units.phrase import UnitRole

ROLE_WORD = (
    r"(?:牵头|主体责任|责任主体|实施主体|责任|配合|协办|协助|协同|参与|参加|督导|督办|督查|监督|指导|主管|监管|包抓|"
    r"包保|包案|验收|销号|主办|承办|实施|落实|联系|联络|分管|主责)"
)
SCOPE = r"(?:整改|主要|具体|[省市县区州旗]级|行业|总|主|第[一二]|直接|属地|业务|共同|问题)"
LABEL = (
    rf"{SCOPE}*{ROLE_WORD}+(?:和|及)?(?:{ROLE_WORD})*"
    r"(?:责任)?(?:单位|部门|地区|主体|机关|党委政府|领导|人员|同志|人|员)*(?:及(?:责任人|联系电话|电话))?"
)
LABELLED = re.compile(
    rf"[【\[](?P<framed>{LABEL})[】\]][:：]?|(?:^|(?<=[\s、,，;；。(（|]))(?P<label>{LABEL})(?:[:：]|(?<=[位门])(?:为|是)?(?=[^\s、,，;；和及按的等)）】]))"
    r"|(?P<with>会同|联合(?=[^会社执]))"
)
VERB = re.compile(
    r"(?:按照?(?:各自)?的?职[责能](?:分工)?|依职责|分别|共同|具体|分工|各自|做好)*"
    r"(?P<verb>总?牵头(?:负责|组织实施|组织|抓总|落实|实施|办理|推进)?|(?:予以|积极)?配合(?:落实|实施|推进|做好)?|协助|协办|协同|参与|参加|"
    r"督导|督办|验收|主办|承办|组织实施|抓好落实|(?<!职责)落实|负责(?:落实|组织实施|实施|督导)?)$"
    r"|(?:按照?(?:各自)?的?职[责能]分工|按照?职责)(?P<plain>)$"
)
BRACKET_ROLE = re.compile(rf"(?:总|主|{SCOPE})*{ROLE_WORD}+(?:责任)?(?:单位|部门|主体)?")
SUPERVISING = re.compile(r"督|省级牵头|行业|包[抓保案]|主管|监管|指导|监督")
WORDS = (
    (re.compile("验收|销号"), UnitRole.ACCEPTANCE),
    (SUPERVISING, UnitRole.SUPERVISING),
    (re.compile("牵头|主办"), UnitRole.LEAD),
    (re.compile("配合|协|参与|参加|会同|联合"), UnitRole.COOPERATING),
)
PEOPLE = (
    (re.compile(r"联[系络][人员]?"), PersonRole.CONTACT),
    (re.compile(r"包[抓保案]|挂[钩点联]|牵头|督[导办]"), PersonRole.SPONSOR),
)


def role_of(label: str) -> UnitRole:
    """Return the role that a label such as 省级牵头部门 gives to the units behind it."""
    return next((role for word, role in WORDS if word.search(label)), UnitRole.RESPONSIBLE)


def names_role(verb: str) -> bool:
    """Whether a verb sets its unit apart, as 牵头 does and 负责 does not."""
    return any(word.search(verb) for word, _ in WORDS)


def is_about_people(label: str) -> bool:
    return re.search(r"(?:领导|人员|同志|人|联络员)$", label) is not None


def person_role_of(label: str) -> PersonRole:
    return next((role for word, role in PEOPLE if word.search(label)), PersonRole.RESPONSIBLE)


def segments(text: str) -> list[tuple[str | None, str]]:
    """Cut a phrase at the labels inside it: pairs of label (None for the start) and text."""
    found = [match for match in LABELLED.finditer(text) if not _names_person(text, match)]
    ends = [match.start() for match in found[1:]] + [len(text)]
    head = [(None, text[: found[0].start()])] if found else [(None, text)]
    return [
        *head,
        *(
            (_label(match), text[match.end() : end])
            for match, end in zip(found, ends, strict=False)
        ),
    ]


def _names_person(text: str, match: re.Match[str]) -> bool:
    """Whether the label stands in a unit's bracket and names its people: (责任人:张三)."""
    before = text[: match.start()]
    opened = max(before.rfind(sign) for sign in "(（")
    return opened > max(before.rfind(sign) for sign in ")）") and is_about_people(_label(match))


def _label(match: re.Match[str]) -> str:
    return match["framed"] or match["label"] or match["with"]
