"""Questions asked of the tasks."""

from app.tasks.queries.listing import (
    PAGE,
    Cell,
    Line,
    TaskFilter,
    aspects_in,
    cells,
    count,
    line_of,
    neighbours,
    page,
    recent_events,
    supervisors,
)
from app.tasks.queries.lookups import (
    aspect_titled,
    aspects_of_list,
    before,
    category_titled,
    count_aspects,
    count_categories,
    events_of,
    evidence_of,
    evidence_with_blob,
    evidence_with_token,
    last_position,
    latest_version,
    lists_visible_to,
    number_is_taken,
    progress_draft,
    reports_of,
    task_or_none,
    tasks_numbered,
    tasks_of_list,
    tasks_with_ids,
)
from app.tasks.queries.standing import Scope, standing, visible_to
from app.tasks.queries.waiting import Waiting, step_owners, waiting_for

__all__ = [
    "PAGE", "Cell", "Line", "Scope", "TaskFilter", "Waiting", "aspect_titled", "aspects_in", "aspects_of_list",
    "before", "category_titled", "cells", "count", "count_aspects", "count_categories", "events_of",
    "evidence_of", "evidence_with_blob", "evidence_with_token", "last_position",
    "latest_version", "lists_visible_to", "line_of", "neighbours", "number_is_taken", "page", "progress_draft", "recent_events", "reports_of", "standing",
    "step_owners", "supervisors", "task_or_none", "tasks_numbered", "tasks_of_list", "tasks_with_ids",
    "visible_to", "waiting_for",
]  # fmt: skip
