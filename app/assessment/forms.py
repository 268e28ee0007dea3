"""What a person may type about an assessment."""

from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, Form, FormField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    ValidationError,
)

from app.assessment.drafts import Points
from app.assessment.vocabulary import KINDS, USUAL, USUAL_AHEAD, USUAL_BASE, PointKind
from app.web.typed import stripped

LONG = 2000
MOST = 100


class PeriodForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    list = SelectField(_("清单"), coerce=int)
    first_day = DateField(_("第一天"), validators=[InputRequired(_("请填写考核期的第一天。"))])
    last_day = DateField(_("最后一天"), validators=[InputRequired(_("请填写考核期的最后一天。"))])

    def days(self) -> tuple[date, date]:
        assert self.first_day.data is not None
        assert self.last_day.data is not None
        return self.first_day.data, self.last_day.data

    def validate_last_day(self, field: Any) -> None:
        if self.first_day.data and field.data and field.data < self.first_day.data:
            raise ValidationError(_("最后一天不能早于第一天。"))


def _worth() -> type[Form]:
    """A number for every kind of point."""
    limits = [
        InputRequired(_("请填写分值，不计分的填0。")),
        NumberRange(-MOST, MOST, _("分值是-100至100的整数。")),
    ]
    fields = {
        kind.value: IntegerField(label, default=USUAL[kind], validators=limits)
        for kind, label in KINDS.items()
    }
    return type("WorthForm", (Form,), fields)


class PointsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    base = IntegerField(
        _("基础分"),
        default=USUAL_BASE,
        validators=[
            InputRequired(_("请填写基础分。")),
            NumberRange(0, 1000, _("基础分为0至1000。")),
        ],
    )
    ahead_days = IntegerField(
        _("提前多少天算提前完成"),
        default=USUAL_AHEAD,
        validators=[InputRequired(_("请填写天数。")), NumberRange(0, 366, _("天数为0至366。"))],
    )
    worth = FormField(_worth())

    def points(self) -> Points:
        worth = {kind: self.worth.form[kind.value].data or 0 for kind in PointKind}
        return Points(self.base.data or 0, self.ahead_days.data or 0, worth)


class ObjectionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    text = TextAreaField(
        _("异议"),
        filters=[stripped],
        validators=[DataRequired(_("请写明哪里不对、依据是什么。")), Length(max=LONG)],
    )


class DecisionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    upheld = RadioField(
        _("处理"),
        choices=lambda: {
            "1": gettext("异议成立，这一条不计分"),
            "0": gettext("异议不成立，计分不变"),
        },
        validators=[InputRequired(_("请选择异议是否成立。"))],
    )
    answer = TextAreaField(
        _("答复"),
        filters=[stripped],
        validators=[DataRequired(_("请写明理由，提出单位看得到。")), Length(max=LONG)],
    )
