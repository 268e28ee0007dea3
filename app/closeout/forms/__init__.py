"""What a person may say when a task is applied for, checked, accepted, returned or struck off."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, MultipleFileField
from wtforms import DateField, FieldList, Form, FormField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app import clock
from app.closeout.drafts import Checked, Finding, Material, Relapse
from app.closeout.vocabulary import Answer, Result
from app.deadlines.phrases import read_deadline
from app.tasks.models import Evidence
from app.web.typed import stripped

LONG, SHORT = 4000, 200


class MaterialForm(Form):
    """One required material: a piece of evidence, a file to upload now, or why there is none."""

    label = ""

    evidence = SelectField(_("已上传的证据"), validators=[Optional()])
    upload = FileField(_("现在上传"))
    note = StringField(
        _("没有的原因"),
        filters=[stripped],
        validators=[Optional(), Length(max=SHORT, message=_("原因最多200字。"))],
    )


class ApplyForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    statement = TextAreaField(
        _("自查说明"),
        filters=[stripped],
        validators=[
            DataRequired(_("请填写自查说明：对照整改目标写清做了什么、结果怎样。")),
            Length(min=10, max=LONG, message=_("自查说明为10至4000字。")),
        ],
    )
    materials = FieldList(FormField(MaterialForm))

    def ask_for(self, names: Sequence[str], evidence: Sequence[Evidence]) -> None:
        """One row for each material; what bears its name among the evidence is proposed."""
        while len(self.materials) < len(names):
            self.materials.append_entry()
        known = {one.caption or one.filename: str(one.id) for one in evidence}
        choices = {"": gettext("未选")} | {
            str(one.id): one.caption or one.filename for one in evidence
        }
        for name, entry in zip(names, self.materials, strict=False):
            entry.form.evidence.choices = choices
            entry.form.label = name
            if entry.form.evidence.data is None:
                entry.form.evidence.data = known.get(name, "")

    def given(self, names: Sequence[str]) -> Iterator[Material]:
        """What was chosen or explained of each material; uploads are stored by the view."""
        for name, entry in zip(names, self.materials, strict=False):
            chosen, note = entry.form.evidence.data, entry.form.note.data or ""
            yield Material(name, int(chosen) if chosen else None, note)


class CheckedForm(Form):
    """The answer to one criterion, or at one site."""

    label = ""

    answer = SelectField(
        _("结果"),
        choices=lambda: {"": gettext("未填")} | {one.value: gettext(one.label) for one in Answer},
        validators=[DataRequired(_("请选符合、不符合或不适用。"))],
    )
    note = StringField(_("说明"), filters=[stripped], validators=[Optional(), Length(max=SHORT)])


class FindingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    acted_on = DateField(
        _("日期"), validators=[InputRequired(_("请填写日期，例如2026年11月22日。"))]
    )
    people = StringField(_("到场人员"), filters=[stripped], validators=[Length(max=SHORT)])
    places = StringField(_("查看地点"), filters=[stripped], validators=[Length(max=SHORT)])
    checklist = FieldList(FormField(CheckedForm))
    sites = FieldList(FormField(CheckedForm))
    photos = MultipleFileField(_("现场照片"))
    result = SelectField(_("结果"), choices=[], validators=[Optional()])
    opinion = TextAreaField(
        _("意见"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明意见。")),
            Length(max=LONG, message=_("意见最多4000字。")),
        ],
    )

    def ask_for(self, criteria: Sequence[str], sites: Sequence[str], *, on_site: bool) -> None:
        """One row for each criterion and site; an inspection on the spot names who was there."""
        for names, asked in ((criteria, self.checklist), (sites, self.sites)):
            while len(asked) < len(names):
                asked.append_entry()
            for name, entry in zip(names, asked, strict=False):
                entry.form.label = name
        if on_site:
            self.people.validators = [
                DataRequired(_("请写明谁到了现场。")),
                *self.people.validators,
            ]
            self.places.validators = [DataRequired(_("请写明看了哪里。")), *self.places.validators]

    def ask_for_result(self) -> None:
        """A look-back says how it stands: still good, or relapsed."""
        self.result.choices = {
            Result.PASSED.value: gettext("整改成效保持"),
            Result.RELAPSED.value: gettext("问题反弹"),
        }

    def finding(self) -> Finding:
        return Finding(
            opinion=self.opinion.data or "",
            acted_on=self.acted_on.data or clock.today(),
            people=self.people.data or "",
            places=self.places.data or "",
            checklist=tuple(_checked(self.checklist)),
            sites=tuple(_checked(self.sites)),
        )


def _checked(asked: Any) -> Iterator[Checked]:
    for entry in asked:
        form = entry.form
        yield Checked(form.label, Answer(form.answer.data), form.note.data or "")


def wrong(form: Any) -> Iterator[tuple[str, str]]:
    """Every field that cannot be taken, also inside rows: its anchor, and what is wrong."""
    for field in form:
        if isinstance(field, FieldList):
            for entry in field:
                yield from ((key, _said(entry.form.label, text)) for key, text in _of(entry.form))
        elif field.errors:
            yield field.id, _said(field.label.text, gettext(field.errors[0]))


def _said(label: str, text: str) -> str:
    return str(gettext("%(label)s：%(text)s", label=label, text=text))


def _of(form: Form) -> Iterator[tuple[str, str]]:
    return ((field.id, gettext(field.errors[0])) for field in form if field.errors)


class CriteriaForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    criteria = TextAreaField(
        _("验收标准"),
        validators=[Optional(), Length(max=LONG, message=_("验收标准最多4000字。"))],
    )
    procedure = SelectField(_("销号程序"), choices=[], validators=[Optional()])


class RelapseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    number = StringField(
        _("新项编号"),
        filters=[stripped],
        validators=[DataRequired(_("请填写新项编号。")), Length(max=32)],
    )
    problem = TextAreaField(
        _("反弹的问题"),
        filters=[stripped],
        validators=[DataRequired(_("请写明反弹的问题。")), Length(max=LONG)],
    )
    deadline = StringField(
        _("整改时限"),
        filters=[stripped],
        validators=[DataRequired(_("请填写整改时限，例如：2027年3月底前。")), Length(max=SHORT)],
    )
    reason = StringField(
        _("根据"),
        filters=[stripped],
        validators=[DataRequired(_("请写明根据什么认定反弹。")), Length(max=SHORT)],
    )

    def draft(self) -> Relapse:
        return Relapse(
            self.number.data or "",
            self.problem.data or "",
            read_deadline(self.deadline.data or ""),
            self.reason.data or "",
        )
