"""What a person sends when uploading a document and reviewing its rows."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

LONGEST = 20_000
NOTHING = -1


def place(value: str) -> int:
    """The place of an option; nothing was chosen where it is empty."""
    return int(value) if value else NOTHING


class UploadForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    list = SelectField(
        _("入哪个清单"), coerce=int, validators=[InputRequired(_("请选定整改清单。"))]
    )
    file = FileField(_("清单文件"), validators=[FileRequired(_("请选择清单文件。"))])
    year = IntegerField(
        _("文件年份"),
        validators=[Optional(), NumberRange(1990, 2100, _("年份写成四位数字，例如2026。"))],
    )


class SettleForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One doubt: which one, what was chosen, or what was typed instead."""

    field = HiddenField(validators=[InputRequired()])
    about = HiddenField()
    chosen = SelectMultipleField(coerce=place, validate_choice=False)
    typed = StringField(_("另填"), validators=[Length(max=LONGEST)])


class FieldForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    typed = TextAreaField(
        _("内容"), validators=[Length(max=LONGEST, message=_("内容最多20000字。"))]
    )
    version = HiddenField()
    """The row's version when the page was opened: who comes second is told."""

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.typed.label.text = label


class LinesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    line = SelectMultipleField(coerce=int, validate_choice=False)


class DeedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A deed with nothing to fill in."""
