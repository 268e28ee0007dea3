"""People and sites of a task as texts of one cell, as the reader takes them apart again."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

Kept = Mapping[str, Any]
ROLES: Final = {"sponsor": "包案领导", "responsible": "责任人", "contact": "联系人"}


def people_text(people: Sequence[Kept], role: str) -> str | None:
    """市水务局局长 孙某；副市长 钱某."""
    return "；".join(_person(each) for each in people if each["role"] == role) or None


def _person(person: Kept) -> str:
    unit, post, name = person.get("unit") or "", person.get("post") or "", person["name"]
    if not post:
        return f"{unit}：{name}" if unit else name
    return f"{unit}{post} {name}"


def sites_text(sites: Sequence[Kept]) -> str | None:
    """One site a line, numbered: （1）甲河段：清淤（责任单位：某镇人民政府；时限：2026年底前）."""
    lines = [f"（{place}）{_site(each)}" for place, each in enumerate(sites, start=1)]
    return "\n".join(lines) or None


def _site(site: Kept) -> str:
    units, deadline = site.get("units") or (), site.get("deadline") or {}
    inside = [f"责任单位：{'、'.join(units)}"] if units else []
    inside += [f"时限：{deadline['raw']}"] if deadline.get("raw") else []
    told = f"{site['name']}：{site['requirement']}" if site.get("requirement") else site["name"]
    return f"{told}（{'；'.join(inside)}）" if inside else str(told)
