"""The words of accountability: where a matter stands, at which rank, in which way."""

from enum import StrEnum

from app.wording import N_


class MatterState(StrEnum):
    """A matter was handed over to the discipline body; or it was decided."""

    TRANSFERRED = "transferred"
    CONCLUDED = "concluded"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {MatterState.TRANSFERRED: N_("已移交，调查中"), MatterState.CONCLUDED: N_("已办结")}


class Rank(StrEnum):
    """The rank of who was held accountable, as inspectors count it."""

    BUREAU = "bureau"
    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def label(self) -> str:
        return RANKS[self]


RANKS = {
    Rank.BUREAU: N_("厅局级"),
    Rank.COUNTY: N_("县处级"),
    Rank.TOWNSHIP: N_("乡科级及以下"),
}


class Manner(StrEnum):
    """How somebody was held accountable; each person is counted once, under the gravest."""

    CRIMINAL = "criminal"
    PARTY = "party"
    ADMINISTRATIVE = "administrative"
    ORGANISATIONAL = "organisational"
    ADMONISHED = "admonished"
    CIRCULATED = "circulated"
    TALK = "talk"
    OTHER = "other"

    @property
    def label(self) -> str:
        return MANNERS[self]


MANNERS = {
    Manner.CRIMINAL: N_("移送司法"),
    Manner.PARTY: N_("党纪处分"),
    Manner.ADMINISTRATIVE: N_("政务处分"),
    Manner.ORGANISATIONAL: N_("组织处理"),
    Manner.ADMONISHED: N_("诫勉"),
    Manner.CIRCULATED: N_("通报批评"),
    Manner.TALK: N_("约谈"),
    Manner.OTHER: N_("其他"),
}
