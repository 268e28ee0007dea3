"""What does not add up in a task's indicators: reported complete with the target not met."""

from collections.abc import Iterator, Sequence

from app.pointers.drafts import Pointer, Side
from app.pointers.vocabulary import PointerKind
from app.tasks.models import ProgressReport, Task
from app.tasks.queries.parts import parts_of
from app.tasks.vocabulary import TaskState
from app.wording import N_

COMPLETE = 100


def indicators(task: Task, reports: Sequence[ProgressReport]) -> Iterator[Pointer]:
    """The work is said to be done, and the last number measured misses the target."""
    complete = bool(reports) and reports[0].percent == COMPLETE
    if not complete and task.state is not TaskState.CLOSING:
        return
    wordings = {each.id: each.wording or "" for each in task.indicators}
    for each in parts_of(task).indicators:
        if each.value is None or each.goal.met:
            continue
        values = {
            "name": each.name,
            "value": f"{each.value:f}",
            "sign": each.comparison,
            "wanted": f"{each.wanted:f}",
            "unit": each.unit,
        }
        yield Pointer(
            PointerKind.INDICATOR,
            f"{each.key}:{each.value}",
            N_("%(name)s最近一次%(value)s%(unit)s，目标%(sign)s%(wanted)s%(unit)s，却已报完成"),
            values,
            (
                Side(task.id, N_("整改目标"), text=wordings[each.key] or task.target or ""),
                Side(task.id, N_("最近一期进展"), text=reports[0].text if reports else ""),
            ),
        )
