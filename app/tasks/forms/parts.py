"""Where each part of a task stands, asked for beside what is written of the period."""

import re
from decimal import Decimal
from typing import Any, Final

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Field, SelectField, StringField
from wtforms.validators import Optional, Regexp

from app.tasks.drafts import PartsFact, PartsSaid
from app.tasks.drafts.parts import IndicatorFact, MeasureFact, text
from app.tasks.vocabulary import PartState
from app.web.typed import stripped

FEN: Final = 1_000_000
"""How many fen are 10,000 yuan, in which sums are typed."""
NUMBER: Final = r"-?\d{1,12}(\.\d{1,6})?$"
SUM: Final = r"\d{1,9}(\.\d{1,6})?$"
PASSED: Final = "1"


def fields_for(parts: PartsFact) -> dict[str, Any]:
    """Return one field for each thing that a report can say of the parts."""
    found: dict[str, Any] = {}
    for measure in parts.measures:
        found[f"measure_{measure.key}"] = _standing(measure.name)
        if measure.wanted is not None:
            found[f"quantity_{measure.key}"] = _amount(measure.name)
    for site in parts.sites:
        found[f"site_{site.key}"] = _standing(site.name)
    for milestone in parts.milestones:
        found[f"milestone_{milestone.key}"] = SelectField(
            milestone.name,
            choices=lambda: {"0": gettext("未到"), PASSED: gettext("已到")},
        )
    for indicator in parts.indicators:
        found[f"indicator_{indicator.key}"] = _amount(indicator.name)
    found["spent"] = StringField(
        _("累计支出（万元）"),
        filters=[stripped],
        validators=[Optional(), Regexp(SUM, message=_("累计支出写数字，如7105.5。"))],
    )
    return found


def _standing(name: str) -> SelectField:
    return SelectField(
        name, choices=lambda: {state.value: gettext(state.label) for state in PartState}
    )


def _amount(name: str) -> StringField:
    return StringField(
        name,
        filters=[stripped],
        validators=[Optional(), Regexp(NUMBER, message=_("只写数字，如96.2。"))],
    )


def present_values(parts: PartsFact) -> dict[str, Any]:
    """What the fields begin with: how everything stands."""
    measures: dict[str, Any] = {f"measure_{one.key}": one.state.value for one in parts.measures}
    return (
        measures
        | {f"quantity_{one.key}": text(one.done) for one in parts.measures}
        | {f"site_{one.key}": one.state.value for one in parts.sites}
        | {f"milestone_{one.key}": str(int(one.done)) for one in parts.milestones}
        | {f"indicator_{one.key}": text(one.value) for one in parts.indicators}
        | {"spent": in_ten_thousands(parts.spent)}
    )


def in_ten_thousands(fen: int | None) -> str | None:
    """A sum as people type it: 7105.5."""
    return None if fen is None else f"{(Decimal(fen) / FEN).normalize():f}"


def parts_said(parts: PartsFact, fields: dict[str, Field]) -> PartsSaid:
    """Read what the fields say; one that is wrong or empty says nothing."""
    spent = _decimal(fields, "spent")
    return PartsSaid(
        measures={one.key: _measure(one, fields) for one in parts.measures},
        sites={one.key: _state(fields, f"site_{one.key}", one.state) for one in parts.sites},
        milestones={
            one.key: _data(fields, f"milestone_{one.key}", str(int(one.done))) == PASSED
            for one in parts.milestones
        },
        indicators={
            one.key: value
            for one in parts.indicators
            if (value := _measured(one, fields)) is not None
        },
        spent=None if spent is None else int(spent * FEN),
    )


def _measure(one: MeasureFact, fields: dict[str, Field]) -> tuple[PartState, Decimal | None]:
    return (
        _state(fields, f"measure_{one.key}", one.state),
        _decimal(fields, f"quantity_{one.key}"),
    )


def _measured(one: IndicatorFact, fields: dict[str, Field]) -> Decimal | None:
    """A number that differs from the last one was measured anew."""
    value = _decimal(fields, f"indicator_{one.key}")
    return None if value == one.value else value


def _data(fields: dict[str, Field], name: str, otherwise: str) -> str:
    field = fields.get(name)
    return str(field.data) if field is not None and field.data else otherwise


def _state(fields: dict[str, Field], name: str, otherwise: PartState) -> PartState:
    word = _data(fields, name, otherwise.value)
    return PartState(word) if word in set(PartState) else otherwise


def _decimal(fields: dict[str, Field], name: str) -> Decimal | None:
    typed = _data(fields, name, "")
    return Decimal(typed) if re.match(NUMBER, typed) else None
