"""Names of units made comparable: 清江市住房和城乡建设局, 市住建局 and 住建局 are close."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Mapping
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
KEPT: Final = 8192
NEAR: Final = 55.0
SOUND_WEIGHT: Final = 0.4


@lru_cache(maxsize=KEPT)
def canonical(name: str) -> str:
    """Return the short form under which equal units meet."""
    short = re.sub(r"[\s()（）·]", "", name)
    for long, brief in ABBREVIATIONS:
        short = short.replace(long, brief)
    return PLACE.sub("", short)


def nearest(name: str, known: Mapping[str, int], limit: int = 4) -> list[tuple[int, str, float]]:
    """Return units whose names look or sound alike: id, name, score; the best first."""
    wanted, sound = canonical(name), _sound(name)
    best: dict[int, tuple[float, str]] = {}
    for other, unit_id in known.items():
        looks = fuzz.ratio(wanted, canonical(other))
        score = (1 - SOUND_WEIGHT) * looks + SOUND_WEIGHT * fuzz.ratio(sound, _sound(other))
        if score > best.get(unit_id, (NEAR, ""))[0]:
            best[unit_id] = (score, other)
    ranked = sorted(best.items(), key=lambda each: -each[1][0])
    return [(unit_id, other, score) for unit_id, (score, other) in ranked[:limit]]


def equals(name: str, known: Mapping[str, int]) -> frozenset[int]:
    """Return the units that the name can only stand for, abbreviations resolved."""
    wanted = canonical(name)
    return frozenset(unit_id for other, unit_id in known.items() if canonical(other) == wanted)


@lru_cache(maxsize=KEPT)
def _sound(name: str) -> str:
    return "".join(pypinyin.lazy_pinyin(canonical(name)))
