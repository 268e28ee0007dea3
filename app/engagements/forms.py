"""What a person may type about people of a task, visits and joint reviews."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
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
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)
from wtforms.widgets import CheckboxInput, ListWidget

from app import clock
from app.engagements.drafts import Conclusion, Demand, PersonDraft, ReviewDraft, VisitDraft
from app.engagements.vocabulary import ROLES, PersonRole
from app.web.typed import stripped

LONG = 2000


class PersonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    role = SelectField(
        _("角色"), choices=lambda: {role.value: gettext(label) for role, label in ROLES.items()}
    )
    name = StringField(
        _("姓名"),
        filters=[stripped],
        validators=[DataRequired(_("请填写姓名。")), Length(max=40)],
    )
    post = StringField(_("职务"), filters=[stripped], validators=[Optional(), Length(max=60)])
    person_id = SelectField(_("本人账号"), coerce=int, validators=[Optional()])
    every_days = IntegerField(
        _("多少天到场一次"),
        validators=[Optional(), NumberRange(1, 366, _("天数为1至366的整数。"))],
    )

    def validate_every_days(self, field: Any) -> None:
        if self.role.data == PersonRole.SPONSOR and field.data is None:
            raise ValidationError(_("请写明包案领导多少天到场一次。"))

    def draft(self) -> PersonDraft:
        return PersonDraft(
            role=PersonRole(self.role.data),
            name=self.name.data or "",
            post=self.post.data or None,
            person_id=self.person_id.data or None,
            every_days=self.every_days.data,
        )


class EndForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    reason = StringField(
        _("理由"), filters=[stripped], validators=[DataRequired(_("请写明理由。")), Length(max=200)]
    )


class VisitForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    visited_on = DateField(_("到场日期"), validators=[InputRequired(_("请填写到场日期。"))])
    place = StringField(
        _("到了哪里"),
        filters=[stripped],
        validators=[DataRequired(_("请写明到了哪个现场。")), Length(max=100)],
    )
    seen = TextAreaField(
        _("看到的情况"),
        filters=[stripped],
        validators=[DataRequired(_("请写明看到的情况。")), Length(max=LONG)],
    )
    demands = TextAreaField(
        _("提出的要求"), filters=[stripped], validators=[Optional(), Length(max=LONG)]
    )

    def validate_visited_on(self, field: Any) -> None:
        if field.data > clock.today():
            raise ValidationError(_("日期不能晚于今天。"))

    def draft(self) -> VisitDraft:
        assert self.visited_on.data is not None
        return VisitDraft(
            visited_on=self.visited_on.data,
            place=self.place.data or "",
            seen=self.seen.data or "",
            demands=self.demands.data or None,
        )


class ReviewForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    title = StringField(
        _("会审名称"),
        filters=[stripped],
        validators=[DataRequired(_("请填写会审名称。")), Length(max=100)],
    )
    held_on = DateField(_("会审日期"), validators=[InputRequired(_("请填写会审日期。"))])
    chair = StringField(
        _("主持人"),
        filters=[stripped],
        validators=[DataRequired(_("请填写主持人。")), Length(max=60)],
    )
    tasks = SelectMultipleField(
        _("会审事项"),
        coerce=int,
        validators=[DataRequired(_("请至少选一项任务。"))],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def draft(self) -> ReviewDraft:
        assert self.held_on.data is not None
        return ReviewDraft(
            title=self.title.data or "",
            held_on=self.held_on.data,
            chair=self.chair.data or "",
            task_ids=tuple(self.tasks.data or ()),
        )


class DemandForm(Form):
    """What one unit is asked for; all three or nothing."""

    unit_id = SelectField(_("单位"), coerce=int, validators=[Optional()])
    text = StringField(_("要求"), filters=[stripped], validators=[Optional(), Length(max=LONG)])
    due_on = DateField(_("期限"), validators=[Optional()])

    def validate_text(self, field: Any) -> None:
        given = [bool(self.unit_id.data), bool(field.data), self.due_on.data is not None]
        if any(given[1:]) and not all(given):
            raise ValidationError(_("要求要写明单位、内容和期限，三样都要有。"))

    def demand(self) -> Demand | None:
        if not self.text.data or self.due_on.data is None:
            return None
        return Demand(self.unit_id.data, self.text.data, self.due_on.data)


class ItemForm(Form):
    task_id = HiddenField()
    conclusion = TextAreaField(
        _("结论"),
        filters=[stripped],
        validators=[DataRequired(_("请写明结论。")), Length(max=LONG)],
    )
    demands = FieldList(FormField(DemandForm), min_entries=2, max_entries=2)


class MinutesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    present = StringField(
        _("出席"),
        filters=[stripped],
        validators=[DataRequired(_("请写明哪些单位、哪些人出席。")), Length(max=LONG)],
    )
    items = FieldList(FormField(ItemForm))
    version = HiddenField()

    def conclusions(self) -> list[Conclusion]:
        return [
            Conclusion(
                int(entry.form.task_id.data or 0),
                entry.form.conclusion.data or "",
                tuple(one for each in entry.form.demands if (one := each.form.demand())),
            )
            for entry in self.items
        ]
