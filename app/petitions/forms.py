"""What a person sends to read a petition case."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.web.typed import stripped


class ReasonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = StringField(
        _("查看理由"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明查看的理由。")),
            Length(4, 200, _("理由写4到200个字，例如：答复督察组询问。")),
        ],
    )
