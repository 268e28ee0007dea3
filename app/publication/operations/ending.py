"""Ending a publicity: the window is over, nothing is left to examine, the office says so."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout.drafts import Finding
from app.closeout.operations import pass_step
from app.closeout.vocabulary import Outcome
from app.inspections.vocabulary import StepKind
from app.publication import queries
from app.publication.models import Publicity
from app.publication.vocabulary import Standing
from app.wording import N_, Moved, Refusal


def end_publicity(publicity: Publicity, opinion: str, actor: Actor) -> None:
    """Confirm that the window is over: the task goes on to what its procedure asks for next.

    Where objections came, all have been examined by now: their step is passed with it. A step that
    several sign waits for the others, who confirm in the same way.
    """
    task, objected = publicity.task, bool(publicity.objections)
    said = Finding(opinion, clock.today(), objected=objected)
    if not stands_at(publicity, StepKind.OBJECTION):
        _must_be_over(publicity)
        pass_step(task, TaskAction.PUBLISH, said, actor)
    if stands_at(publicity, StepKind.OBJECTION):
        pass_step(task, TaskAction.EXAMINE, said, actor)
    if not stands_at(publicity, StepKind.PUBLICITY) and publicity.ended_on is None:
        publicity.ended_on, publicity.ended_by_id = clock.today(), actor.person_id


def stands_at(publicity: Publicity, kind: StepKind) -> bool:
    """Whether the application that was published waits at such a step."""
    step, is_open = publicity.task.step, publicity.application.outcome is Outcome.OPEN
    return is_open and step is not None and step.kind is kind


def _must_be_over(publicity: Publicity) -> None:
    line = queries.line_of(publicity)
    if line.standing is not Standing.OVER:
        raise Moved(N_("公示还没有期满，或者还有异议没有审查，不能确认。"))
    if line.provisional:
        raise Refusal(N_("公示期跨入的年份还没有载入放假安排，最后一天未定，请先载入再确认。"))
