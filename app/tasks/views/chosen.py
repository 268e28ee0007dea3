"""Which lists an address names, one or several joined, and what the reader may see of them."""

from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.inspections.models import RectificationList
from app.tasks.queries import Scope
from app.tasks.views.periods import open_period
from app.web.formatting import listed

BETWEEN = ","
BELOW = ("1", "only")
"""What an address says to see also, or only, what is not counted."""


@dataclass(frozen=True)
class Chosen:
    """The lists that a page is about; joined ones are counted as one, nothing twice."""

    lists: tuple[RectificationList, ...]

    @property
    def code(self) -> str:
        """What an address says to choose the same lists again."""
        return joined_code(self.lists)

    @property
    def name(self) -> str:
        return listed(one.name for one in self.lists)

    @property
    def title(self) -> str:
        """Short enough for headings."""
        if len(self.lists) == 1:
            return self.lists[0].name
        return str(_("%(count)s份清单合并", count=len(self.lists)))


def joined_code(lists: tuple[RectificationList, ...]) -> str:
    return BETWEEN.join(one.code for one in lists)


def named_lists(
    among: tuple[RectificationList, ...], name: str = "list"
) -> tuple[RectificationList, ...]:
    """Those of some lists that the address names, one value each or several in one."""
    codes = set(BETWEEN.join(request.args.getlist(name)).split(BETWEEN))
    return tuple(one for one in among if one.code in codes)


def chosen_lists(seen: tuple[RectificationList, ...]) -> Chosen | None:
    """The lists that the address names, else the first that the reader has."""
    found = named_lists(seen) or seen[:1]
    return Chosen(found) if found else None


def scope_of(lists: tuple[RectificationList, ...], actor: Actor, *, below: bool) -> Scope:
    """What the reader may see of some lists today, drafts included."""
    periods = [open_period(one).id for one in lists]
    return Scope(
        lists=lists,
        day=clock.today(),
        actor=actor,
        periods=tuple(key for key in periods if key),
        drafts=True,
        below=below,
    )


def scope_of_address(chosen: Chosen, actor: Actor) -> Scope:
    """The same, with what is not counted where the address asks for it."""
    return scope_of(chosen.lists, actor, below=request.args.get("below") in BELOW)
