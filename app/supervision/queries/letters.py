"""Questions asked of urging letters, of replies and of cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.access.actor import Actor, Grant
from app.access.roles import Role
from app.database import db
from app.inspections.models import DocumentCounter, RectificationList
from app.inspections.queries import in_area
from app.inspections.vocabulary import DocumentKind
from app.supervision.models import Letter, LetterTask, LetterUnit, Reply, ReplyFile, UrgingRules
from app.supervision.vocabulary import SENT, LetterState
from app.units.models import Unit


@dataclass(frozen=True)
class LetterFilter:
    """What the register is narrowed to."""

    kind: DocumentKind | None = None
    state: LetterState | None = None
    unit_id: int | None = None
    overdue: bool = False


def letter_or_none(letter_id: int) -> Letter | None:
    return db.session.get(Letter, letter_id)


def reply_or_none(reply_id: int) -> Reply | None:
    return db.session.get(Reply, reply_id)


def reply_file_with(token: str) -> ReplyFile | None:
    return db.session.scalar(select(ReplyFile).where(ReplyFile.token == token))


def rules_of(list_id: int) -> UrgingRules | None:
    return db.session.get(UrgingRules, list_id)


def number_to_come(list_id: int, kind: DocumentKind, year: int) -> int:
    """The number that the next letter of this kind would get."""
    last = db.session.scalar(
        select(DocumentCounter.last_number).where(
            DocumentCounter.list_id == list_id,
            DocumentCounter.kind == kind,
            DocumentCounter.year == year,
        )
    )
    return (last or 0) + 1


def list_or_none(list_id: int) -> RectificationList | None:
    return db.session.get(RectificationList, list_id)


def correction_of(letter_id: int) -> Letter | None:
    return db.session.scalar(
        select(Letter).where(Letter.corrects_id == letter_id, Letter.state != LetterState.WITHDRAWN)
    )


def letters_for(actor: Actor, wanted: LetterFilter, day: date) -> list[Letter]:
    """Every letter that the actor may see and the filter leaves, the latest first."""
    found = db.session.scalars(
        select(Letter).where(visible(actor), *_narrowed(wanted)).options(*_whole())
        .order_by(Letter.id.desc())
    ).all()  # fmt: skip
    return [one for one in found if not wanted.overdue or is_late(one, actor, day)]


def letters_about(task_id: int, actor: Actor) -> Sequence[Letter]:
    """Letters on one task that the actor may see, the latest first."""
    return db.session.scalars(
        select(Letter)
        .where(visible(actor), _about(task_id))
        .options(*_whole())
        .order_by(Letter.id.desc())
    ).all()


def is_late(letter: Letter, actor: Actor, day: date) -> bool:
    """Whether a recipient that the actor may know of owes a reply past its day."""
    return any(letter.days_late(one.unit_id, day) for one in known_addressees(letter, actor))


def known_addressees(letter: Letter, actor: Actor) -> list[LetterUnit]:
    """The recipients whose replies the actor may read: the office all, a unit its own."""
    those = [one for one in letter.addressees if not one.copied]
    if _keeps(letter, actor):
        return those
    return [one for one in those if any(_is_of(one, grant) for grant in actor.grants)]


def _keeps(letter: Letter, actor: Actor) -> bool:
    grants = actor.grants_as(Role.OFFICE, Role.LEADER)
    return any(letter.area.startswith(grant.area) for grant in grants)


def _is_of(one: LetterUnit, grant: Grant) -> bool:
    if grant.role is Role.OFFICE:
        return one.unit_id == grant.government_id
    own = one.unit_id == grant.unit_id
    below = grant.is_government and one.unit.government_id == grant.unit_id
    return grant.role is Role.UNIT and (own or below)


def visible(actor: Actor) -> ColumnElement[bool]:
    """Condition on Letter: the actor may see it. The same rule as the policy, in the query."""
    whose = [_sent_to(LetterUnit.unit_id == grant.unit_id) for grant in actor.grants_as(Role.UNIT)]
    whose += [
        _sent_to(LetterUnit.unit_id.in_(select(Unit.id).where(Unit.government_id == grant.unit_id)))
        for grant in actor.grants_as(Role.UNIT)
        if grant.is_government
    ]
    whose += [
        _sent_to(LetterUnit.unit_id == grant.government_id)
        for grant in actor.grants_as(Role.OFFICE)
    ]
    return or_(_kept(actor), *whose)


def _kept(actor: Actor) -> ColumnElement[bool]:
    if not actor.has(Role.OFFICE, Role.LEADER):
        return false()
    lists = select(RectificationList.id).join(RectificationList.government)
    return Letter.list_id.in_(lists.where(in_area(actor, Role.OFFICE, Role.LEADER)))


def _sent_to(whose: ColumnElement[bool]) -> ColumnElement[bool]:
    addressed = exists().where(LetterUnit.letter_id == Letter.id, whose)
    return and_(Letter.state.in_(SENT), addressed)


def _narrowed(wanted: LetterFilter) -> list[ColumnElement[bool]]:
    limits: list[ColumnElement[bool]] = []
    if wanted.kind:
        limits.append(Letter.kind == wanted.kind)
    if wanted.state:
        limits.append(Letter.state == wanted.state)
    if wanted.unit_id:
        limits.append(
            exists().where(LetterUnit.letter_id == Letter.id, LetterUnit.unit_id == wanted.unit_id)
        )
    return limits


def _about(task_id: int) -> ColumnElement[bool]:
    return exists().where(LetterTask.letter_id == Letter.id, LetterTask.task_id == task_id)


def _whole() -> tuple[ORMOption, ...]:
    return (
        selectinload(Letter.addressees).joinedload(LetterUnit.unit),
        selectinload(Letter.tasks),
        selectinload(Letter.replies).joinedload(Reply.unit),
    )
