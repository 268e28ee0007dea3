"""Zhenggai, the rectification ledger: create_app puts the rooms together.

Flask is imported when it is called: whoever only parses does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config import ROOT, Config

if TYPE_CHECKING:
    from flask import Flask


def create_app(config: Config | None = None) -> Flask:
    """Build the application: configuration, extensions, doors, commands."""
    from flask import Flask

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
    from app.accountability.views import accountability
    from app.accounts.views import accounts, watch_sessions
    from app.assessment.views import assessment
    from app.audit.views import audit
    from app.closeout.views import closeout, desk, procedures
    from app.engagements.views import engagements
    from app.home.views.pages import home
    from app.inspections.views import inspections
    from app.intake.views import intake
    from app.ledgers.views import ledgers
    from app.metrics.views import metrics
    from app.petitions.views import petitions
    from app.pointers.views import pointers
    from app.publication.views import public, publication
    from app.tasks.views import tasks
    from app.units.views import units
    from app.web.guard import guard_the_door

    app.before_request(guard_the_door)
    watch_sessions(app)
    for door in (
        home, tasks, petitions, closeout, desk, procedures, inspections, intake, metrics, ledgers,
        units, accounts, audit, accountability, publication, public, engagements, assessment,
        pointers,
    ):  # fmt: skip
        app.register_blueprint(door)


def _take_commands(app: Flask) -> None:
    from app.web.groups import Groups

    app.cli = Groups(app.name)
