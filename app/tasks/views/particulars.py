"""What a document says of a task beyond its own columns (原文所载), in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import gettext as _

from app.tasks.vocabulary import LAMPS, NOTICE, PACES, PARTICULARS, PERSON_ROLES, SIGNS
from app.web.formatting import cn_date, listed, translated
from app.wording import N_

IN_TABLES: Final = ("sites", "indicators")
STATUSES: Final = {pace.value: label for pace, label in PACES.items()} | {
    "completed": N_("已完成"),
    "closed": N_("已销号"),
}
COLOURS: Final = {lamp.value: label for lamp, label in LAMPS.items()} | {"blue": N_("蓝灯")}
DAYS: Final = {
    "days": N_("%(count)s天"),
    "working_days": N_("%(count)s个工作日"),
    "months": N_("%(count)s个月"),
}


@dataclass(frozen=True)
class Said:
    """One particular as a sentence."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Particulars:
    """What is shown as sentences."""

    sentences: Sequence[Said]


def particulars(kept: Mapping[str, Any] | None) -> Particulars:
    """Put everything that was kept into words, in the order of the vocabulary."""
    known = kept or {}
    return Particulars(
        [
            Said(name, label, particular_words(name, known[name]))
            for name, label in PARTICULARS.items()
            if name in known and name not in IN_TABLES
        ],
    )


def particular_words(name: str, value: Any) -> str:
    """One particular, whatever it is, as one text."""
    return WRITERS.get(name, _anything)(value)


def _site(site: Mapping[str, Any]) -> Sequence[str]:
    """Number, name, requirement, units, deadline, how it stands and what else is said."""
    said = [STATUSES.get(site["status"], site["status"]), site["remarks"]]
    return (
        site["number"] or "",
        site["name"],
        site["requirement"] or "",
        listed(site["units"]),
        (site["deadline"] or {}).get("raw", ""),
        _joined(translated(each) for each in said if each),
    )


def _sites(sites: Sequence[Mapping[str, Any]]) -> str:
    return _joined(str(_("，")).join(cell for cell in _site(each) if cell) for each in sites)


def _indicator(indicator: Mapping[str, Any]) -> Sequence[str]:
    """Name, amount, day, and the wording."""
    day = _day(indicator["due_on"])
    return indicator["name"], _amount(indicator), day, indicator["text"]


def _amount(indicator: Mapping[str, Any]) -> str:
    sign = translated(SIGNS.get(indicator["comparison"], indicator["comparison"]))
    return f"{sign}{indicator['value']:g}{indicator['unit']}"


def _indicators(indicators: Sequence[Mapping[str, Any]]) -> str:
    return _joined(
        str(_("，")).join(
            cell for cell in (each["name"] + _amount(each), _day(each["due_on"])) if cell
        )
        for each in indicators
    )


def _people(people: Sequence[Mapping[str, Any]]) -> str:
    return _joined(_person(each) for each in people)


def _person(person: Mapping[str, Any]) -> str:
    role = translated(PERSON_ROLES.get(person["role"], person["role"]))
    post = " ".join(each for each in (person["unit"], person["post"]) if each)
    return str(_("%(role)s：%(name)s", role=role, name=f"{person['name']}　{post}".strip()))


def _links(links: Sequence[Mapping[str, Any]]) -> str:
    return _joined(each["text"] for each in links)


def _publicity(window: Mapping[str, Any]) -> str:
    said = [f"{_day(window['from']) or '—'}—{_day(window['to']) or '—'}"]
    unit = DAYS.get(window["unit"], DAYS["days"])
    if window["claimed"] is not None:
        said.append(str(_("写明%(span)s", span=_(unit, count=window["claimed"]))))
    if window["counted"] is not None:
        said.append(str(_("实为%(span)s", span=_(unit, count=window["counted"]))))
    if window["sufficient"] is False:
        said.append(str(_("公示期不足")))
    return str(_("，")).join(said)


def _deadline_details(details: Mapping[str, Any]) -> str:
    said = []
    if details.get("starts_on"):
        said.append(str(_("自%(day)s起", day=_day(details["starts_on"]))))
    if details.get("base"):
        said.append(str(_("从“%(event)s”算起", event=details["base"])))
    if details.get("amount"):
        said.append(
            str(_(DAYS.get(details.get("unit", ""), DAYS["days"]), count=details["amount"]))
        )
    return str(_("，")).join(said)


def _notice(said: Mapping[str, Any]) -> str:
    return _joined(
        str(
            _(
                "%(label)s：%(text)s",
                label=translated(NOTICE.get(name, name)),
                text=_anything(value),
            )
        )
        for name, value in said.items()
    )


def _anything(value: Any) -> str:
    if isinstance(value, Mapping):
        return _joined(_anything(each) for each in value.values() if each)
    if isinstance(value, list):
        return listed(_anything(each) for each in value)
    return str(value)


def _day(text: str | None) -> str:
    return cn_date(date.fromisoformat(text)) if text else ""


def _joined(texts: Any) -> str:
    return str(_("；")).join(text for text in texts if text)


WRITERS: Final[Mapping[str, Callable[[Any], str]]] = {
    "people": _people,
    "sites": _sites,
    "indicators": _indicators,
    "links": _links,
    "status": lambda value: translated(STATUSES.get(value, value)),
    "lamp": lambda value: translated(COLOURS.get(value, value)),
    "publicity": _publicity,
    "deadline_details": _deadline_details,
    "notice": _notice,
}
