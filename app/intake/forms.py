"""What a person sends when uploading a document and reviewing its rows."""

import re
from collections.abc import Mapping
from typing import Any, Self

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from app.intake.drafts import Answer
from app.petitions.vocabulary import CaseStatus, Channel, Verdict
from app.web.typed import stripped

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
    version = HiddenField()
    everywhere = BooleanField()
    chosen = SelectMultipleField(coerce=place, validate_choice=False)
    typed = StringField(_("另填"), validators=[Length(max=LONGEST)])

    def answer(self) -> Answer:
        chosen = [each for each in self.chosen.data or [] if each != NOTHING]
        return Answer(chosen, self.typed.data or "", everywhere=self.everywhere.data)


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


class MeasureForm(Form):
    """One measure; one without a text is none."""

    text = TextAreaField(_("措施内容"), validators=[Length(max=LONGEST)])
    units = StringField(_("责任单位"), validators=[Length(max=500)])
    deadline = StringField(_("时限"), validators=[Length(max=200)])
    was = HiddenField()


class MeasuresForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    measures = FieldList(FormField(MeasureForm), label=_("措施"))
    version = HiddenField()


class NumbersForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What other levels' lists call the item."""

    province = StringField(_("省编号"), validators=[Length(max=60)], filters=[stripped])
    city = StringField(_("市编号"), validators=[Length(max=60)], filters=[stripped])
    county = StringField(_("县编号"), validators=[Length(max=60)], filters=[stripped])
    section = StringField(_("节编号"), validators=[Length(max=60)], filters=[stripped])
    version = HiddenField()


class EntriesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """People, sites, links or indicators: those that stay are ticked."""

    kept = SelectMultipleField(
        _("保留哪些"), coerce=int, widget=ListWidget(), option_widget=CheckboxInput()
    )
    version = HiddenField()


class WordForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A field that is one of a few words."""

    typed = SelectField(_("选哪个"))
    version = HiddenField()


class CutForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Where an item is cut in two: `line:14`, `measure:2` or `text:1`."""

    at = RadioField(_("从哪里起归新的一项"), validators=[InputRequired(_("请选定从哪里分开。"))])
    version = HiddenField()


class LinesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    line = SelectMultipleField(coerce=int, validate_choice=False)
    field = HiddenField()
    after = IntegerField(validators=[Optional()])


class ReasonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = StringField(_("查看理由"), validators=[Length(max=200)], filters=[stripped])


class MendedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    file = FileField(_("改好的表"), validators=[FileRequired(_("请选择改好的Excel表。"))])


class CaseExportForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    list = SelectField(
        _("哪个清单的信访件"), coerce=int, validators=[InputRequired(_("请选定整改清单。"))]
    )
    reason = StringField(
        _("导出理由"),
        filters=[stripped],
        validators=[
            InputRequired(_("请写明导出的理由。")),
            Length(4, 200, _("理由写4到200个字，例如：报督察组核对第3批办理情况。")),
        ],
    )


def _listed(text: str | None) -> str:
    """Several words in one line, as Chinese lists them."""
    return "、".join(part for part in re.split(r"[、,，;；\s]+", text or "") if part)


def _choices(words: type[Channel | Verdict | CaseStatus]) -> list[tuple[str, str]]:
    """The words of a kind in the reader's language; none of them first."""
    return [("", "—"), *((word.value, gettext(word.label)) for word in words)]


class CaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One petition case; empty is what the document does not say."""

    number = StringField(_("受理编号"), validators=[Length(max=60)], filters=[stripped])
    priority = BooleanField(_("重点件"))
    channel = SelectField(_("来源"))
    area = StringField(_("行政区域"), validators=[Length(max=200)], filters=[stripped])
    pollution_types = StringField(_("污染类型"), validators=[Length(max=200)], filters=[_listed])
    units = StringField(_("责任单位"), validators=[Length(max=500)], filters=[_listed])
    substantiated = SelectField(_("是否属实"))
    status = SelectField(_("办结情况"))
    content = TextAreaField(_("反映问题"), validators=[Length(max=LONGEST)], filters=[stripped])
    investigation = TextAreaField(
        _("调查核实"), validators=[Length(max=LONGEST)], filters=[stripped]
    )
    handling = TextAreaField(_("处理和整改"), validators=[Length(max=LONGEST)], filters=[stripped])
    accountability = TextAreaField(
        _("问责情况"), validators=[Length(max=LONGEST)], filters=[stripped]
    )
    target = TextAreaField(_("办结目标"), validators=[Length(max=LONGEST)], filters=[stripped])
    version = HiddenField()

    SINGLE = (
        "number", "channel", "area", "substantiated", "status", "content", "investigation",
        "handling", "accountability", "target",
    )  # fmt: skip
    SEVERAL = ("pollution_types", "units")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = _choices(Channel)
        self.substantiated.choices = _choices(Verdict)
        self.status.choices = _choices(CaseStatus)

    @classmethod
    def of(cls, case: Mapping[str, Any], version: int) -> Self:
        """A form filled with what was read."""
        given = {name: case.get(name) or "" for name in cls.SINGLE}
        given |= {name: "、".join(case.get(name) or ()) for name in cls.SEVERAL}
        return cls(**given, priority=bool(case.get("priority")), version=version)

    def values(self) -> dict[str, Any]:
        """What was typed, under the keys of a case that was read."""
        found: dict[str, Any] = {name: self[name].data or None for name in self.SINGLE}
        found |= {
            name: [part for part in self[name].data.split("、") if part] for name in self.SEVERAL
        }
        return {**found, "priority": self.priority.data}


class DeedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A deed with nothing to fill in, to a row as it stood on the page."""

    version = HiddenField()
