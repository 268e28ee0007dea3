"""What a person may type about an inspection and a list."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, IntegerField, SelectField, StringField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from app.inspections.drafts import BUILT_IN, DELIVERED, InspectionDraft, ListDraft
from app.inspections.models import Procedure
from app.inspections.vocabulary import InspectionLevel, PeriodKind, SourceKind
from app.web.typed import stripped


class InspectionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("名称"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写名称，例如：第二轮中央生态环境保护督察。")),
            Length(max=100, message=_("名称最多100字。")),
        ],
    )
    level = SelectField(
        _("层级"), choices=lambda: {one.value: gettext(one.label) for one in InspectionLevel}
    )
    kind = SelectField(
        _("来源"), choices=lambda: {one.value: gettext(one.label) for one in SourceKind}
    )
    round = IntegerField(
        _("轮次"), validators=[Optional(), NumberRange(1, 99, _("轮次是1至99的整数。"))]
    )
    team = StringField(_("督察组"), filters=[stripped], validators=[Optional(), Length(max=100)])
    onsite_from = DateField(_("进驻日期"), validators=[Optional()])
    onsite_to = DateField(_("离开日期"), validators=[Optional()])
    feedback_on = DateField(_("反馈日期"), validators=[Optional()])
    version = HiddenField()

    def validate_onsite_to(self, field: Any) -> None:
        if self.onsite_from.data and field.data and field.data < self.onsite_from.data:
            raise ValidationError(_("离开日期不能早于进驻日期。"))

    def validate_feedback_on(self, field: Any) -> None:
        if self.onsite_from.data and field.data and field.data < self.onsite_from.data:
            raise ValidationError(_("反馈日期不能早于进驻日期。"))

    def draft(self) -> InspectionDraft:
        return InspectionDraft(
            name=self.name.data or "",
            level=InspectionLevel(self.level.data),
            kind=SourceKind(self.kind.data),
            round=self.round.data,
            team=self.team.data or None,
            onsite_from=self.onsite_from.data,
            onsite_to=self.onsite_to.data,
            feedback_on=self.feedback_on.data,
        )


class ListForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("清单名称"),
        filters=[stripped],
        validators=[DataRequired(_("请填写清单名称，台账标题由它而来。")), Length(max=100)],
    )
    code = StringField(
        _("清单代号"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写清单代号。")),
            Regexp(r"^[A-Za-z0-9-]{2,32}$", message=_("清单代号用2至32个字母、数字或连字符。")),
        ],
    )
    document_prefix = StringField(
        _("发文字头"),
        filters=[stripped],
        validators=[DataRequired(_("请填写发文字头，例如：市整改台账。")), Length(max=30)],
    )
    period_kind = SelectField(
        _("调度周期"), choices=lambda: {one.value: gettext(one.label) for one in PeriodKind}
    )
    cutoff_hour = IntegerField(
        _("截数时刻（时）"),
        default=18,
        validators=[InputRequired(_("请填写截数时刻。")), NumberRange(0, 24, _("时刻为0至24。"))],
    )
    near_due_days = IntegerField(
        _("临近到期（天）"),
        default=30,
        validators=[
            InputRequired(_("请填写提前多少天算临近到期。")),
            NumberRange(0, 365, _("天数为0至365。")),
        ],
    )
    procedure_code = SelectField(_("销号程序"), choices=[], default=BUILT_IN)
    version = HiddenField()

    def offer(self, procedures: Iterable[Procedure]) -> None:
        """Let the newest published version of each procedure be chosen."""
        names = {code: one.name for code, one in DELIVERED.items()}
        newest = {one.code: one.name for one in reversed(list(procedures)) if one.published_at}
        self.procedure_code.choices = {
            code: gettext(name) for code, name in (names | newest).items()
        }

    def draft(self) -> ListDraft:
        return ListDraft(
            code=self.code.data or "",
            name=self.name.data or "",
            document_prefix=self.document_prefix.data or "",
            period_kind=PeriodKind(self.period_kind.data),
            cutoff_hour=self.cutoff_hour.data or 0,
            near_due_days=self.near_due_days.data or 0,
            procedure_code=self.procedure_code.data or None,
        )
