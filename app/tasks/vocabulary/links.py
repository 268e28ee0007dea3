"""How tasks can be tied to each other, read from either end."""

from enum import StrEnum

from app.wording import N_


class LinkKind(StrEnum):
    """What the first task is to the second."""

    MERGED_INTO = "merged_into"
    CARRIED_OVER_FROM = "carried_over_from"
    SAME_DEADLINE_AS = "same_deadline_as"
    RELAPSE_OF = "relapse_of"
    SAME_SOURCE = "same_source"

    @property
    def label(self) -> str:
        return LINKS[self]

    @property
    def label_back(self) -> str:
        """What the second task is to the first."""
        return LINKS_BACK[self]


LINKS = {
    LinkKind.MERGED_INTO: N_("并入"),
    LinkKind.CARRIED_OVER_FROM: N_("承接"),
    LinkKind.SAME_DEADLINE_AS: N_("同时限"),
    LinkKind.RELAPSE_OF: N_("反弹自"),
    LinkKind.SAME_SOURCE: N_("同源"),
}

LINKS_BACK = {
    LinkKind.MERGED_INTO: N_("并来"),
    LinkKind.CARRIED_OVER_FROM: N_("转由承接"),
    LinkKind.SAME_DEADLINE_AS: N_("时限随本项"),
    LinkKind.RELAPSE_OF: N_("反弹后另立"),
    LinkKind.SAME_SOURCE: N_("同源"),
}

# Made by a person on the page of links; the others come with a deed of their own.
BY_HAND = (LinkKind.CARRIED_OVER_FROM, LinkKind.SAME_SOURCE, LinkKind.SAME_DEADLINE_AS)
