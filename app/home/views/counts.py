"""The counts that stand beside the entries of the menu."""

from collections.abc import Mapping

from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.home.views.todos import todos
from app.intake.queries import count_in_review
from app.ledgers.queries import latest_number
from app.tasks.queries import Scope, TaskFilter, count, lists_visible_to
from app.web.navigation import Count


def navigation_counts() -> Mapping[str, Count]:
    """Return, for each entry that has one, the function that gives its count."""
    return {
        "home.todo": _waiting,
        "tasks.register": _tasks,
        "intake.documents": _imports,
        "ledgers.issues": _ledger,
    }


def _waiting(actor: Actor) -> str:
    waiting = len(todos(actor))
    return _("待办 %(count)s", count=waiting) if waiting else ""


def _tasks(actor: Actor) -> str:
    lists = lists_visible_to(actor)
    if not lists:
        return ""
    scope = Scope(lists=lists, day=clock.today(), actor=actor, drafts=True)
    return f"{count(scope, TaskFilter()):,}"


def _imports(actor: Actor) -> str:
    return str(count_in_review(actor) or "")


def _ledger(actor: Actor) -> str:
    number = latest_number(actor)
    return _("第%(number)s期", number=number) if number else ""
