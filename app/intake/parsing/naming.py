"""Names of units made comparable: 清江市住房和城乡建设局, 市住建局 and 住建局 are close."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from app.later import Later

pypinyin = Later("pypinyin")

ABBREVIATIONS: Final = (
    ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"), ("城乡建设", "住建"),
    ("发展和改革", "发改"), ("发展改革", "发改"), ("工业和信息化", "工信"), ("经济和信息化", "工信"),
    ("生态环境保护", "环保"), ("生态环境", "环保"), ("环境保护", "环保"), ("环境", "环保"),
    ("自然资源和规划", "自规"), ("自然资源", "自规"), ("国土资源", "自规"), ("国土", "自规"),
    ("城市管理综合行政执法", "城管"), ("城市管理行政执法", "城管"), ("综合行政执法", "城管"),
    ("城市管理", "城管"), ("农业农村", "农业"), ("畜牧兽医", "畜牧"), ("林业和草原", "林业"),
    ("林草", "林业"), ("卫生健康", "卫健"), ("卫生和计划生育", "卫健"), ("卫计", "卫健"),
    ("市场监督管理", "市监"), ("市场监管", "市监"), ("交通运输", "交通"), ("水利", "水务"),
    ("应急管理", "应急"), ("文化广电和旅游", "文旅"), ("文化和旅游", "文旅"), ("教育体育", "教育"),
    ("人民政府", "政府"), ("管理委员会", "管委会"), ("委员会", "委"), ("公安", "公安"),
    ("经济技术开发区", "经开区"), ("高新技术产业开发区", "高新区"), ("街道办事处", "街道"),
)  # fmt: skip
PLACE: Final = re.compile(r"^[\u4e00-\u9fff]{2,4}?(?=(?:省|市|州|盟)[\u4e00-\u9fff]{2,})")
LEVEL: Final = re.compile(r"^[省市州盟县区旗]")
KEPT: Final = 8192
BRANCH: Final = re.compile(
    r"(?:.*[省市州盟])?(?P<office>.{2,12}?局)(?P<place>[^局]{2,4}?)[县区市旗]?分局"
)
COUNTY_OFFICE: Final = re.compile(r"(?P<place>.{2,4}?)[县区旗](?P<office>.{2,12}?)(?:分局|局)")
NEAR: Final = 55.0
SURE: Final = 90.0
APART: Final = 4.0
SOUND_WEIGHT: Final = 0.4
MOST: Final = 5


@dataclass(frozen=True)
class Likeness:
    """A unit that a name may mean: by which of its names, how alike, and in what."""

    unit_id: int
    other: str
    score: float
    why: str
    """"same", "branch", "sound", "initials" or "near"."""


@lru_cache(maxsize=KEPT)
def canonical(name: str) -> str:
    """Return the short form under which equal units meet."""
    short = re.sub(r"[\s()（）·]", "", name)
    for long, brief in ABBREVIATIONS:
        short = short.replace(long, brief)
    return PLACE.sub("", short)


def ranked(name: str, known: Mapping[str, int], limit: int = MOST) -> list[Likeness]:
    """Return the units that a name may mean, each once by its likest name; the best first."""
    best: dict[int, Likeness] = {}
    for other, unit_id in known.items():
        score, why = _likeness(name, other)
        if score >= NEAR and (unit_id not in best or score > best[unit_id].score):
            best[unit_id] = Likeness(unit_id, other, score, why)
    return sorted(best.values(), key=lambda each: -each.score)[:limit]


def is_certain(found: Sequence[Likeness]) -> bool:
    """Whether the first stands out so far that it may be offered as chosen."""
    if not found or found[0].score < SURE:
        return False
    return len(found) == 1 or found[0].score - found[1].score >= APART


def _likeness(name: str, other: str) -> tuple[float, str]:
    """How alike two names are, of 100, and in what."""
    if name.isascii():
        return _typed_sound(name.lower().replace(" ", ""), other)
    wanted, given = canonical(name), canonical(other)
    if wanted == given:
        return 100.0, "same"
    if (own := _branch(name)) is not None and own == _branch(other):
        return 97.0, "branch"
    if _sound(name) == _sound(other):
        return 96.0, "sound"
    sound = fuzz.ratio(_sound(name), _sound(other))
    return (1 - SOUND_WEIGHT) * fuzz.ratio(wanted, given) + SOUND_WEIGHT * sound, "near"


def _typed_sound(typed: str, other: str) -> tuple[float, str]:
    """Pinyin as people type it: whole syllables or first letters, with or without the place."""
    short = canonical(other)
    names = (short, other, LEVEL.sub("", short))
    sounds, letters = [_whole_sound(each) for each in names], [initials(each) for each in names]
    if typed in sounds:
        return 97.0, "sound"
    if typed in letters:
        return 95.0, "initials"
    if len(typed) > 1 and any(text.startswith(typed) for text in (*sounds, *letters)):
        return 80.0, "sound"
    return fuzz.ratio(typed, sounds[0]), "near"


@lru_cache(maxsize=KEPT)
def _branch(name: str) -> tuple[str, str] | None:
    """Place and office of a county's branch: 市生态环境局白石分局, 白石县环保局."""
    short = re.sub(r"[\s()（）]", "", name)
    found = BRANCH.fullmatch(short) or COUNTY_OFFICE.fullmatch(short)
    if found is None:
        return None
    return found["place"], canonical(found["office"]).removesuffix("局")


def equals(name: str, known: Mapping[str, int]) -> frozenset[int]:
    """Return the units that the name can only stand for, abbreviations resolved."""
    wanted = canonical(name)
    return frozenset(unit_id for other, unit_id in known.items() if canonical(other) == wanted)


def _sound(name: str) -> str:
    return _whole_sound(canonical(name))


@lru_cache(maxsize=KEPT)
def _whole_sound(name: str) -> str:
    return "".join(pypinyin.lazy_pinyin(name))


@lru_cache(maxsize=KEPT)
def initials(name: str) -> str:
    """Return the first letters by which people type a name."""
    return "".join(sound[:1] for sound in pypinyin.lazy_pinyin(name))
