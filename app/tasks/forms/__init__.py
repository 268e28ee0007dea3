"""What a person may type about a task, and what the list's address may say."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileRequired, MultipleFileField
from wtforms import HiddenField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app.inspections.vocabulary import StepKind
from app.tasks.drafts import (
    Correction,
    EvidenceDraft,
    EvidenceFilter,
    PartsFact,
    PartsSaid,
    ReportDraft,
)
from app.tasks.forms.parts import fields_for, parts_said, present_values
from app.tasks.forms.tiers import ChildForm, DecomposeForm, LinkForm, UnlinkForm
from app.tasks.queries import TaskFilter
from app.tasks.vocabulary import EvidenceKind, Lamp, Pace, Stage, TaskState
from app.web.typed import stripped

__all__ = [
    "ChildForm",
    "CorrectionForm",
    "DecomposeForm",
    "EvidenceForm",
    "HandOverForm",
    "LinkForm",
    "ProgressForm",
    "SignForm",
    "UnlinkForm",
    "filter_from",
    "progress_form",
]

Word = TypeVar("Word", bound=StrEnum)
LONG = 4000


class ProgressForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One period's report; `progress_form` adds what the task's own parts ask for."""

    parts = PartsFact()

    percent = IntegerField(
        _("整体进度（%）"),
        validators=[
            Optional(),
            NumberRange(0, 100, _("整体进度是0至100的整数。")),
        ],
    )
    pace = RadioField(
        _("序时进度"),
        choices=lambda: {pace.value: gettext(pace.label) for pace in Pace},
        validators=[InputRequired(_("请选择是否达到序时进度。"))],
    )
    text = TextAreaField(
        _("本期做了什么"),
        filters=[stripped],
        validators=[
            DataRequired(_("请写明本期做了什么。")),
            Length(max=LONG, message=_("本期做了什么最多4000字。")),
        ],
    )
    difficulties = TextAreaField(
        _("困难"),
        filters=[stripped],
        validators=[Optional(), Length(max=LONG, message=_("困难最多4000字。"))],
    )
    next_step = TextAreaField(
        _("下一步"),
        filters=[stripped],
        validators=[Optional(), Length(max=LONG, message=_("下一步最多4000字。"))],
    )
    reason = StringField(
        _("更正理由"),
        filters=[stripped],
        validators=[Optional(), Length(max=200, message=_("更正理由最多200字。"))],
    )

    def draft(self) -> ReportDraft:
        return ReportDraft(
            text=self.text.data or "",
            percent=self.percent.data,
            pace=Pace(self.pace.data),
            difficulties=self.difficulties.data or None,
            next_step=self.next_step.data or None,
            reason=self.reason.data or None,
            parts=self.said(),
        )

    def said(self) -> PartsSaid:
        return parts_said(self.parts, self._fields)

    @property
    def outcome(self) -> PartsFact:
        """How everything will stand once this is submitted."""
        return self.parts.with_said(self.said())

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the unit's own figure only where none can be derived."""
        right = super().validate(extra_validators)
        if self.percent.data is None and not self.percent.errors and self.outcome.percent is None:
            self.percent.errors = [_("请填写整体进度，0至100的整数。")]
            return False
        return bool(right)

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, whether it would do or not."""
        return {field.name: field.data for field in self if field.name != "csrf_token"}


def progress_form(parts: PartsFact, begin: Mapping[str, Any] | None = None) -> ProgressForm:
    """Return the form of a task with these parts; `begin` is what stands in it at first."""
    kind = type("PartsForm", (ProgressForm,), {"parts": parts, **fields_for(parts)})
    form: ProgressForm = kind(data={**present_values(parts), **(begin or {})})
    return form


class EvidenceForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    files = MultipleFileField(_("文件"), validators=[FileRequired(_("请选择要上传的文件。"))])
    kind = SelectField(
        _("种类"),
        default="",
        choices=lambda: (
            {"": gettext("按文件判断：图片记作现场照片")}
            | {kind.value: gettext(kind.label) for kind in EvidenceKind}
        ),
    )
    step = SelectField(
        _("用于"),
        default="",
        choices=lambda: (
            {"": gettext("整改工作（各期进展）")}
            | {step.value: gettext(step.label) for step in StepKind}
        ),
    )
    site = SelectField(_("点位"), default="", choices=lambda: {"": gettext("不分点位")})
    caption = StringField(
        _("说明"),
        filters=[stripped],
        validators=[Optional(), Length(max=200, message=_("说明最多200字。"))],
    )
    replaces = HiddenField()

    def offer_sites(self, names: Mapping[str, str]) -> None:
        """Let a site of the task be chosen; where it has none, nothing is asked."""
        self.site.choices = {"": gettext("不分点位"), **names}

    def draft(self, filename: str, replaces: int | None) -> EvidenceDraft:
        """What is said of one of the files."""
        return EvidenceDraft(
            filename=filename,
            caption=self.caption.data or None,
            kind=EvidenceKind(self.kind.data) if self.kind.data else None,
            step=StepKind(self.step.data) if self.step.data else None,
            site_id=int(self.site.data) if self.site.data else None,
            replaces=replaces,
        )


class AnswerForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    text = TextAreaField(
        _("答复"),
        filters=[stripped],
        validators=[DataRequired(_("请写明做了什么、还差什么。")), Length(max=LONG)],
    )


class CorrectionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    problem = TextAreaField(
        _("问题"),
        filters=[stripped],
        validators=[DataRequired(_("请填写问题。")), Length(max=LONG)],
    )
    target = TextAreaField(_("整改目标"), filters=[stripped], validators=[Optional()])
    lead_unit_id = SelectField(_("牵头单位"), coerce=int)
    reason = StringField(
        _("更正理由"),
        filters=[stripped],
        validators=[DataRequired(_("请写明更正理由，随记录保存。")), Length(max=200)],
    )
    version = HiddenField()

    def correction(self) -> Correction:
        return Correction(
            problem=self.problem.data or "",
            target=self.target.data or None,
            lead_unit_id=self.lead_unit_id.data,
            reason=self.reason.data or "",
        )


class HandOverForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Nothing but the numbers ticked, and the token."""


class SignForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Nothing but the token."""


def filter_from(args: Mapping[str, str]) -> TaskFilter:
    """Read the filter of an address; what makes no sense there is left out."""
    return TaskFilter(
        state=_one_of(TaskState, args.get("state")),
        step=_one_of(StepKind, args.get("step")),
        stage=_one_of(Stage, args.get("stage")),
        done=args.get("done") == "1",
        pace=_one_of(Pace, args.get("pace")),
        lamp=_one_of(Lamp, args.get("lamp")),
        aspect_id=_number(args.get("aspect")),
        unit_id=_number(args.get("unit")),
        supervisor_id=_number(args.get("supervisor")),
        books=args.get("books", ""),
        overdue=args.get("due") == "overdue",
        overdue_originally=args.get("due") == "overdue_originally",
        near_due=args.get("due") == "near",
        missing=args.get("missing") == "1",
        below=args.get("below") == "only",
        text=(args.get("q") or "").strip()[:100],
    )


def _one_of(kind: Callable[[str], Word], word: str | None) -> Word | None:
    try:
        return kind(word) if word else None
    except ValueError:
        return None


def _number(word: str | None) -> int | None:
    return int(word) if word and word.isdecimal() and len(word) < 10 else None  # noqa: PLR2004  # below 2**31


def evidence_wanted(args: Mapping[str, str]) -> EvidenceFilter:
    """Read which kind of evidence, for which step and from which site, an address asks for."""
    return EvidenceFilter(
        _one_of(EvidenceKind, args.get("kind")),
        _one_of(StepKind, args.get("step")),
        _number(args.get("site")),
    )
