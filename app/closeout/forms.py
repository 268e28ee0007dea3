"""What a person may say when a task is applied for, checked, accepted, returned or struck off."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from app import clock
from app.closeout.drafts import Finding
from app.web.typed import stripped

LONG = 4000


class ApplyForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    statement = TextAreaField(
        _("自查说明"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写自查说明：对照整改目标写清做了什么、结果怎样。")),
            Length(min=10, max=LONG, message=_("自查说明为10至4000字。")),
        ],
    )


class FindingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    acted_on = DateField(
        _("日期"), validators=[InputRequired(_("请填写日期，例如2026年11月22日。"))]
    )
    opinion = TextAreaField(
        _("意见"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明意见。")),
            Length(max=LONG, message=_("意见最多4000字。")),
        ],
    )

    def finding(self) -> Finding:
        return Finding(
            opinion=self.opinion.data or "", acted_on=self.acted_on.data or clock.today()
        )
