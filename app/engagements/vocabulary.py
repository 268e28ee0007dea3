"""The words of sponsoring leaders, responsible persons and joint reviews."""

from enum import StrEnum

from app.wording import N_


class PersonRole(StrEnum):
    """What a named person is to a task."""

    SPONSOR = "sponsor"
    RESPONSIBLE = "responsible"
    CONTACT = "contact"

    @property
    def label(self) -> str:
        return ROLES[self]


ROLES = {
    PersonRole.SPONSOR: N_("包案领导"),
    PersonRole.RESPONSIBLE: N_("责任人"),
    PersonRole.CONTACT: N_("联系人"),
}


class ReviewState(StrEnum):
    PLANNED = "planned"
    CONCLUDED = "concluded"

    @property
    def label(self) -> str:
        return REVIEW_STATES[self]


REVIEW_STATES = {
    ReviewState.PLANNED: N_("待会审"),
    ReviewState.CONCLUDED: N_("已形成纪要"),
}
