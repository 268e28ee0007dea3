"""Rows that were reviewed become tasks, all or none; an import can be taken back whole."""

from collections.abc import Sequence
from typing import Any

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations.drafting import draft_of
from app.intake.operations.moving import afresh, move
from app.intake.operations.revision import (
    Revision,
    is_revising,
    open_questions,
    revision_of,
    take_over,
)
from app.intake.vocabulary import Decision
from app.tasks.operations import open_task
from app.wording import N_, Refusal


class OpenFindings(Refusal):
    """Something in the import is still doubtful or unexplained."""


def open_findings(document: IntakeDocument) -> list[tuple[str, dict[str, Any]]]:
    """Return what has to be settled before confirmation: (place, doubt or line)."""
    found: list[tuple[str, dict[str, Any]]] = []
    for row in document.rows:
        found += [(row.number or str(row.position), doubt) for doubt in row.doubts]
    found += [(str(line["number"]), line) for line in document.unexplained]
    return found + (open_questions(revision_of(document)) if is_revising(document) else [])


def confirm(document: IntakeDocument, actor: Actor) -> Sequence[IntakeRow]:
    """Open a task for every new row that is kept; of a revised edition, do what was accepted."""
    if document.kind == "cases":
        raise Refusal(N_("这是信访件，请由信访经办人核对入账"))
    afresh(document, IntakeAction.CONFIRM)
    _refuse_open(document)
    kept = [row for row in document.rows if row.decision is not Decision.DROPPED]
    if not kept:
        raise Refusal(N_("没有要入账的任务"))
    revision = revision_of(document) if is_revising(document) else None
    if revision is not None and revision.undecided:
        message = N_("还有%(count)s处修订没有决定，请到修订对照里逐处采纳或不采纳")
        raise OpenFindings(message, count=revision.undecided)
    known = {one.match.row.id for one in revision.compared if one.match.task} if revision else set()
    opened = [row for row in kept if row.id not in known]
    for row in opened:
        row.task_id = open_task(document.rectification_list, draft_of(row), actor).id
    for row in kept:
        row.decision = Decision.ACCEPTED
    done = _take_over(document, revision, actor) if revision else {}
    document.confirmed_at = clock.now()
    move(document, IntakeAction.CONFIRM, actor, tasks=len(opened), **done)
    return kept


def _refuse_open(document: IntakeDocument) -> None:
    doubts = sum(len(row.doubts) for row in document.rows)
    lines = len(document.unexplained)
    if doubts or lines:
        message = N_("还有%(doubts)s处存疑、%(lines)s行未解释，处理完才能入账")
        raise OpenFindings(message, doubts=doubts, lines=lines)


def _take_over(document: IntakeDocument, revision: Revision, actor: Actor) -> dict[str, Any]:
    applied = take_over(document, revision, actor)
    document.revision = {**(document.revision or {}), "applied": applied}
    return {name: len(done) for name, done in applied.items()}


def abandon(document: IntakeDocument, actor: Actor) -> None:
    """Give up an import; the same file may come again."""
    move(document, IntakeAction.ABANDON, actor)
