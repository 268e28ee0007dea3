"""All issues of a list, and the periods that wait for one."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app import clock
from app.access.actions import LedgerAction
from app.access.actor import Actor
from app.deadlines.periods import cutoff_of, period_containing
from app.inspections import queries as inspections
from app.inspections.models import RectificationList
from app.ledgers import queries
from app.ledgers.forms import PeriodForm
from app.ledgers.models import LedgerIssue
from app.ledgers.views import ledgers
from app.ledgers.vocabulary import LedgerState
from app.web.guard import authorize, current_actor, may, requires


@dataclass(frozen=True)
class Waiting:
    """A period for which a draft can be made; before its cut-off nothing more."""

    first_day: date
    last_day: date
    is_over: bool


@ledgers.get("/")
@requires(LedgerAction.LIST)
def issues() -> ResponseReturnValue:
    actor = current_actor()
    lists = inspections.lists_in_area(actor)
    code = request.args.get("list")
    shown = next((one for one in lists if one.code == code), lists[0] if lists else None)
    if shown is None:
        return render_template("ledgers/issues_empty.html")
    authorize(LedgerAction.LIST, shown)
    prepares = may(LedgerAction.PREPARE, shown)
    return render_template(
        "ledgers/issues.html",
        lists=lists,
        list=shown,
        issues=visible(shown, prepares=prepares),
        waiting=waiting(shown) if prepares else [],
        form=PeriodForm(list=shown.code),
    )


def visible(shown: RectificationList, *, prepares: bool) -> list[LedgerIssue]:
    """Return the issues that the reader may open: drafts are for the office alone."""
    return [
        issue
        for issue in queries.issues_of(shown.id)
        if prepares or issue.state is not LedgerState.DRAFT
    ]


def waiting(shown: RectificationList) -> list[Waiting]:
    """Return the periods without an issue, up to the one that is open now, the latest first."""
    now = clock.now()
    found = {
        period.last_day: Waiting(period.first_day, period.last_day, period.cutoff_at <= now)
        for period in queries.periods_to_issue(shown)
        if period.first_day <= clock.today()
    }
    first, last = period_containing(shown.period_kind.value, now, shown.cutoff_hour)
    begun = {issue.period.last_day for issue in queries.issues_of(shown.id)}
    if last not in begun and first <= clock.today():
        found[last] = Waiting(first, last, cutoff_of(last, shown.cutoff_hour) <= now)
    return sorted(found.values(), key=lambda one: one.last_day, reverse=True)


def list_of(code: str | None, actor: Actor) -> RectificationList | None:
    return next((one for one in inspections.lists_in_area(actor) if one.code == code), None)
