"""What a person may type about an accountability matter."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, Form, FormField, HiddenField, IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app.accountability.drafts import Conclusion, MatterDraft
from app.accountability.models import Matter
from app.accountability.vocabulary import MANNERS, RANKS, Manner, Rank
from app.web.typed import stripped

HIGHEST = 9999


class MatterForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    number = StringField(
        _("编号"),
        filters=[stripped],
        validators=[DataRequired(_("请填写编号，照移交清单上的写。")), Length(max=40)],
    )
    title = StringField(
        _("事项"),
        filters=[stripped],
        validators=[DataRequired(_("请写明移交的是什么事项，不写人名。")), Length(max=200)],
    )
    body = StringField(
        _("承办机关"),
        filters=[stripped],
        validators=[DataRequired(_("请填写承办机关，例如：市纪委监委。")), Length(max=60)],
    )
    transferred_on = DateField(_("移交日期"), validators=[InputRequired(_("请填写移交日期。"))])
    task_id = SelectField(_("对应任务"), coerce=int, validators=[Optional()])
    version = HiddenField()

    def draft(self) -> MatterDraft:
        assert self.transferred_on.data is not None
        return MatterDraft(
            number=self.number.data or "",
            title=self.title.data or "",
            body=self.body.data or "",
            transferred_on=self.transferred_on.data,
            task_id=self.task_id.data or None,
        )


def _row(rank: Rank) -> type[Form]:
    """One line of the table: a number for every manner."""
    fields = {
        manner.value: IntegerField(
            label,
            default=0,
            validators=[Optional(), NumberRange(0, HIGHEST, _("人数为0至9999的整数。"))],
        )
        for manner, label in MANNERS.items()
    }
    return type(f"{rank.name.title()}Row", (Form,), fields)


class ConclusionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    concluded_on = DateField(_("办结日期"), validators=[InputRequired(_("请填写办结日期。"))])
    persons = IntegerField(
        _("合计人数"),
        validators=[
            InputRequired(_("请填写合计人数；不予问责的填0。")),
            NumberRange(0, HIGHEST, _("人数为0至9999的整数。")),
        ],
    )
    document = StringField(_("文号"), filters=[stripped], validators=[Optional(), Length(max=60)])
    reason = StringField(
        _("修改理由"), filters=[stripped], validators=[Optional(), Length(max=200)]
    )
    bureau = FormField(_row(Rank.BUREAU), RANKS[Rank.BUREAU])
    county = FormField(_row(Rank.COUNTY), RANKS[Rank.COUNTY])
    township = FormField(_row(Rank.TOWNSHIP), RANKS[Rank.TOWNSHIP])
    version = HiddenField()

    def conclusion(self) -> Conclusion:
        counts = {
            (rank, manner): self[rank.value].form[manner.value].data or 0
            for rank in Rank
            for manner in Manner
        }
        assert self.concluded_on.data is not None
        return Conclusion(
            concluded_on=self.concluded_on.data,
            persons=self.persons.data or 0,
            counts={key: persons for key, persons in counts.items() if persons},
            document=self.document.data or None,
            reason=self.reason.data or None,
        )


def filled(matter: Matter) -> dict[str, Any]:
    """Return what a form that changes a conclusion begins with."""
    counts: dict[str, dict[str, int]] = {rank.value: {} for rank in Rank}
    for count in matter.counts:
        counts[count.rank.value][count.manner.value] = count.persons
    own = {"concluded_on": matter.concluded_on, "persons": matter.persons}
    return own | {"document": matter.document, "version": matter.version} | counts
