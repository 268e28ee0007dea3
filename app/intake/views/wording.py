"""Staged values in the words of the page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.access.actor import Part
from app.tasks.vocabulary import NUMBER_LEVELS, NumberLevel
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
    if kept["raw"] in (day, kept["due_on"]):
        return day
    return str(_("%(wording)s（%(day)s）", wording=kept["raw"], day=day))


def measures_words(measures: Sequence[Mapping[str, Any]]) -> str:
    """Each measure with its number, and behind it who does it until when."""
    return "\n".join(
        f"{place}. {each['text']}{_of_measure(each)}"
        for place, each in enumerate(measures, start=1)
    )


def _of_measure(measure: Mapping[str, Any]) -> str:
    said = [listed(measure["units"])] if measure["units"] else []
    deadline = measure["deadline"]
    if deadline and deadline["due_on"]:
        said.append(cn_date(date.fromisoformat(deadline["due_on"])))
    elif deadline:
        said.append(deadline["raw"])
    return str(_("（%(said)s）", said=listed(said))) if said else ""


def numbers_words(numbers: Sequence[Mapping[str, str]] | None) -> str:
    """省清单7，市清单34: what other levels call the item."""
    return listed(
        _(
            "%(level)s编号%(number)s",
            level=_(NUMBER_LEVELS[NumberLevel(each["level"])]),
            number=each["number"],
        )
        for each in numbers or ()
        if each["level"] in set(NumberLevel)
    )


def at_lines(lines: Sequence[int]) -> str:
    """第86行 or 83—85行."""
    if not lines:
        return ""
    first, last = min(lines), max(lines)
    if first == last:
        return str(_("第%(line)s行", line=first))
    return str(_("%(first)s—%(last)s行", first=first, last=last))
