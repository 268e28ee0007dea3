"""How a command ends that cannot do what it was asked: one line in words, and exit code 2."""

from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

import click
from flask_babel import gettext
from sqlalchemy.exc import DBAPIError

from app.database import db
from app.wording import N_, Refusal

P = ParamSpec("P")
R = TypeVar("R")

NO_TABLES = N_(
    "数据库还没有建好或不是本版的，请先运行 make run 或 flask --app app maintenance migrate。"
)
BUSY = N_("数据库正忙，没有办成，请稍后再试。")
UNFIT = N_("数据库不接受这些内容：可能过长或与已有的重复，没有存下任何内容。")
UNREACHABLE = N_("数据库打不开，请检查 DATABASE_URL 和 INSTANCE 指的位置。")
UNREADABLE = N_("命令行里有不能识别的字符，请用UTF-8。")

# What the engines say, in the order in which it is looked for.
SAID = (
    (("no such table", "no such column", "does not exist"), NO_TABLES),
    (("locked", "deadlock"), BUSY),
    (("constraint", "too long", "out of range"), UNFIT),
)


def in_words(command: Callable[P, R]) -> Callable[P, R]:
    """Let a refusal end a command with one line and exit code 2, and nothing half done."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Refusal as refusal:
            _give_up(str(refusal))
        except DBAPIError as error:
            _give_up(gettext(_fault(str(error.orig))))
        except UnicodeEncodeError:
            _give_up(gettext(UNREADABLE))

    return run


def _fault(said: str) -> str:
    return next((words for signs, words in SAID if any(s in said for s in signs)), UNREACHABLE)


def _give_up(words: str) -> NoReturn:
    db.session.rollback()
    click.echo(words, err=True)
    raise SystemExit(2)
