"""What the timeline says of links, and of tasks above and below."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from flask_babel import gettext as _

from app.tasks.models import TaskEvent
from app.tasks.vocabulary import EventKind, LinkKind
from app.web.formatting import translated


def told_of_ties(event: TaskEvent) -> str:
    """The other task of an event that is about two; nothing for any other."""
    writer = WRITERS.get(event.kind)
    return writer(event.after) if writer else ""


def _linked(said: Mapping[str, Any]) -> str:
    word = said.get("linked") or said.get("unlinked")
    if word is None:
        return ""
    kind = LinkKind(word)
    label = translated(kind.label if said["first"] else kind.label_back)
    text = str(_("%(label)s%(list)s第%(number)s项", label=label, **_place(said)))
    return text if "linked" in said else str(_("解除：%(text)s", text=text))


def _decomposed(said: Mapping[str, Any]) -> str:
    return str(_("%(list)s第%(number)s项", **_place(said)))


def _followed(said: Mapping[str, Any]) -> str:
    if "follows" not in said:
        return ""
    place = {"list": said["list"], "number": said["follows"]}
    return str(_("随%(list)s第%(number)s项", **place))


def _place(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"list": said["list"], "number": said["number"]}


WRITERS: Final[Mapping[EventKind, Callable[[Mapping[str, Any]], str]]] = {
    EventKind.LINKED: _linked,
    EventKind.MERGED: _linked,
    EventKind.DECOMPOSED: _decomposed,
    EventKind.DEADLINE_SET: _followed,
}
