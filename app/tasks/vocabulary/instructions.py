"""Where an instruction comes from."""

from enum import StrEnum

from app.wording import N_


class InstructionOrigin(StrEnum):
    DISPATCH = "dispatch"
    JOINT_REVIEW = "joint_review"
    VISIT = "visit"

    @property
    def label(self) -> str:
        return ORIGINS[self]


ORIGINS = {
    InstructionOrigin.DISPATCH: N_("调度会"),
    InstructionOrigin.JOINT_REVIEW: N_("会审"),
    InstructionOrigin.VISIT: N_("领导到场"),
}
