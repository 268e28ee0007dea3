"""Staged values in the words of the page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.access.actor import Part
from app.web.formatting import cn_date, listed


def units_words(units: Sequence[Mapping[str, Any]], part: Part) -> str:
    """Names of the units of one part that are certain, as the directory has them."""
    names = [unit["label"] for unit in units if unit["part"] == part.value and unit["unit_id"]]
    return listed(dict.fromkeys(names))


def deadline_words(kept: Mapping[str, Any] | None) -> str:
    """2025年底前完成并长期坚持（2025年12月31日）."""
    if kept is None:
        return str(_("没有时限"))
    if kept["due_on"] is None:
        return str(kept["raw"])
    day = cn_date(date.fromisoformat(kept["due_on"]))
    return str(_("%(wording)s（%(day)s）", wording=kept["raw"], day=day))


def measures_words(measures: Sequence[Mapping[str, Any]]) -> str:
    return "　".join(f"{place}. {each['text']}" for place, each in enumerate(measures, start=1))
