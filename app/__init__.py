"""Zhenggai, the rectification ledger: create_app puts the rooms together."""

from importlib import import_module
from typing import Final

import click
from flask import Flask
from flask.cli import AppGroup

from config import ROOT, Config


def create_app(config: Config | None = None) -> Flask:
    """Build the application: configuration, extensions, doors, commands."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"))
    app.config.from_mapping((config or Config.from_environment()).as_flask())
    _bind_extensions(app)
    _open_doors(app)
    _take_commands(app)
    return app


def _bind_extensions(app: Flask) -> None:
    from app.accounts.views import load_user, not_logged_in
    from app.audit.views import watch_refusals
    from app.database import db
    from app.extensions import csrf, login_manager
    from app.home.views.counts import navigation_counts
    from app.web.shell import register_shell

    db.init_app(app)
    csrf.init_app(app)
    login_manager.init_app(app)
    login_manager.user_loader(load_user)
    login_manager.unauthorized_handler(not_logged_in)
    register_shell(app, navigation_counts())
    watch_refusals(app)


def _open_doors(app: Flask) -> None:
    from app.accounts.views import accounts, watch_sessions
    from app.audit.views import audit
    from app.closeout.views import closeout
    from app.home.views.pages import home
    from app.inspections.views import inspections
    from app.intake.views import intake
    from app.ledgers.views import ledgers
    from app.metrics.views import metrics
    from app.petitions.views import petitions
    from app.tasks.views import tasks
    from app.units.views import units
    from app.web.guard import guard_the_door

    app.before_request(guard_the_door)
    watch_sessions(app)
    for door in (
        home, tasks, petitions, closeout, inspections, intake, metrics, ledgers, units, accounts,
        audit,
    ):  # fmt: skip
        app.register_blueprint(door)


class _Commands(AppGroup):
    """The groups of commands, each imported when it is asked for.

    The web server asks for none, and `intake parse` need not wait for what draws ledgers, migrates
    databases or fills the demonstration.
    """

    slices: Final = {
        "users": "accounts", "audit": "audit", "demo": "demo", "intake": "intake", "jobs": "jobs",
        "ledger": "ledgers", "maintenance": "maintenance",
    }  # fmt: skip

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted({*self.slices, *self.commands})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in self.slices and name not in self.commands:
            room = import_module(f"app.{self.slices[name]}.commands")
            self.add_command(getattr(room, name))
        return super().get_command(context, name)


def _take_commands(app: Flask) -> None:
    app.cli = _Commands(app.name)
