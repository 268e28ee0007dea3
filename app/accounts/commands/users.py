"""Creating, resetting and listing people from the command line."""

import click
from flask.cli import AppGroup

from app import clock
from app.access.actions import PersonAction
from app.access.actor import Actor
from app.access.roles import Role
from app.accounts import operations, queries
from app.accounts.commands.acting import ORIGIN, act_as, as_user
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.models import Person
from app.database import db
from app.units import operations as units
from app.units.drafts import UnitDraft
from app.units.queries import directory
from app.units.vocabulary import UnitKind, UnitLevel
from app.web.commands import in_words
from app.wording import N_, Refusal

ROLES = {name: role for role in Role for name in (role.value, role.label)}

users = AppGroup("users", help="人员和账号。")


@users.command("create")
@click.argument("new_login", metavar="账号")
@click.argument("name", metavar="姓名")
@click.option("--post", metavar="职务", help="职务，可不填。")
@click.option("--unit", metavar="单位", help="单位全称或简称；与 --role 同时给出。")
@click.option("--role", metavar="角色", type=click.Choice(list(ROLES)), help="角色，中文或代号。")
@as_user
@in_words
def create(  # noqa: PLR0913  # one parameter an option
    new_login: str, name: str, *, post: str | None, unit: str | None, role: str | None, login: str
) -> None:
    """新增人员，打印一次性口令；给出单位和角色时一并授予。"""
    actor = act_as(login, PersonAction.EDIT)
    if (unit is None) != (role is None):
        raise Refusal(N_("单位和角色要同时给出，或都不给。"))
    secret = operations.one_time_password()
    person = operations.create_person(PersonDraft(new_login, name, secret, post), actor)
    if unit and role:
        _grant(person, unit, ROLES[role], act_as(login, PersonAction.GRANT))
    db.session.commit()
    click.echo(f"{person.login}　{secret}")


@users.command("reset")
@click.argument("whose", metavar="账号")
@as_user
@in_words
def reset(whose: str, login: str) -> None:
    """重置口令，打印新的一次性口令；已登录的立即退出。"""
    actor = act_as(login, PersonAction.RESET_PASSWORD)
    person = queries.person_with_login(whose)
    if person is None:
        raise Refusal(N_("没有账号“%(login)s”，或已停用。"), login=whose)
    secret = operations.reset_password(person, actor)
    db.session.commit()
    click.echo(f"{person.login}　{secret}")


@users.command("list")
@as_user
@in_words
def list_people(login: str) -> None:
    """列出全部人员及其现有角色。"""
    act_as(login, PersonAction.READ)
    for person in queries.people(limit=10_000):
        held = person.held_on(clock.today())
        roles = "；".join(f"{each.unit.label} {each.role.label}" for each in held)
        click.echo("　".join((person.login, person.name, roles or "无角色")))


@users.command("first-admin")
@click.option("--login", "new_login", default="admin", show_default=True, help="账号。")
@click.option("--name", default="系统管理员", show_default=True, help="姓名。")
@click.option("--unit", default="本级人民政府", show_default=True, help="本级政府名称，以后可改。")
@click.option("--secret", is_flag=True, help="只打印口令，供脚本使用。")
@in_words
def first_admin(new_login: str, name: str, unit: str, *, secret: bool) -> None:
    """建立第一个系统管理员，打印一次性口令；已有人员时拒绝。"""
    if queries.has_people():
        raise Refusal(N_("已经有人员，请由系统管理员新增。"))
    actor, password = Actor(None, ORIGIN, origin=ORIGIN), operations.one_time_password()
    person = operations.create_person(PersonDraft(new_login, name, password), actor)
    if unit not in directory():
        units.create_unit(UnitDraft(unit, UnitKind.GOVERNMENT, UnitLevel.CITY), actor)
    _grant(person, unit, Role.SYSTEM_ADMIN, actor)
    db.session.commit()
    click.echo(password if secret else f"{person.login}　{password}")


def _grant(person: Person, unit: str, role: Role, actor: Actor) -> None:
    unit_id = directory().get(unit)
    if unit_id is None:
        raise Refusal(N_("没有单位“%(unit)s”，请写全称或简称。"), unit=unit)
    operations.grant(person, GrantDraft(unit_id, role, clock.today()), actor)
