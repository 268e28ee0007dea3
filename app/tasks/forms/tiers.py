"""What a person may type to decompose a task, and to tie it to another."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.access.actor import Part
from app.deadlines.phrases import read_deadline
from app.tasks.drafts import TaskDraft
from app.tasks.models import Task
from app.tasks.vocabulary import BY_HAND, LinkKind
from app.web.typed import stripped

LONG = 4000


class DecomposeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What all the lines have in common."""

    problem = TextAreaField(
        _("问题"),
        filters=[stripped],
        validators=[DataRequired(_("请填写问题。")), Length(max=LONG)],
    )

    def takes(self, count: int) -> bool:
        """Whether the form will do with so many lines ticked."""
        good = self.validate()
        if count == 0:
            self.form_errors.append(gettext("请至少勾选一份下级清单。"))
        return bool(good and count)


class ChildForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One line: the task that one list gets."""

    class Meta:
        csrf = False  # the form around the lines has the token

    take = BooleanField(_("分解"))
    number = StringField(
        _("编号"),
        filters=[stripped],
        validators=[DataRequired(_("请填写编号。")), Length(max=20)],
    )
    lead_unit_id = SelectField(_("牵头单位"), coerce=int)
    checker_id = SelectField(_("督导单位"), coerce=int)
    deadline = StringField(
        _("整改时限"),
        filters=[stripped],
        validators=[DataRequired(_("请填写整改时限。")), Length(max=100)],
    )
    target = StringField(
        _("整改目标"), filters=[stripped], validators=[Optional(), Length(max=LONG)]
    )

    def validate_checker_id(self, field: SelectField) -> None:
        if field.data == self.lead_unit_id.data:
            raise ValidationError(_("督导单位不能兼任牵头单位，否则没有人能核查。"))

    def draft(self, parent: Task, problem: str) -> TaskDraft:
        """The child as typed, under the same headings as its parent."""
        return TaskDraft(
            number=self.number.data or "",
            aspect=parent.category.aspect.title,
            category=parent.category.title,
            problem=problem,
            target=self.target.data or None,
            deadline=read_deadline(self.deadline.data or ""),
            parts=(
                (Part.LEAD, self.lead_unit_id.data),
                (Part.SUPERVISING, self.checker_id.data),
            ),
            counting_unit_id=self.lead_unit_id.data,
        )

    def wrong(self, message: str) -> None:
        """Say beside the line why the task could not be opened."""
        self.take.errors = [*self.take.errors, message]


class LinkForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    kind = SelectField(
        _("本项对另一项"),
        choices=lambda: [
            (kind.value, gettext(kind.label)) for kind in (*BY_HAND, LinkKind.MERGED_INTO)
        ],
    )
    list = SelectField(_("另一项的清单"))
    number = StringField(
        _("另一项的编号"),
        filters=[stripped],
        validators=[InputRequired(_("请填写另一项的编号。")), Length(max=20)],
    )
    reason = StringField(
        _("理由"),
        filters=[stripped],
        validators=[DataRequired(_("请写明理由，随记录保存。")), Length(max=200)],
    )


class UnlinkForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = StringField(
        _("解除理由"),
        filters=[stripped],
        validators=[DataRequired(_("请写明理由，随记录保存。")), Length(max=200)],
    )
