"""Bring a database to the present form, and give a new one its first person."""

from typing import Any

from sqlalchemy import Engine

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.operations import create_person, grant, one_time_password
from app.calendars.operations import load_known_years
from app.database import db
from app.demo.operations import load
from app.later import Later
from app.maintenance.drafts import Account
from app.maintenance.queries import nobody_is_known, revision
from app.units.drafts import UnitDraft
from app.units.operations import create_unit
from app.units.vocabulary import UnitKind, UnitLevel
from app.wording import N_, Refusal
from config import ROOT

alembic, alembic_config = Later("alembic.command"), Later("alembic.config")

MIGRATIONS = ROOT / "migrations" / "versions"
SET_UP = Actor(person_id=None, name=N_("系统初始化"), origin=N_("命令行"))


def migrations(engine: Engine) -> Any:
    """Return Alembic's settings, bound to an engine."""
    settings = alembic_config.Config(toml_file=ROOT / "pyproject.toml")
    settings.attributes["engine"] = engine
    return settings


def migrate() -> None:
    """Bring tables and working calendar to what this code expects; the caller commits."""
    db.session.rollback()  # SQLite: nobody may hold a lock
    if revision() != newest_revision():
        alembic.upgrade(migrations(db.engine), "head")
    load_known_years()


def newest_revision() -> str:
    """Return what a database of this version stands at: files are numbered in order."""
    return max(path.name for path in MIGRATIONS.glob("[0-9]*.py")).partition("_")[0]


def load_demonstration() -> list[Account]:
    """Fill an empty register with the city that newcomers and screenshots see."""
    if not nobody_is_known():
        raise Refusal(N_("登记册里已有内容，演示城市只能载入空库。"))
    shown = load(one_time_password)
    return [
        Account(known.role, known.login, known.password, known.name, known.unit) for known in shown
    ]


def create_first_administrator() -> Account:
    """Let one person in, who then makes the units and the others; the secret works once."""
    name = N_("系统管理")
    unit = create_unit(UnitDraft(N_("本级"), UnitKind.GOVERNMENT, UnitLevel.CITY), SET_UP)
    secret = one_time_password()
    person = create_person(PersonDraft("admin", name, secret), SET_UP)
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN):
        grant(person, GrantDraft(unit.id, role, clock.today()), SET_UP)
    return Account(Role.SYSTEM_ADMIN, person.login, secret, person.name, unit.name)
