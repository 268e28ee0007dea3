"""The first page of everybody: what waits, then the figures."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app import clock
from app.access.actions import HomeAction, OverviewAction
from app.access.roles import Role
from app.deadlines.weeks import Week
from app.home.queries import State, states
from app.home.views.todos import grouped, todos
from app.metrics.vocabulary import Figure
from app.web.guard import current_actor, may, requires

home = Blueprint("home", __name__)

WORKING = (Role.OFFICE, Role.LEADER, Role.UNIT, Role.SUPERVISOR)


@home.get("/")
@requires(HomeAction.READ)
def todo() -> ResponseReturnValue:
    actor = current_actor()
    waiting = todos(actor)
    shown: list[State] = states(actor) if actor.has(*WORKING) else []
    return render_template(
        "home/todo.html",
        groups=grouped(waiting),
        count=len(waiting),
        states=shown,
        Figure=Figure,
        week=Week.of(clock.today()),
        now=clock.local(clock.now()),
        reads_overview=may(OverviewAction.READ),
    )
