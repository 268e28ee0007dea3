"""What a day makes of the facts of a task: overdue, pace, lamp; by the rules of its list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    type_coerce,
)
from sqlalchemy.sql.selectable import FromClause

from app.inspections.models import Period
from app.tasks.models import ProgressReport, Task
from app.tasks.queries.days import days_between, stages_until
from app.tasks.vocabulary import OPEN_STATES, Lamp, Pace, PaceBasis, Stage, TaskState

Condition = ColumnElement[bool]
WHOLE = 100


@dataclass(frozen=True)
class Bench:
    """What is judged by: the facts of each task, the rules of its list, the day."""

    facts: FromClause
    rules: FromClause
    day: date
    periods: tuple[int, ...]


def judged(bench: Bench) -> dict[str, ColumnElement[Any]]:
    """Return the columns that say how a task stands; here and nowhere else."""
    facts, day = bench.facts, bench.day
    waiting = facts.c.state.in_([TaskState.IN_RECTIFICATION, TaskState.SUSPENDED])
    overdue = and_(waiting, facts.c.due_on < day)
    near = and_(waiting, facts.c.due_on >= day, _days_left(bench) <= bench.rules.c.near_due_days)
    unreported = ProgressReport.period_id.is_(None) | ProgressReport.period_id.not_in(bench.periods)
    return {
        "pace": _pace(bench),
        "expected": _expected(bench),
        "is_open": _flag(facts.c.state.in_(OPEN_STATES)),
        "is_overdue": _flag(overdue),
        "is_overdue_originally": _flag(and_(waiting, facts.c.original_due_on < day)),
        "is_near_due": _flag(near),
        "is_missing": _flag(and_(facts.c.state == TaskState.IN_RECTIFICATION, unreported)),
        "is_set_by_hand": _flag(_by_hand(bench)),
        "stage": _stage(bench),
        "lamp": _lamp(bench, overdue, near),
    }


def _lamp(bench: Bench, overdue: Condition, near: Condition) -> ColumnElement[Any]:
    state = bench.facts.c.state
    waiting = state.in_([TaskState.IN_RECTIFICATION, TaskState.SUSPENDED])
    far_behind = and_(_derives(bench), _points_behind(bench) >= bench.rules.c.red_behind)
    silent = and_(state == TaskState.IN_RECTIFICATION, _silent(bench))
    lamp = bench.rules.c.silent_lamp
    return case(
        (or_(_gone(bench), state == TaskState.DRAFT), Lamp.OFF.value),
        (_by_hand(bench), type_coerce(bench.facts.c.lamp_override, String)),
        (or_(overdue, and_(waiting, far_behind)), Lamp.RED.value),
        (and_(silent, lamp == Lamp.RED), Lamp.RED.value),
        (or_(near, and_(waiting, _behind(bench)), silent), Lamp.YELLOW.value),
        else_=Lamp.GREEN.value,
    )


def _stage(bench: Bench) -> ColumnElement[str]:
    return case(
        (bench.facts.c.state == TaskState.CLOSED, Stage.CLOSED.value),
        (bench.facts.c.state == TaskState.MERGED, Stage.MERGED.value),
        (bench.facts.c.state == TaskState.CLOSING, Stage.DONE.value),
        (ProgressReport.id.is_(None), Stage.SILENT.value),
        (_behind(bench), Stage.BEHIND.value),
        else_=Stage.ON_PACE.value,
    )


def _gone(bench: Bench) -> Condition:
    return bench.facts.c.state.in_([TaskState.CLOSED, TaskState.MERGED])


def _by_hand(bench: Bench) -> Condition:
    """A lamp set by hand that still holds on the day."""
    return and_(~_gone(bench), bench.facts.c.lamp_override_until >= bench.day)


def _pace(bench: Bench) -> ColumnElement[Any]:
    """As reported; or, where the list derives it, reported percent beside what is expected."""
    behind, column = _points_behind(bench), ProgressReport.pace
    enough = bench.rules.c.yellow_behind
    return case(
        (~_derives(bench), column),
        (and_(behind >= enough, ProgressReport.percent == 0), _word(Pace.NOT_STARTED)),
        (behind >= enough, _word(Pace.BEHIND)),
        (-behind >= enough, _word(Pace.AHEAD)),
        else_=_word(Pace.ON_SCHEDULE),
    )


def _word(pace: Pace) -> ColumnElement[Any]:
    return literal(pace, ProgressReport.__table__.c.pace.type)


def _behind(bench: Bench) -> Condition:
    return _pace(bench).in_([_word(Pace.NOT_STARTED), _word(Pace.BEHIND)])


def _derives(bench: Bench) -> Condition:
    """Whether pace is derived: the list says so, there is a schedule, and something was said."""
    return and_(
        bench.rules.c.pace_basis != PaceBasis.REPORTED,
        bench.facts.c.due_on.is_not(None),
        Task.handed_over_on.is_not(None),
        ProgressReport.id.is_not(None),
    )


def _points_behind(bench: Bench) -> ColumnElement[int]:
    return _expected(bench) - ProgressReport.percent


def _expected(bench: Bench) -> ColumnElement[Any]:
    """The percent that the schedule asks for on the day (序时应达), whole on the last one."""
    due_on, start = bench.facts.c.due_on, Task.handed_over_on
    day = literal(bench.day, Date)
    gone, whole = days_between(day, start), days_between(due_on, start)
    passed, known = stages_until(Task.stages, bench.day.isoformat()), _stages_known()
    return case(
        (or_(due_on.is_(None), start.is_(None)), null()),
        (due_on <= bench.day, WHOLE),
        (start >= bench.day, 0),
        (
            and_(bench.rules.c.pace_basis == PaceBasis.STAGES, known > 0),
            passed * WHOLE // func.nullif(known, 0),
        ),
        else_=gone * WHOLE // func.nullif(whole, 0),
    )


def _stages_known() -> ColumnElement[int]:
    return stages_until(Task.stages, date.max.isoformat())


def _silent(bench: Bench) -> Condition:
    """Whether the last reported period lies further back than the list allows."""
    since = func.coalesce(Period.last_day, Task.handed_over_on)
    return days_between(literal(bench.day, Date), since) > bench.rules.c.silent_days


def _days_left(bench: Bench) -> ColumnElement[int]:
    return days_between(bench.facts.c.due_on, literal(bench.day, Date))


def _flag(condition: Condition) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
