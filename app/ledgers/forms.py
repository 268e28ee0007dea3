"""What a person may type about a ledger: which period, why it is corrected, which file to check."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from app.web.addresses import in_the_calendar
from app.web.typed import stripped

LONGEST = 500


class PeriodForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    list = StringField(_("清单"), validators=[InputRequired()])
    last_day = DateField(
        _("报告期"), validators=[InputRequired(_("请选择一期。")), in_the_calendar]
    )


class CorrectionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = TextAreaField(
        _("更正说明"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明哪里有误、为何更正，这段话印在更正期首页。")),
            Length(max=LONGEST, message=_("更正说明最多500字。")),
        ],
    )


class VerifyForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    file = FileField(_("台账文件"), validators=[FileRequired(_("请选择要查验的台账文件。"))])
