"""Rectification tasks: what they are, whose they are, and everything that happened to them."""

from app.tasks.models.headings import Aspect, Category
from app.tasks.models.history import Evidence, TaskEvent
from app.tasks.models.instructions import Instruction
from app.tasks.models.links import TaskLink
from app.tasks.models.parts import (
    Indicator,
    IndicatorValue,
    Measure,
    Milestone,
    Site,
    SitePhoto,
)
from app.tasks.models.reports import ProgressDraft, ProgressReport, ReportMark
from app.tasks.models.rules import ListRules
from app.tasks.models.task import Task, TaskNumber, TaskUnit

__all__ = [
    "Aspect",
    "Category",
    "Evidence",
    "Indicator",
    "IndicatorValue",
    "Instruction",
    "ListRules",
    "Measure",
    "Milestone",
    "ProgressDraft",
    "ProgressReport",
    "ReportMark",
    "Site",
    "SitePhoto",
    "Task",
    "TaskEvent",
    "TaskLink",
    "TaskNumber",
    "TaskUnit",
]
