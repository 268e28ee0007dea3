"""The living style guide: every component once, with invented content; for development only."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace as Sample

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from app.web.charts import Curve, curve
from app.web.guard import public

styleguide = Blueprint("styleguide", __name__, url_prefix="/styleguide")

LAMPS = (("red", "红灯"), ("yellow", "黄灯"), ("green", "绿灯"), ("off", "已熄"))
STATES = (("整改中", ""), ("现场核查", "step"), ("已销号", "closed"), ("已签发", "strong"))
PARTS = ("已销号", "已完成待销号", "达到序时", "未达到序时")
ASPECTS = {
    "压实责任": (2, 0, 3, 1),
    "绿色低碳发展": (2, 2, 3, 0),
    "突出环境问题": (3, 4, 3, 3),
    "生态保护修复": (2, 2, 1, 2),
}


class SampleForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """One field of each kind, two of them wrong."""

    percent = IntegerField("整体进度（%）", [InputRequired()])
    done = TextAreaField("本周做了什么", [InputRequired()])
    due = DateField("整改时限")
    unit = SelectField("牵头单位", choices={"1": "松湾区政府", "2": "市水务局"})
    pace = RadioField("序时", choices={"1": "未达到", "2": "达到", "3": "超过"})
    reason = StringField("理由")


@dataclass(frozen=True)
class Step:
    """A step of a procedure, as the macro draws it."""

    label: str
    note: str
    standing: str = ""


@styleguide.get("/")
@public
def components() -> ResponseReturnValue:
    """Show every component, also half of them in error; where nobody develops, there is no page."""
    if not (current_app.debug or current_app.testing):
        abort(404)
    return render_template(
        "styleguide/components.html",
        form=_wrong_form(),
        lamps=LAMPS,
        states=STATES,
        steps=_steps(),
        entries=_entries(),
        bars=_bars(),
        curve=_curve(),
        options=_options(),
    )


def _wrong_form() -> SampleForm:
    form = SampleForm(formdata=None, data={"percent": 61, "done": "抓紧推进。", "pace": "2"})
    form.percent.errors = ["不能低于上周的66%；确有回退的，请写理由"]
    form.done.errors = ["要写明时间，如“11月27日前”"]
    return form


def _steps() -> tuple[Step, ...]:
    return (
        Step("自查", "11-17　林晓波", "past"),
        Step("申请销号", "11-18　云泽县政府", "past"),
        Step("现场核查", "11-19起　许文涛", "now"),
        Step("验收", "市住房城乡建设局"),
        Step("销号", "整改办"),
    )


def _entries() -> tuple[Sample, ...]:
    moment = datetime(2026, 11, 20, 8, 42, tzinfo=UTC)
    return (
        Sample(moment=moment, title="报第47周进展", who="林晓波", text="92%至100%", deed=True),
        Sample(moment=moment, title="改为黄灯", who="周敏", text="", deed=False),
    )


def _bars() -> tuple[Sample, ...]:
    return tuple(
        Sample(
            label=label,
            total=sum(counts),
            parts=[
                Sample(tone=tone, label=PARTS[tone - 1], count=count, href="#")
                for tone, count in enumerate(counts, 1)
            ],
        )
        for label, counts in ASPECTS.items()
    )


def _curve() -> Curve:
    first = date(2026, 9, 6)
    weeks = [first + timedelta(weeks=week) for week in range(17)]
    plan = list(
        zip(weeks, (0, 0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 14, 17, 20, 23, 27), strict=True)
    )
    done = list(zip(weeks[:12], (0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 9), strict=True))
    words = {"total": "全部33项", "act": "实际9项", "plan": "计划27项"}
    return curve({"plan": plan, "act": done}, 33, words)


def _options() -> tuple[Sample, ...]:
    return tuple(
        Sample(label=word, href="#", count=count, current=count == 10, lamp=kind, value=kind)  # noqa: PLR2004  # any one
        for count, (kind, word) in enumerate(LAMPS, 9)
    )
