"""Writing a letter: a draft that anybody of the office may change until it is issued."""

from app import clock
from app.access.actions import LetterAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.inspections.models import RectificationList
from app.supervision import queries
from app.supervision.drafts import LetterDraft, Matter
from app.supervision.models import Letter, LetterUnit
from app.supervision.operations.steps import move
from app.supervision.vocabulary import LETTER_KINDS
from app.supervision.workflow import LETTER_WORKFLOW
from app.tasks.queries import tasks_with_ids
from app.tasks.vocabulary import OPEN_STATES
from app.units.queries import units_with_ids
from app.wording import N_, Moved, Refusal


def open_letter(
    subject: RectificationList, draft: LetterDraft, actor: Actor, matter: Matter | None = None
) -> Letter:
    """Write a new draft; one that a rule prepared says which."""
    letter = Letter(rectification_list=subject, state=LETTER_WORKFLOW.start)
    if matter is not None:
        letter.rule, letter.matter = matter.rule, f"{matter.rule.value}:{matter.task_id}"
    _write(letter, draft, actor)
    db.session.add(letter)
    record(actor, LetterAction.DRAFT, letter, after=_facts(letter))
    return letter


def rewrite(letter: Letter, draft: LetterDraft, actor: Actor) -> None:
    """Change a draft; one that was reviewed has to be reviewed again."""
    before = _facts(letter)
    move(letter, LetterAction.DRAFT)
    letter.reviewed_by_name = letter.reviewed_at = None
    _write(letter, draft, actor)
    record(actor, LetterAction.DRAFT, letter, before=before, after=_facts(letter))


def correct(letter: Letter, actor: Actor) -> Letter:
    """Begin the letter that corrects one already issued; that one stays as it was sent."""
    LETTER_WORKFLOW.after(letter.state, LetterAction.CORRECT)
    if queries.correction_of(letter.id) is not None:
        raise Moved(N_("这份函件已有更正函，请打开它办理。"))
    correction = Letter(
        rectification_list=letter.rectification_list,
        state=LETTER_WORKFLOW.start,
        corrects=letter,
        tasks=list(letter.tasks),
    )
    for name in ("kind", "urgency", "title", "problems", "demands", "reply_due_on", "contact"):
        setattr(correction, name, getattr(letter, name))
    correction.opening = f"现对{letter.document_number}更正如下，原函作废。{letter.opening}"
    correction.addressees = [
        LetterUnit(unit=one.unit, position=one.position, copied=one.copied)
        for one in letter.addressees
    ]
    _signed(correction, actor)
    db.session.add(correction)
    record(actor, LetterAction.CORRECT, letter, after={"number": letter.document_number})
    return correction


def _write(letter: Letter, draft: LetterDraft, actor: Actor) -> None:
    _check(letter, draft)
    for name in ("kind", "urgency", "title", "opening", "reply_due_on", "contact"):
        setattr(letter, name, getattr(draft, name))
    letter.problems = list(draft.problems)
    letter.demands = [one.plain() for one in draft.demands]
    letter.tasks = list(tasks_with_ids(draft.task_ids))
    _address(letter, draft)
    _signed(letter, actor)


def _address(letter: Letter, draft: LetterDraft) -> None:
    """Set whom it goes to; rows that stay are kept, so that none is deleted and made again."""
    units = units_with_ids((*draft.recipient_ids, *draft.copy_ids))
    kept = {one.unit_id: one for one in letter.addressees}
    wanted = []
    copies = [one for one in draft.copy_ids if one not in draft.recipient_ids]
    for position, unit_id in enumerate((*draft.recipient_ids, *copies)):
        one = kept.get(unit_id) or LetterUnit(unit=units[unit_id])
        one.position, one.copied = position, unit_id not in draft.recipient_ids
        wanted.append(one)
    letter.addressees = wanted


def _signed(letter: Letter, actor: Actor) -> None:
    letter.drafted_by_id, letter.drafted_by_name = actor.person_id, actor.name
    letter.drafted_at = clock.now()


def _check(letter: Letter, draft: LetterDraft) -> None:
    if draft.kind not in LETTER_KINDS:
        raise Refusal(N_("这不是督办函件的种类。"))
    tasks = tasks_with_ids(draft.task_ids)
    list_id = letter.rectification_list.id
    if not tasks or any(task.list_id != list_id for task in tasks):
        raise Refusal(N_("函件要针对本清单的任务，请至少选一项。"))
    if any(task.state not in OPEN_STATES for task in tasks):
        raise Refusal(N_("只能督办在账的任务。"))
    if not draft.recipient_ids:
        raise Refusal(N_("请选择主送单位。"))


def _facts(letter: Letter) -> dict[str, object]:
    return {"state": letter.state, "title": letter.title, "kind": letter.kind}
