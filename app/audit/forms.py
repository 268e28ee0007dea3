"""What a reader of the trail may look for."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.audit.drafts import TrailFilter
from app.audit.vocabulary import ACTION_LABELS, SUBJECTS, Outcome
from app.web.addresses import HIGHEST_KEY, in_the_calendar


class TrailForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    class Meta:
        csrf = False  # it only reads

    person = StringField(
        _("人员"), validators=[Optional(), Length(max=80, message=_("姓名最多80字。"))]
    )
    action = SelectField(_("事项"), validators=[Optional()])
    subject_kind = SelectField(_("对象"), validators=[Optional()])
    subject_id = IntegerField(_("编号"), validators=[Optional(), NumberRange(1, HIGHEST_KEY)])
    outcome = SelectField(_("结果"), validators=[Optional()])
    first = DateField(_("从"), validators=[Optional(), in_the_calendar])
    last = DateField(_("到"), validators=[Optional(), in_the_calendar])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action.choices = _choices(ACTION_LABELS)
        self.subject_kind.choices = _choices(SUBJECTS)
        self.outcome.choices = _choices({outcome.value: outcome.label for outcome in Outcome})

    def wanted(self) -> TrailFilter:
        """Return the filter; what cannot be understood is told beside its field and left out."""
        self.validate()
        given = {field.name: field.data or None for field in self if not field.errors}
        outcome = given.pop("outcome", None)
        return TrailFilter(**given, outcome=Outcome(outcome) if outcome else None)


def _choices(labels: Any) -> list[tuple[str, str]]:
    return [("", gettext("全部")), *((value, gettext(label)) for value, label in labels.items())]
