"""One row of the table for each task."""

import re
from datetime import date

from app.access.actor import Part
from app.ledgers.snapshot.facts import Facts
from app.ledgers.snapshot.words import (
    chinese,
    day_words,
    days_words,
    deadline_words,
    state_words,
)
from app.metrics.queries import Standing
from app.tasks.models import Category, Task, TaskUnit
from app.tasks.vocabulary import PARTS
from reports.weekly_ledger.content import Lamp, Row

NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]+[、.．）)]")
OTHER_PARTS = (Part.RESPONSIBLE, Part.COOPERATING, Part.SUPERVISING)
BRIEF = {part: PARTS[part].removesuffix("单位") for part in OTHER_PARTS}


def row(facts: Facts, standing: Standing) -> Row:
    """Return a task as it stands at the cut-off."""
    task = facts.tasks[standing.task_id]
    report = facts.reports.get(standing.report_id or 0)
    days = days_words(standing, facts.day)
    return Row(
        number=task.number,
        aspect=aspect_title(task.category),
        category=category_title(task.category),
        problem=task.problem,
        headline=task.headline,
        unit=facts.names[standing.counting_unit_id],
        units=_units(facts, task, standing),
        deadline=deadline_words(task, standing),
        days=days,
        deadline_note=_note(standing),
        is_late=standing.is_overdue,
        lamp=Lamp(standing.lamp.value),
        lamp_word=standing.lamp.label,
        state=state_words(standing),
        is_open=standing.is_open,
        progress=_progress(facts, standing),
        difficulty=(report.difficulties if report and standing.is_open else None) or "",
        next_step=(report.next_step if report and standing.is_open else None) or "",
        red_reason=f"{days}，未报" if standing.is_missing else days,
    )


def aspect_title(category: Category) -> str:
    """Return the aspect's title with its number: 一、…"""
    title = category.aspect.title
    return title if NUMBERED.match(title) else f"{chinese(category.aspect.position)}、{title}"


def category_title(category: Category) -> str:
    """Return the category's title with its number: （一）…"""
    title = category.title
    return title if NUMBERED.match(title) else f"（{chinese(category.position)}）{title}"


def _units(facts: Facts, task: Task, standing: Standing) -> tuple[str, ...]:
    """Return the counting unit, then the others by their part, as they were at the cut-off."""
    lines = [facts.names[standing.counting_unit_id]]
    links = [link for link in task.links if _held_on(link, facts.day)]
    for part, name in BRIEF.items():
        units = [
            link.unit.label
            for link in links
            if link.part is part and link.unit_id != standing.counting_unit_id
        ]
        if units:
            lines.append(f"{name}：{'、'.join(dict.fromkeys(units))}")
    return tuple(lines)


def _held_on(link: TaskUnit, day: date) -> bool:
    return link.starts_on <= day and (link.ends_on is None or link.ends_on > day)


def _note(standing: Standing) -> str:
    original = standing.original_due_on
    if original is None or original == standing.due_on:
        return ""
    return f"（原{original.isoformat()}）"


def _progress(facts: Facts, standing: Standing) -> str:
    if standing.closed_on:
        return f"{day_words(standing.closed_on)}销号。"
    report = facts.reports.get(standing.report_id or 0)
    if report is None:
        return "尚未报告进展。"
    if standing.is_missing:
        return f"本期未报，沿用上期：{report.percent}%　{report.text}"
    return f"{_percents(facts, standing)}　{report.text}"


def _percents(facts: Facts, standing: Standing) -> str:
    """Return 52%→58%, or the one figure if there is nothing to compare or nothing changed."""
    was = facts.before.get(standing.task_id)
    now = f"{standing.percent}%"
    if was is None or was.percent is None or was.percent == standing.percent:
        return now
    return f"{was.percent}%→{now}"
