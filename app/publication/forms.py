"""What the office types when it publishes, what the public types when it objects."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    MultipleFileField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput

from app.deadlines.windows import DayCount
from app.publication.drafts import Examination, NoticeDraft, ObjectionDraft, Upload
from app.publication.vocabulary import FIELDS, Ruling
from app.web.addresses import in_the_calendar, key
from app.web.typed import stripped

LONG = 4000


def _text(label: str, needed: str = "", most: int = LONG) -> TextAreaField:
    asked = DataRequired(needed) if needed else Optional()
    validators = [asked, Length(max=most, message=_("最多%(most)s字。", most=most))]
    return TextAreaField(label, filters=[stripped], validators=validators)


class ReleaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form whose texts go out of the office: what looks personal is released by a tick."""

    release = BooleanField(_("已逐处核对，可以公开"))
    seen = HiddenField()

    @property
    def released(self) -> str:
        """Name the spans that the person has looked at; nothing without the tick."""
        return (self.seen.data or "") if self.release.data else ""


class NoticeForm(ReleaseForm):
    first_day = DateField(
        _("公示首日"),
        validators=[InputRequired(_("请填写公示首日，如2026-11-23。")), in_the_calendar],
    )
    length = IntegerField(
        _("公示天数"),
        validators=[
            InputRequired(_("请填写公示天数。")),
            NumberRange(1, 90, _("公示天数是1至90的整数。")),
        ],
    )
    title = StringField(
        _("标题"),
        filters=[stripped],
        validators=[DataRequired(_("请填写标题。")), Length(max=100, message=_("标题最多100字。"))],
    )
    lead = _text(_("导语"), _("请填写导语。"), 500)
    problem = _text(_("反馈问题"))
    target = _text(_("整改目标"))
    responsible = _text(_("责任单位"))
    supervising = _text(_("督导单位"))
    measures = _text(_("整改措施"))
    progress = _text(_("完成情况"), _("请写明完成情况。"))
    acceptance = _text(_("验收意见"))
    contact = StringField(
        _("来信来电方式"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明公众怎样来信来电。")),
            Length(max=200, message=_("来信来电方式最多200字。")),
        ],
    )
    photos = SelectMultipleField(
        _("一并公开的照片"), coerce=key, option_widget=CheckboxInput(), validate_choice=False
    )

    def draft(self, kind: DayCount) -> NoticeDraft:
        assert self.first_day.data is not None
        return NoticeDraft(
            first=self.first_day.data,
            length=self.length.data or 0,
            kind=kind,
            title=self.title.data or "",
            lead=self.lead.data or "",
            fields={name: self[name].data or "" for name in FIELDS},
            contact=self.contact.data or "",
            evidence_ids=tuple(self.photos.data or ()),
        )


class EndForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    opinion = _text(_("确认意见"), _("请写明公示结果。"), 500)


class WordingForm(ReleaseForm):
    wording = _text(_("异议摘要"), _("请写摘要：反映什么事、在哪里、何时，不写是谁反映的。"), 1000)


class ExaminationForm(ReleaseForm):
    ruling = RadioField(
        _("审查结论"),
        choices=lambda: {one.value: gettext(one.label) for one in Ruling},
        validators=[InputRequired(_("请选择审查结论。"))],
    )
    reply = _text(_("答复"), _("请写明怎样核实、结果如何：凭查询码可以看到。"), 2000)

    def examination(self) -> Examination:
        return Examination(Ruling(self.ruling.data), self.reply.data or "")


class PublicForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form of somebody without a session: its own token stands for the cookie (decision 0017)."""

    class Meta:
        csrf = False


class ObjectionForm(PublicForm):
    token = HiddenField()
    text = _text(_("您认为哪里没有整改到位"), _("请写明您认为哪里没有整改到位。"))
    files = MultipleFileField(_("照片或材料"))
    name = StringField(
        _("姓名"), filters=[stripped], validators=[Length(max=40, message=_("姓名最多40字。"))]
    )
    phone = StringField(
        _("电话"), filters=[stripped], validators=[Length(max=40, message=_("电话最多40字。"))]
    )

    def draft(self) -> ObjectionDraft:
        uploads = [one for one in self.files.data or () if getattr(one, "filename", "")]
        return ObjectionDraft(
            text=self.text.data or "",
            name=self.name.data or "",
            phone=self.phone.data or "",
            files=[Upload(one.filename, one.stream) for one in uploads],
        )


class CodeForm(PublicForm):
    code = StringField(
        _("查询码"),
        filters=[stripped],
        validators=[DataRequired(_("请填写查询码。")), Length(max=40)],
    )
