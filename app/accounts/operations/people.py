"""People and the roles that they are given and lose."""

import re
from datetime import date, timedelta

from app import clock
from app.access.actions import PersonAction
from app.access.actor import Actor
from app.access.roles import ADMINISTRATORS, Role
from app.accounts import queries
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.models import Assignment, Person
from app.accounts.operations.passwords import hashed
from app.audit.operations import record
from app.database import db
from app.units.queries import unit_or_none
from app.wording import N_, Moved, Refusal

LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def create_person(draft: PersonDraft, actor: Actor) -> Person:
    login = draft.login.strip().lower()
    if not LOGIN.fullmatch(login):
        raise Refusal(N_("账号须以字母开头，用小写字母、数字、点、横线，2到40位。"))
    if queries.person_with_login(login):
        raise Refusal(N_("账号“%(login)s”已经有人在用。"), login=login)
    person = Person(
        login=login,
        name=draft.name.strip(),
        post=draft.post,
        password_hash=hashed(draft.password),
        must_change_password=draft.must_change_password,
    )
    db.session.add(person)
    record(actor, PersonAction.EDIT, person, after={"login": login, "name": person.name})
    return person


def edit_person(person: Person, name: str, post: str | None, actor: Actor) -> None:
    before = {"name": person.name, "post": person.post}
    person.name, person.post = name.strip(), post
    after = {"name": person.name, "post": person.post}
    record(actor, PersonAction.EDIT, person, before=before, after=after)


def retire_person(person: Person, reason: str, actor: Actor) -> None:
    """Close an account for good; what the person did stays under the name."""
    _must_be_another(person, actor)
    if not person.active:
        raise Moved(N_("“%(name)s”的账号已经停用。"), name=person.name)
    person.active = False
    for session in queries.open_sessions(person):
        session.ended_at = clock.now()
    change = {"before": {"active": True}, "after": {"active": False}}
    record(actor, PersonAction.EDIT, person, **change, reason=reason)


def grant(person: Person, draft: GrantDraft, actor: Actor) -> Assignment:
    """Give somebody a role in a unit."""
    _must_be_another(person, actor)
    unit = unit_or_none(draft.unit_id)
    if unit is None or not unit.active:
        raise Refusal(N_("单位不存在或已停用，请另选。"))
    if draft.ends_on and draft.ends_on < draft.starts_on:
        raise Refusal(N_("截止日期早于起始日期。"))
    _hold(person)
    _must_go_together(person, draft)
    assignment = Assignment(
        unit=unit, role=draft.role, starts_on=draft.starts_on, ends_on=draft.ends_on
    )
    person.assignments.append(assignment)
    after = {"person": person.name, **_said(assignment)}
    record(actor, PersonAction.GRANT, assignment, after=after)
    return assignment


def end_grant(assignment: Assignment, last_day: date, reason: str, actor: Actor) -> None:
    """Let a role end; yesterday as the last day ends it at once."""
    _must_be_another(assignment.person, actor)
    if assignment.is_over_on(clock.today()):
        raise Moved(N_("这个角色已经收回。"))
    if last_day < clock.today() - timedelta(days=1):
        raise Refusal(N_("截止日期不能早于昨天：过去已经办的事仍要算数。"))
    before = {"person": assignment.person.name, **_said(assignment)}
    assignment.ends_on = max(last_day, assignment.starts_on)
    if last_day < assignment.starts_on:
        assignment.revoked_at = clock.now()
    after = {"person": assignment.person.name, **_said(assignment)}
    record(actor, PersonAction.GRANT, assignment, before=before, after=after, reason=reason)


def _hold(person: Person) -> None:
    """Lock the person, so that two grants at once see each other."""
    db.session.flush()
    db.session.refresh(person, with_for_update=True)
    db.session.expire(person, ["assignments"])


def _must_be_another(person: Person, actor: Actor) -> None:
    """Nobody decides on one's own rights; so somebody always stays who can."""
    if actor.person_id is not None and person.id == actor.person_id:
        raise Refusal(N_("不能改自己的角色或停用自己的账号，请另一位管理员办理。"))


def _must_go_together(person: Person, draft: GrantDraft) -> None:
    """Whoever keeps the system has no other part in it: neither cases nor the trail."""
    held = [
        other for other in person.assignments
        if not other.is_over_on(draft.starts_on)
        and (draft.ends_on is None or other.starts_on <= draft.ends_on)
    ]  # fmt: skip
    if any(_exclude_each_other(other.role, draft.role) for other in held):
        raise Refusal(N_("系统管理员、安全管理员不能同时担任审计或业务角色，请先收回原有角色。"))
    if any(other.role is draft.role and other.unit_id == draft.unit_id for other in held):
        raise Refusal(N_("“%(name)s”在该单位已有这个角色。"), name=person.name)


def _exclude_each_other(one: Role, other: Role) -> bool:
    return (one in ADMINISTRATORS) != (other in ADMINISTRATORS)


def _said(assignment: Assignment) -> dict[str, object]:
    return {
        "role": assignment.role,
        "unit": assignment.unit.name,
        "starts_on": assignment.starts_on,
        "ends_on": assignment.ends_on,
    }
