"""Commands pass the same policy as pages: whoever is named by --as acts, and is written down."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from app import clock
from app.access.actions import Action
from app.access.actor import Actor
from app.access.policy import permits
from app.accounts import queries
from app.audit.operations import refused
from app.database import db
from app.wording import N_, Refusal

P = ParamSpec("P")
R = TypeVar("R")

ORIGIN = N_("命令行")

as_user: Callable[[Callable[P, R]], Callable[P, R]] = click.option(
    "--as", "login", metavar="账号", required=True, help="以谁的身份办理。"
)


def act_as(login: str, action: Action, subject: object = None) -> Actor:
    """Return the actor of a login who may do this; otherwise refuse, and write it down."""
    person = queries.person_with_login(login)
    if person is None or not person.active:
        raise Refusal(N_("没有账号“%(login)s”，或已停用。"), login=login)
    actor = person.actor(clock.today(), ORIGIN)
    if permits(actor, action, subject):
        return actor
    db.session.rollback()
    refused(actor, action, subject)
    db.session.commit()
    raise Refusal(N_("“%(name)s”没有办这件事的权限。"), name=actor.name)
