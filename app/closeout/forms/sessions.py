"""What is typed of an acceptance session: its minutes, and a verdict for each task."""

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.web.typed import stripped

LONG, SHORT = 4000, 500


class VerdictForm(Form):
    """What the session says of one task; left alone, the task waits on."""

    label = ""
    task = HiddenField()
    result = SelectField(
        _("结果"),
        choices=lambda: {
            "": gettext("本次不议"),
            "pass": gettext("通过"),
            "return": gettext("退回整改"),
        },
    )
    met = BooleanField(_("所列标准逐条核对，均符合"))
    opinion = StringField(_("意见"), filters=[stripped], validators=[Length(max=SHORT)])

    def validate_opinion(self, field: StringField) -> None:
        if self.result.data and not field.data:
            raise ValidationError(_("请写明意见。"))


class SessionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    held_on = DateField(_("会议日期"), validators=[InputRequired(_("请填写会议日期。"))])
    minutes = TextAreaField(
        _("会议纪要"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明谁参加、怎样议定。")),
            Length(max=LONG, message=_("纪要最多4000字。")),
        ],
    )
    verdicts = FieldList(FormField(VerdictForm))

    def ask_for(self, tasks: Sequence[tuple[int, str]]) -> None:
        """One row for each task that can be decided upon; what was typed finds its own again."""
        while len(self.verdicts) < len(tasks):
            self.verdicts.append_entry()
        titles = {str(key): title for key, title in tasks}
        for (key, _title), entry in zip(tasks, self.verdicts, strict=False):
            entry.form.task.data = entry.form.task.data or str(key)
            entry.form.label = titles.get(entry.form.task.data, "")
