"""Recording accountability matters and what was decided in them. Nothing here commits."""

from datetime import date
from typing import Any

from app import clock
from app.access.actions import AccountabilityAction
from app.access.actor import Actor
from app.accountability import queries
from app.accountability.drafts import Conclusion, Counts, MatterDraft
from app.accountability.models import Matter, MatterCount
from app.accountability.workflow import MATTER_WORKFLOW
from app.audit.operations import record
from app.database import db
from app.inspections.models import RectificationList
from app.wording import N_, Refusal


class Disagreement(Refusal):
    """The counts do not add up to the total that was stated."""


def transfer(subject: RectificationList, draft: MatterDraft, actor: Actor) -> Matter:
    """Write down that a matter was handed over to the discipline body."""
    _number_is_free(subject.id, draft.number, None)
    _not_ahead(draft.transferred_on)
    matter = Matter(rectification_list=subject, recorded_at=clock.now(), **vars(draft))
    db.session.add(matter)
    record(actor, AccountabilityAction.TRANSFER, matter, after=vars(draft))
    return matter


def edit(matter: Matter, draft: MatterDraft, actor: Actor) -> None:
    """Correct what was written down of a matter that is not decided yet."""
    _number_is_free(matter.list_id, draft.number, matter.id)
    _not_ahead(draft.transferred_on)
    before = {name: getattr(matter, name) for name in vars(draft)}
    for name, value in vars(draft).items():
        setattr(matter, name, value)
    move(matter, AccountabilityAction.EDIT, actor, before=before, after=vars(draft))


def conclude(matter: Matter, conclusion: Conclusion, actor: Actor) -> None:
    """Take over what was decided; the counts must add up to the total. Again only with a reason."""
    _adds_up(conclusion)
    _not_ahead(conclusion.concluded_on)
    if conclusion.concluded_on < matter.transferred_on:
        raise Refusal(N_("办结日期不能早于移交日期。"))
    if matter.counts and not conclusion.reason:
        raise Refusal(N_("这件已办结。要改请写明理由，原来的数留在操作记录里。"))
    before = _told(matter)
    matter.concluded_on, matter.persons = conclusion.concluded_on, conclusion.persons
    matter.document = conclusion.document
    _count_anew(matter, conclusion.counts)
    told = {"before": before, "after": _told(matter), "reason": conclusion.reason}
    move(matter, AccountabilityAction.CONCLUDE, actor, **told)


def _count_anew(matter: Matter, counts: Counts) -> None:
    """Let rows stand for what is counted, each at its place; nobody is no row."""
    known = {(count.rank, count.manner): count for count in matter.counts}
    wanted = {place: persons for place, persons in counts.items() if persons}
    for (rank, manner), persons in wanted.items():
        row = known.pop((rank, manner), None)
        if row is None:
            matter.counts.append(MatterCount(rank=rank, manner=manner, persons=persons))
        else:
            row.persons = persons
    for row in known.values():
        matter.counts.remove(row)


def move(matter: Matter, action: AccountabilityAction, actor: Actor, **told: Any) -> None:
    """Change a matter by the table and write down who did it. Alone in setting `state`."""
    matter.state = MATTER_WORKFLOW.after(matter.state, action)
    record(actor, action, matter, **told)


def _told(matter: Matter) -> dict[str, Any]:
    counts = {f"{count.rank}/{count.manner}": count.persons for count in matter.counts}
    return {"concluded_on": matter.concluded_on, "persons": matter.persons, "counts": counts}


def _adds_up(conclusion: Conclusion) -> None:
    counted = sum(conclusion.counts.values())
    if counted != conclusion.persons:
        raise Disagreement(
            N_("各级各类相加为%(counted)s人，合计填的是%(stated)s人，请核对。"),
            counted=counted,
            stated=conclusion.persons,
        )


def _number_is_free(list_id: int, number: str, own_id: int | None) -> None:
    known = queries.matter_numbered(list_id, number)
    if known is not None and known.id != own_id:
        raise Refusal(N_("本清单已有编号为%(number)s的问责事项。"), number=number)


def _not_ahead(day: date) -> None:
    if day > clock.today():
        raise Refusal(N_("日期不能晚于今天。"))
