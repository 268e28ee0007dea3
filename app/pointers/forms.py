"""What somebody says who judged a pointer."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from app.pointers.drafts import JudgementDraft
from app.pointers.vocabulary import Verdict
from app.web.typed import stripped


class JudgementForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    verdict = RadioField(
        _("判断"),
        choices=lambda: {verdict.value: gettext(verdict.label) for verdict in Verdict},
        validators=[InputRequired(_("请选择判断。"))],
    )
    words = TextAreaField(
        _("依据和理由"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明看了什么、依据是什么。")),
            Length(min=5, max=1000, message=_("依据和理由为5至1000字。")),
        ],
    )

    def draft(self) -> JudgementDraft:
        return JudgementDraft(Verdict(self.verdict.data), self.words.data or "")
