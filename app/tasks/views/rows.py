"""Lines of the list as rows of a table: where aspects and categories begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.access.actions import TaskAction
from app.tasks.models import Aspect, Category, Task
from app.tasks.queries import Line
from app.tasks.views.reading import Reading, read
from app.tasks.workflow import possible
from app.web.guard import may


@dataclass(frozen=True)
class Row:
    """One task; `aspect` and `category` are set where they begin, `last` where a category ends."""

    task: Task
    reading: Reading
    aspect: Aspect | None
    category: Category | None
    span: int
    last: bool
    handable: bool
    counted: bool


def rows(lines: Sequence[Line]) -> list[Row]:
    """Group the lines of a page, which come in the order of the list."""
    found: list[Row] = []
    aspect_id = 0
    for _category_id, together in groupby(lines, lambda line: line.task.category_id):
        category = list(together)
        begins = category[0].task.category.aspect_id != aspect_id
        aspect_id = category[0].task.category.aspect_id
        found.extend(_category_rows(category, begins=begins))
    return found


def _category_rows(lines: list[Line], *, begins: bool) -> Iterator[Row]:
    for at, line in enumerate(lines):
        first = at == 0
        yield Row(
            task=line.task,
            reading=read(line),
            aspect=line.task.category.aspect if first and begins else None,
            category=line.task.category if first else None,
            span=len(lines),
            last=at == len(lines) - 1,
            handable=_handable(line.task),
            counted=line.counted,
        )


def _handable(task: Task) -> bool:
    """Whether the reader may hand the task over now."""
    return possible(task.state, None, TaskAction.HAND_OVER) and may(TaskAction.HAND_OVER, task)
