"""Opening a publicity: the window is checked, the texts released by a person, everything frozen."""

from datetime import date

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.calendars.queries import workdays
from app.closeout.models import Application
from app.closeout.queries import open_application
from app.database import db
from app.deadlines.windows import DayCount, Window, last_day, provisional
from app.inspections.models import ProcedureStep
from app.inspections.operations import next_number
from app.inspections.vocabulary import DocumentKind, LimitKind, StepKind
from app.publication import queries
from app.publication.drafts import NoticeDraft
from app.publication.models import Publicity
from app.publication.operations.drawing import drawn
from app.publication.operations.photos import published_copies
from app.publication.parsing import Span, seen, spans
from app.publication.snapshot import frozen
from app.tasks.models import Evidence, Task
from app.tasks.operations import Deed, move
from app.tasks.queries import evidence_of
from app.wording import N_, Moved, Refusal
from app.workflow import IllegalAction

CUSTOMARY = (10, DayCount.WORKING)
"""Where a procedure does not say how long."""
KINDS = {LimitKind.NATURAL: DayCount.NATURAL, LimitKind.WORKING: DayCount.WORKING}


class Unreleased(Refusal):
    """A text holds what looks like personal data, and nobody has released exactly that."""

    def __init__(self, found: list[Span]) -> None:
        super().__init__(
            N_("有%(count)s处像个人信息。请删去，或者逐处核对后勾选“可以公开”再提交。"),
            count=len(found),
        )
        self.found = found


def required_window(step: ProcedureStep) -> tuple[int, DayCount]:
    """Return the length and kind of days that the procedure asks for."""
    if step.days is None:
        return CUSTOMARY
    return step.days, KINDS[step.limit_kind]


def open_publicity(task: Task, draft: NoticeDraft, released: str, actor: Actor) -> Publicity:
    """Publish a notice on a task that stands at this step; what it says never changes again.

    `released` names the spans that the actor has looked at and lets everybody read.
    """
    application = _application(task)
    last = _checked_window(task, draft.window)
    found = spans(draft.texts())
    if seen(found) != released:
        raise Unreleased(found)
    number = next_number(task.list_id, DocumentKind.PUBLICITY, clock.today().year)
    content = frozen(task, draft, number, last)
    content["released"] = {"by": actor.name, "found": len(found)}
    paper, document = drawn(content)
    publicity = Publicity(
        task=task, application=application, number=number, first_day=draft.first,
        length=draft.length, kind=draft.kind, content=content, paper=paper, document=document,
        opened_at=clock.now(), opened_by_id=actor.person_id, opened_by_name=actor.name,
    )  # fmt: skip
    publicity.photos = list(published_copies(_chosen(task, draft)))
    db.session.add(publicity)
    detail = {name: content[name] for name in ("number", "first_day", "last_day")}
    move(task, Deed(TaskAction.PUBLISH, note=content["window"], detail=detail), actor)
    return publicity


def _application(task: Task) -> Application:
    """Return the application that is at this step and has not been published yet."""
    application = open_application(task.id)
    at_step = task.step is not None and task.step.kind is StepKind.PUBLICITY
    if application is None or not at_step:
        raise IllegalAction(task.state, TaskAction.PUBLISH)
    if queries.publicity_of_application(application.id) is not None:
        raise Moved(N_("这次申请已经公示，不能再发一次。"))
    return application


def _checked_window(task: Task, window: Window) -> date:
    step = task.step
    assert step is not None
    length, kind = required_window(step)
    if window.first < clock.today():
        raise Refusal(N_("公示首日不能早于今天。"))
    if window.kind is not kind or window.length < length:
        raise Refusal(
            N_("公示期不能短于销号程序要求的%(length)s个%(kind)s。"), length=length, kind=kind.label
        )
    known = workdays()
    last = last_day(window, known)
    if last is None or provisional(window, last, known):
        raise Refusal(N_("公示期跨入的年份还没有载入放假安排，算不出最后一天，请先载入。"))
    return last


def _chosen(task: Task, draft: NoticeDraft) -> list[Evidence]:
    wanted = set(draft.evidence_ids)
    return [piece for piece in reversed(evidence_of(task.id)) if piece.id in wanted]
