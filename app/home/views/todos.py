"""What waits for the reader: each role's own questions, asked of its own tasks."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from flask import g
from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.home.drafts import Todo, TodoGroup
from app.home.views.asked import asked_todos
from app.home.views.leaders import leader_todos
from app.home.views.office import office_todos
from app.home.views.publicity import publicity_todos
from app.home.views.signing import signing_todos
from app.home.views.units import checking_todos, unit_todos
from app.home.views.visits import visit_todos
from app.inspections.queries import period_open_at
from app.tasks.queries import Scope, lists_visible_to

WEEK = timedelta(days=7)
Ask = Callable[[Scope, Actor], Iterator[Todo]]


def todos(actor: Actor) -> list[Todo]:
    """Everything that waits for the actor, the most urgent first; asked once a request."""
    if "todos" not in g:
        g.todos = sorted(_ask(actor), key=_urgency)
    found: list[Todo] = g.todos
    return found


ASKED: tuple[tuple[tuple[Role, ...], Ask], ...] = (
    ((Role.OFFICE, Role.UNIT), asked_todos),
    ((Role.OFFICE, Role.LEADER), visit_todos),
    ((Role.OFFICE, Role.LEADER, Role.SUPERVISOR), signing_todos),
    ((Role.OFFICE,), office_todos),
    ((Role.LEADER,), leader_todos),
    ((Role.UNIT,), unit_todos),
    ((Role.SUPERVISOR,), checking_todos),
)


def _ask(actor: Actor) -> Iterator[Todo]:
    yield from publicity_todos(actor)
    scope = my_scope(actor)
    if not scope.lists:
        return
    for roles, ask in ASKED:
        if actor.has(*roles):
            yield from ask(scope, actor)


def my_scope(actor: Actor) -> Scope:
    """Return everything that the actor may see today, over all lists."""
    lists = lists_visible_to(actor)
    periods = [period_open_at(one.id, clock.now()) for one in lists]
    return Scope(
        lists=lists,
        day=clock.today(),
        actor=actor,
        periods=tuple(period.id for period in periods if period),
        drafts=True,
        below=True,
    )


def _urgency(todo: Todo) -> tuple[bool, bool, object, str]:
    return (not todo.late, todo.due_on is None, todo.due_on or 0, todo.title)


def grouped(waiting: Iterable[Todo]) -> list[TodoGroup]:
    """Sort what waits into overdue, today, within seven days, later."""
    today = clock.today()
    late: list[Todo] = []
    now: list[Todo] = []
    soon: list[Todo] = []
    later: list[Todo] = []
    for todo in waiting:
        if todo.late:
            late.append(todo)
        elif todo.due_on is None or todo.due_on <= today:
            now.append(todo)
        else:
            (soon if todo.due_on <= today + WEEK else later).append(todo)
    named = ((_("已超期"), late), (_("今天"), now), (_("七日内"), soon), (_("以后"), later))
    return [TodoGroup(label, tuple(group)) for label, group in named if group]
