"""Replying to a letter, and what the office says of a reply."""

from collections.abc import Sequence

from app import clock
from app.access.actions import LetterAction, TaskAction
from app.access.actor import Actor, Part, Party, holds
from app.access.roles import Role
from app.audit.operations import record
from app.database import db
from app.files.models import Blob
from app.supervision.models import Letter, Reply, ReplyFile
from app.supervision.operations import steps
from app.supervision.vocabulary import ReplyState
from app.supervision.workflow import LETTER_WORKFLOW, REPLY_WORKFLOW
from app.tasks.operations import Deed, move
from app.tasks.workflow import possible
from app.units.models import Unit
from app.wording import N_, Refusal


def reply(letter: Letter, text: str, files: Sequence[tuple[Blob, str]], actor: Actor) -> Reply:
    """Answer for the recipient that the actor belongs to; a further version leaves the others."""
    unit = _answering(letter, actor)
    LETTER_WORKFLOW.after(letter.state, LetterAction.REPLY)
    REPLY_WORKFLOW.after(letter.stands_with(unit.id), LetterAction.REPLY)
    assert actor.person_id is not None
    given = Reply(
        letter=letter,
        unit=unit,
        unit_id=unit.id,
        version_no=len(letter.replies_of(unit.id)) + 1,
        text=text,
        replied_by_id=actor.person_id,
        replied_by_name=actor.name,
        replied_at=clock.now(),
        files=[ReplyFile(blob=blob, filename=name) for blob, name in files],
    )
    db.session.add(given)
    record(actor, LetterAction.REPLY, letter, after={"number": letter.document_number})
    for task in letter.tasks:
        if possible(task.state, None, TaskAction.REPLY):
            note = f"{unit.label}回复{letter.document_number}"
            move(task, Deed(TaskAction.REPLY, note=note), actor)
    return given


def accept(given: Reply, actor: Actor) -> None:
    """Take a reply as sufficient; when all recipients' are, the letter ends."""
    _judge(given, LetterAction.ACCEPT, "", actor)
    letter = given.letter
    stands = {letter.stands_with(unit.id) for unit in letter.recipients}
    if stands == {ReplyState.ACCEPTED}:
        end(letter, actor)


def ask_again(given: Reply, note: str, actor: Actor) -> None:
    """Say what a reply lacks; the recipient owes another version."""
    _judge(given, LetterAction.ASK_AGAIN, note, actor)


def end(letter: Letter, actor: Actor) -> None:
    """Say that the matter is ended, also where a reply is no longer needed."""
    steps.move(letter, LetterAction.END)
    record(actor, LetterAction.END, letter, after={"state": letter.state})


def _judge(given: Reply, action: LetterAction, note: str, actor: Actor) -> None:
    letter = given.letter
    LETTER_WORKFLOW.after(letter.state, action)
    verdict = REPLY_WORKFLOW.after(letter.stands_with(given.unit_id), action)
    if letter.replies_of(given.unit_id)[-1] is not given:
        raise Refusal(N_("这不是最新的一版回复，请看最新一版。"))
    given.verdict, given.verdict_note = verdict, note or None
    given.judged_by_name, given.judged_at = actor.name, clock.now()
    record(actor, action, letter, reason=note or None)


def _answering(letter: Letter, actor: Actor) -> Unit:
    """The recipient for which the actor speaks."""
    for unit in letter.recipients:
        party = Party(unit.id, unit.government_id, Part.LEAD)
        if any(holds(grant, party) for grant in actor.grants_as(Role.UNIT)):
            return unit
    raise Refusal(N_("您所在的单位不是这份函件的主送单位。"))
