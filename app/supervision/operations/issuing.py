"""Reviewing, issuing and withdrawing a letter; what was issued never changes again."""

from datetime import date
from io import BytesIO

from app import clock
from app.access.actions import LetterAction, TaskAction
from app.access.actor import Actor
from app.audit.operations import record
from app.extensions import settings
from app.files.operations import put
from app.inspections.operations import next_number
from app.supervision.models import Letter
from app.supervision.operations import steps
from app.supervision.queries import number_to_come, rules_of
from app.supervision.vocabulary import SUFFIXES, Urgency
from app.supervision.workflow import LETTER_WORKFLOW
from app.tasks.operations import Deed, move
from app.wording import N_, Refusal
from reports.fonts import MissingGlyph, fonts
from reports.frozen import to_plain
from reports.letter import Letter as Printed
from reports.letter import Paragraph, draw, write_docx


def review(letter: Letter, actor: Actor) -> None:
    """Confirm a draft that another person wrote."""
    LETTER_WORKFLOW.after(letter.state, LetterAction.REVIEW)
    _not_the_writer(letter, actor)
    printed(letter)  # a glyph that is missing is found now, not at issue
    steps.move(letter, LetterAction.REVIEW)
    letter.reviewed_by_name, letter.reviewed_at = actor.name, clock.now()
    record(actor, LetterAction.REVIEW, letter, after={"state": letter.state})


def issue(letter: Letter, actor: Actor) -> None:
    """Give the letter its number, freeze what it says and tell every task's timeline."""
    LETTER_WORKFLOW.after(letter.state, LetterAction.ISSUE)
    _not_the_writer(letter, actor)
    today = clock.today()
    if letter.reply_due_on < today:
        raise Refusal(N_("回复期限已过，请先改期限再发出。"))
    number = next_number(letter.list_id, letter.kind, today.year)
    content = content_of(letter, number, today)
    pdf, word = _drawn(content), write_docx(content)
    letter.pdf, letter.docx = put(BytesIO(pdf), "letter.pdf"), put(BytesIO(word), "letter.docx")
    letter.content = to_plain(content)
    letter.year, letter.number, letter.issued_on = today.year, number, today
    letter.issued_by_id, letter.issued_by_name = actor.person_id, actor.name
    letter.issued_at = clock.now()
    steps.move(letter, LetterAction.ISSUE)
    note = f"{letter.kind.label}　{content.number}"
    for task in letter.tasks:
        move(task, Deed(TaskAction.URGE, note=note, detail={"number": content.number}), actor)
    after = {"number": content.number, "checksum": letter.pdf.sha256}
    record(actor, LetterAction.ISSUE, letter, after=after)


def withdraw(letter: Letter, actor: Actor) -> None:
    """Give up what was not issued; it took no number."""
    steps.move(letter, LetterAction.WITHDRAW)
    letter.corrects = None
    record(actor, LetterAction.WITHDRAW, letter, after={"state": letter.state})


def printed(letter: Letter) -> bytes:
    """Return the file of what a draft says; what was issued is opened, never drawn again."""
    return _drawn(content_of(letter, None, None))


def content_of(letter: Letter, number: int | None, day: date | None) -> Printed:
    """Return everything that stands on the pages; without a number yet, as a draft."""
    paragraphs = [Paragraph(letter.opening)]
    if letter.problems:
        paragraphs += [Paragraph("存在问题", 1), *(Paragraph(one, 2) for one in letter.problems)]
    if letter.demands:
        paragraphs += [Paragraph("督办要求", 1), *(_demand(one) for one in letter.demands)]
    due = f"请于{_day(letter.reply_due_on)}前书面回复，并在整改台账相应任务下登记。"
    paragraphs += [Paragraph("回复时限", 1), Paragraph(due)]
    return Printed(
        head=letter.rectification_list.office.name,
        number=_number(letter, number, clock.today().year),
        title=letter.title,
        recipients=tuple(unit.name for unit in letter.recipients),
        paragraphs=tuple(paragraphs),
        signed_on=day,
        copies=tuple(unit.name for unit in letter.copies),
        urgency="" if letter.urgency is Urgency.ORDINARY else letter.urgency.label,
        contact=letter.contact,
        draft=number is None,
    )


def _demand(one: dict[str, str]) -> Paragraph:
    due = date.fromisoformat(one["due_on"])
    return Paragraph(f"{due.month}月{due.day}日前，{one['text']}", 2)


def _number(letter: Letter, number: int | None, year: int) -> str:
    rules = rules_of(letter.list_id)
    given = rules.prefixes.get(letter.kind.value) if rules else None
    stem = letter.rectification_list.document_prefix.removesuffix("台账")
    prefix = given or stem + SUFFIXES[letter.kind]
    if number:
        return f"{prefix}〔{year}〕{number}号"
    return f"{prefix}〔{year}〕拟第{number_to_come(letter.list_id, letter.kind, year)}号"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _not_the_writer(letter: Letter, actor: Actor) -> None:
    """Two people stand behind a letter: who wrote it last does not review or issue it."""
    if letter.drafted_by_id is not None and letter.drafted_by_id == actor.person_id:
        raise Refusal(N_("起草人不能审核或发出自己起草的函件，请由另一人办理。"))


def _drawn(content: Printed) -> bytes:
    try:
        return draw(content, fonts(settings().font_folder))
    except MissingGlyph as missing:
        raise Refusal(
            N_("%(row)s有字库里没有的字“%(character)s”，请改用其他写法。"),
            row=missing.row, character=missing.character,
        ) from missing  # fmt: skip
