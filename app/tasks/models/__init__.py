"""Rectification tasks: what they are, whose they are, and everything that happened to them."""

from app.tasks.models.headings import Aspect, Category
from app.tasks.models.history import Evidence, TaskEvent
from app.tasks.models.instructions import Instruction
from app.tasks.models.links import TaskLink
from app.tasks.models.reports import ProgressDraft, ProgressReport, ReportMark
from app.tasks.models.rules import ListRules
from app.tasks.models.task import Measure, Task, TaskNumber, TaskUnit

__all__ = [
    "Aspect",
    "Category",
    "Evidence",
    "Instruction",
    "ListRules",
    "Measure",
    "ProgressDraft",
    "ProgressReport",
    "ReportMark",
    "Task",
    "TaskEvent",
    "TaskLink",
    "TaskNumber",
    "TaskUnit",
]
