"""Zhenggai, the rectification ledger: create_app puts the rooms together."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask

from config import ROOT, Config


def create_app(config: Config | None = None) -> Flask:
    """Build the application: configuration, extensions, doors."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"))
    app.config.from_mapping((config or Config.from_environment()).as_flask())
    _bind_extensions(app)
    _open_doors(app)
    _take_commands(app)
    return app


# TEMPORARY while slices are being written: what is not there yet is left out. (lead removes this)
def _there(module, name):
    try:
        if find_spec(module) is None:
            return None
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError as missing:
        print("LEFT OUT", module, missing)
        return None
    except ImportError as missing:
        print("LEFT OUT", module, missing)
        return None


def _bind_extensions(app: Flask) -> None:
    from app.accounts.views import load_user, not_logged_in, watch_sessions
    from app.audit.views import watch_refusals
    from app.database import db
    from app.extensions import csrf, login_manager
    from app.web.shell import register_shell

    db.init_app(app)
    csrf.init_app(app)
    login_manager.init_app(app)
    login_manager.user_loader(load_user)
    login_manager.unauthorized_handler(not_logged_in)
    counts = _there("app.home.views.counts", "navigation_counts")
    register_shell(app, counts() if counts else {})
    watch_sessions(app)
    watch_refusals(app)


def _open_doors(app: Flask) -> None:
    from app.web.guard import guard_the_door

    app.before_request(guard_the_door)
    for name in ("home", "tasks", "closeout", "inspections", "intake", "metrics", "ledgers", "units", "accounts", "audit"):
        door = _there(f"app.{name}.views.pages" if name == "home" else f"app.{name}.views", name)
        if door is not None:
            app.register_blueprint(door)


def _take_commands(app: Flask) -> None:
    for slice_, name in (("accounts", "users"), ("audit", "audit"), ("intake", "intake"), ("ledgers", "ledger"), ("jobs", "jobs"), ("demo", "demo"), ("maintenance", "maintenance")):
        group = _there(f"app.{slice_}.commands", name)
        if group is not None:
            app.cli.add_command(group)
    app.extensions.setdefault("job_handlers", {})
