"""What the office may type of a close-out procedure."""

import re
from collections.abc import Iterator
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from app.inspections.drafts import ProcedureDraft, StepDraft
from app.inspections.vocabulary import (
    InspectionLevel,
    LimitKind,
    StepKind,
    StepOwner,
    WorkKind,
)
from app.web.typed import stripped

NUMBERED = re.compile(r"^\d+[.\u3001\s]\s*")
MOST_DAYS = 999
COUNT = (Optional(), NumberRange(1, MOST_DAYS, _("请填1至999的整数。")))


def _words(kind: Any) -> dict[str, str]:
    return {one.value: gettext(one.label) for one in kind}


class StepForm(Form):
    """One step; which of these stand on the page depends on its kind."""

    kind = HiddenField()
    owner = SelectField(_("办理单位"), choices=lambda: _words(StepOwner))
    cosigners = SelectMultipleField(
        _("会签"),
        choices=lambda: _words(StepOwner),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    days = IntegerField(_("天数"), validators=[*COUNT])
    limit_kind = SelectField(_("按"), choices=lambda: _words(LimitKind), default=LimitKind.NATURAL)
    materials = TextAreaField(_("应交材料"), validators=[Length(max=4000)])
    checklist = TextAreaField(_("核对标准"), validators=[Length(max=4000)])
    filing_level = SelectField(
        _("报哪一级"), choices=lambda: {"": gettext("请选择")} | _words(InspectionLevel)
    )
    after_months = IntegerField(_("销号后几个月"), validators=[*COUNT])
    sampled_percent = IntegerField(_("抽查百分之几"), validators=[*COUNT])

    @property
    def step(self) -> StepKind:
        return StepKind(self.kind.data or "")

    def draft(self) -> StepDraft:
        level = self.filing_level.data
        return StepDraft(
            kind=self.step,
            owner=StepOwner(self.owner.data),
            days=self.days.data,
            limit_kind=LimitKind(self.limit_kind.data or LimitKind.NATURAL),
            cosigners=tuple(StepOwner(one) for one in self.cosigners.data or ()),
            materials=tuple(material(line) for line in lines(self.materials.data)),
            checklist=tuple(lines(self.checklist.data)),
            filing_level=InspectionLevel(level) if level else None,
            after_months=self.after_months.data,
            sampled_percent=self.sampled_percent.data,
        )


class ProcedureForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    name = StringField(
        _("名称"),
        filters=[stripped],
        validators=[DataRequired(_("请填写程序名称。")), Length(max=100)],
    )
    kind = SelectField(_("用于"), choices=lambda: _words(WorkKind))
    steps = FieldList(FormField(StepForm))
    added = SelectField(_("加一步"), choices=lambda: _words(StepKind))
    version = HiddenField()

    def draft(self) -> ProcedureDraft:
        return ProcedureDraft(
            name=self.name.data or "",
            kind=WorkKind(self.kind.data),
            steps=tuple(entry.form.draft() for entry in self.steps),
        )

    def wrong(self) -> Iterator[tuple[str, str]]:
        """Every field that cannot be read: its anchor, and what is wrong."""
        for field in [self.name, *(one for entry in self.steps for one in entry.form)]:
            if field.errors:
                yield (
                    field.id,
                    gettext("%(label)s：%(text)s", label=field.label.text, text=field.errors[0]),
                )


def lines(text: str | None) -> Iterator[str]:
    """The lines of a text, without numbers before them and without empty ones."""
    for line in (text or "").splitlines():
        if cleaned := NUMBERED.sub("", line.strip()):
            yield cleaned


def material(line: str) -> tuple[str, WorkKind]:
    """A material and which tasks need it, which stands behind it in brackets."""
    for kind in (WorkKind.WORKS, WorkKind.NON_WORKS):
        mark = written("", kind).strip()
        if line.endswith(mark):
            return line.removesuffix(mark).strip(), kind
    return line, WorkKind.ANY


def written(name: str, kind: WorkKind) -> str:
    """A material as it is typed."""
    if kind is WorkKind.ANY:
        return name
    return str(gettext("%(name)s（%(kind)s）", name=name, kind=gettext(kind.label)))


def typed(draft: ProcedureDraft) -> dict[str, Any]:
    """What the fields hold of a draft."""
    steps = [
        vars(step)
        | {
            "kind": step.kind.value,
            "owner": step.owner.value,
            "cosigners": [one.value for one in step.cosigners],
            "limit_kind": step.limit_kind.value,
            "materials": "\n".join(written(*one) for one in step.materials),
            "checklist": "\n".join(step.checklist),
            "filing_level": step.filing_level.value if step.filing_level else "",
        }
        for step in draft.steps
    ]
    return {"name": draft.name, "kind": draft.kind.value, "steps": steps}
