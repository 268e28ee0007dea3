"""What does not add up in a task's reports: wording, percent, phrases in place of figures."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.pointers.drafts import Pointer, Side
from app.pointers.parsing.figures import is_quantified, only_vague, vague_phrases
from app.pointers.parsing.passages import Alike, compare, is_copy, is_repetition
from app.pointers.queries import reports_like, tasks_by_key
from app.pointers.vocabulary import PointerKind
from app.tasks.models import Evidence, ProgressReport, Task
from app.wording import N_

MOST_COPIES = 3
REPORT = N_("%(period)s进展")


def last_of_each(reports: Sequence[ProgressReport]) -> list[ProgressReport]:
    """Of all versions newest first, the last one of each period."""
    found: dict[int, ProgressReport] = {}
    for report in reports:
        found.setdefault(report.period_id, report)
    return list(found.values())


def quoted(task: Task) -> list[str]:
    """What a report may quote without having copied it."""
    return [task.problem, task.target or "", *(measure.text for measure in task.measures)]


def wording(task: Task, reports: Sequence[ProgressReport]) -> Iterator[Pointer]:
    """The newest report says nearly what another task's says, or the last one of this."""
    if not reports:
        return
    newest, *earlier = last_of_each(reports)
    yield from _copied(task, newest)
    if earlier:
        alike = compare(newest.text, earlier[0].text, quoted(task))
        if is_repetition(alike, newest.text, earlier[0].text):
            message = N_("本期进展%(total)s字中有%(equal)s字与上期相同，没有新的数字")
            yield _pointer(newest, earlier[0], alike, message)


def _copied(task: Task, newest: ProgressReport) -> Iterator[Pointer]:
    found: dict[int, tuple[Alike, ProgressReport]] = {}
    for other in reports_like(newest):
        alike = compare(newest.text, other.text, quoted(task))
        if is_copy(alike) and other.task_id not in found:
            found[other.task_id] = alike, other
    tasks = tasks_by_key(set(found))
    unrelated = [key for key in found if not related(task, tasks[key])]
    for key in unrelated[:MOST_COPIES]:
        alike, other = found[key]
        message = N_("本期进展%(total)s字中有%(equal)s字与%(other)s%(period)s进展相同")
        yield _pointer(newest, other, alike, message)


def related(task: Task, other: Task) -> bool:
    """Whether one task is a part of the other: what is said of the part is said of the whole."""
    return task.id == other.parent_id or other.id == task.parent_id


def _pointer(newest: ProgressReport, other: ProgressReport, alike: Alike, message: str) -> Pointer:
    foreign = other.task_id if other.task_id != newest.task_id else None
    values = {"total": alike.total, "equal": alike.equal, "period": other.period}
    return Pointer(
        PointerKind.WORDING,
        f"{newest.id}:{other.id}",
        message,
        values,
        (_side(newest, alike.ours), _side(other, alike.theirs)),
        foreign,
    )


def _side(report: ProgressReport, marked: tuple[tuple[int, int], ...] = ()) -> Side:
    return Side(report.task_id, REPORT, {"period": report.period}, text=report.text, marked=marked)


def _risen(report: ProgressReport) -> Side:
    said = {"period": report.period, "percent": report.percent}
    return Side(report.task_id, N_("%(period)s进展　%(percent)s%%"), said, text=report.text)


def percent(
    task: Task, reports: Sequence[ProgressReport], evidence: Sequence[Evidence]
) -> Iterator[Pointer]:
    """The last rise of the percent came without any new evidence."""
    each = last_of_each(reports)
    rises = [(now, last) for now, last in pairwise(each) if now.percent > last.percent]
    if not rises:
        return
    now, before = rises[0]
    if now.parts != before.parts or any(
        before.submitted_at < piece.uploaded_at <= now.submitted_at for piece in evidence
    ):
        return
    yield Pointer(
        PointerKind.PERCENT,
        f"{task.id}:{before.period_id}:{now.period_id}",
        N_("%(earlier)s%(before)s%%升至%(period)s%(now)s%%，其间新增证据0份"),
        {"before": before.percent, "now": now.percent, "earlier": before.period,
         "period": now.period},
        (_risen(now), _risen(before)),
    )  # fmt: skip


def vague(task: Task, reports: Sequence[ProgressReport]) -> Iterator[Pointer]:
    """The target is a number, and the report has phrases only."""
    if not reports or not is_quantified(task.target or ""):
        return
    newest = reports[0]
    if only_vague(newest.text):
        phrases = vague_phrases(newest.text)
        said = "、".join(dict.fromkeys(newest.text[start:end] for start, end in phrases[:3]))
        target = Side(task.id, N_("整改目标"), text=task.target or "")
        yield Pointer(
            PointerKind.VAGUE,
            str(newest.id),
            N_("目标有数字，%(period)s进展只写“%(said)s”，没有一个数字"),
            {"period": newest.period, "said": said},
            (_side(newest, phrases), target),
        )
