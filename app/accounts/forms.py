"""What may be typed about people, roles and passwords."""

from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from app import clock
from app.access.roles import Role
from app.accounts.drafts import GrantDraft, PersonDraft
from app.units.queries import tree
from app.web.addresses import key
from app.web.typed import stripped


class LoginForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    login = StringField(
        _("账号"),
        filters=[stripped],
        validators=[DataRequired(_("请填写账号。")), Length(max=40, message=_("账号最多40位。"))],
    )
    password = PasswordField(_("口令"), validators=[DataRequired(_("请填写口令。"))])
    next = HiddenField()


class PasswordForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    old_password = PasswordField(_("原口令"), validators=[DataRequired(_("请填写原口令。"))])
    new_password = PasswordField(_("新口令"), validators=[DataRequired(_("请填写新口令。"))])
    again_password = PasswordField(
        _("再填一次新口令"), validators=[DataRequired(_("请再填一次新口令。"))]
    )

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        if valid and self.new_password.data != self.again_password.data:
            self.again_password.errors = [gettext("两次填的新口令不一样。")]
            return False
        return bool(valid)


class PersonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("姓名"),
        filters=[stripped],
        validators=[DataRequired(_("请填写姓名。")), Length(max=80, message=_("姓名最多80字。"))],
    )
    post = StringField(
        _("职务"),
        filters=[stripped],
        validators=[Optional(), Length(max=80, message=_("职务最多80字。"))],
    )
    version = HiddenField()


class NewPersonForm(PersonForm):
    login = StringField(
        _("账号"),
        filters=[stripped],
        validators=[DataRequired(_("请填写账号。")), Length(max=40, message=_("账号最多40位。"))],
    )

    def draft(self, password: str) -> PersonDraft:
        return PersonDraft(
            login=self.login.data or "",
            name=self.name.data or "",
            post=self.post.data or None,
            password=password,
        )


class GrantForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    unit_id = SelectField(
        _("单位"), coerce=key, validators=[DataRequired(_("请选择单位。"))], validate_choice=False
    )
    role = SelectField(_("角色"), validators=[DataRequired(_("请选择角色。"))])
    starts_on = DateField(
        _("起始日期"), validators=[DataRequired(_("请填写起始日期，如2026-11-22。"))]
    )
    ends_on = DateField(_("截止日期"), validators=[Optional()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit_id.choices = [(unit.id, "　" * unit.depth + unit.name) for unit in tree()]
        self.role.choices = [(role.value, gettext(role.label)) for role in Role]
        if self.starts_on.raw_data is None and self.starts_on.data is None:
            self.starts_on.data = clock.today()

    def draft(self) -> GrantDraft:
        assert self.starts_on.data is not None
        return GrantDraft(
            unit_id=self.unit_id.data,
            role=Role(self.role.data),
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
        )


class EndGrantForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    last_day = DateField(
        _("最后一天"), validators=[DataRequired(_("请填写最后一天，如2026-11-22。"))]
    )
    reason = StringField(
        _("原因"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明原因。")),
            Length(max=200, message=_("原因最多200字。")),
        ],
    )

    def end(self) -> tuple[date, str]:
        assert self.last_day.data is not None
        return self.last_day.data, self.reason.data or ""


class RetireForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = TextAreaField(
        _("停用原因"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明停用原因。")),
            Length(max=200, message=_("停用原因最多200字。")),
        ],
    )
