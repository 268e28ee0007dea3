"""What a day of the State Council's notice is."""

from enum import StrEnum

from app.wording import N_


class DayKind(StrEnum):
    OFF = "off"
    MADE_UP = "made_up"

    @property
    def label(self) -> str:
        return DAY_LABELS[self]


DAY_LABELS = {DayKind.OFF: N_("放假"), DayKind.MADE_UP: N_("调休上班")}
