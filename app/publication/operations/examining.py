"""Wording and examining objections: the clock runs on, or the task goes back."""

from app import clock
from app.access.actions import ObjectionAction, TaskAction
from app.access.actor import Actor
from app.audit.operations import record
from app.closeout.drafts import Finding
from app.closeout.operations import give_back
from app.closeout.queries import open_application
from app.publication.drafts import Examination
from app.publication.models import Objection
from app.publication.operations.opening import Unreleased
from app.publication.parsing import seen, spans
from app.publication.vocabulary import Ruling
from app.tasks.operations import Deed, move
from app.wording import N_, Moved, Refusal


def word(objection: Objection, wording: str, released: str, actor: Actor) -> None:
    """Put an objection into the office's own words, which units may read."""
    if objection.examined_on is not None:
        raise Moved(N_("这件异议已经审查完毕，不能再改摘要。"))
    _looked_through({"wording": wording}, released)
    objection.wording = wording
    record(actor, ObjectionAction.WORD, objection, after={"wording": wording})


def examine(objection: Objection, found: Examination, released: str, actor: Actor) -> None:
    """Rule on an objection and answer it; one that is upheld sends the task back to be put right.

    The task may already have gone back on account of another one: then this one is answered alone.
    """
    if objection.wording is None:
        raise Refusal(N_("还没有摘要。请信访经办人看过原文后先写摘要，再审查。"))
    if objection.examined_on is not None:
        raise Moved(N_("这件异议已经审查过了。"))
    _looked_through({"reply": found.reply}, released)
    task = objection.publicity.task
    objection.examined_on, objection.examined_by_name = clock.today(), actor.name
    objection.ruling, objection.reply = found.ruling, found.reply
    detail = {"objection_id": objection.id, "ruling": found.ruling, "wording": objection.wording}
    move(task, Deed(TaskAction.EXAMINE, note=found.reply, detail=detail), actor)
    application = open_application(task.id)
    concerned = application is not None and application.id == objection.publicity.application_id
    if found.ruling is Ruling.UPHELD and concerned:
        give_back(task, Finding(found.reply, clock.today()), actor)


def _looked_through(texts: dict[str, str | None], released: str) -> None:
    found = spans(texts)
    if seen(found) != released:
        raise Unreleased(found)
