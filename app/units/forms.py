"""What may be typed about units."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional

from app.units.drafts import UnitDraft
from app.units.queries import tree
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel
from app.web.typed import stripped


def number_or_none(value: str | None) -> int | None:
    return int(value) if value else None


class PlaceForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    parent_id = SelectField(_("上级单位"), coerce=number_or_none, validators=[Optional()])
    version = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(unit.id, "　" * unit.depth + unit.name) for unit in tree()]
        self.parent_id.choices = [("", gettext("无（最上一级）")), *units]


class NameForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("全称"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写全称。")),
            Length(max=120, message=_("全称最多120字。")),
        ],
    )
    short_name = StringField(
        _("简称"),
        filters=[stripped],
        validators=[Optional(), Length(max=60, message=_("简称最多60字。"))],
    )
    version = HiddenField()


class UnitForm(NameForm, PlaceForm):
    kind = SelectField(_("类别"), validators=[DataRequired(_("请选择类别。"))])
    level = SelectField(_("级别"), validators=[DataRequired(_("请选择级别。"))])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, gettext(kind.label)) for kind in UnitKind]
        self.level.choices = [(level.value, gettext(level.label)) for level in UnitLevel]

    def draft(self) -> UnitDraft:
        return UnitDraft(
            name=self.name.data or "",
            short_name=self.short_name.data or None,
            kind=UnitKind(self.kind.data),
            level=UnitLevel(self.level.data),
            parent_id=self.parent_id.data,
        )


class AliasForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("名称"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写名称。")),
            Length(max=120, message=_("名称最多120字。")),
        ],
    )
    kind = SelectField(_("类别"), validators=[DataRequired(_("请选择类别。"))])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, gettext(kind.label)) for kind in AliasKind]


class RetireForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = StringField(
        _("停用原因"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明停用原因。")),
            Length(max=200, message=_("停用原因最多200字。")),
        ],
    )
