"""How an office understood a printed name: remembered for its area, until it is forgotten."""

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.intake import queries
from app.intake.models import IntakeDocument, RememberedName

LONGEST = 120


def remember(document: IntakeDocument, name: str, unit_id: int, actor: Actor) -> list[int]:
    """Let the next document of the area resolve a name by itself; return the keys remembered."""
    if len(name) > LONGEST or queries.remembered_as(document.area, name):
        return []
    kept = RememberedName(
        area=document.area,
        name=name,
        unit_id=unit_id,
        filename=document.filename,
        remembered_by=actor.name,
        remembered_at=clock.now(),
    )
    db.session.add(kept)
    record(actor, IntakeAction.CORRECT, kept, after={"alias": name, "unit_id": unit_id})
    return [kept.id]


def forget(kept: RememberedName, actor: Actor) -> None:
    """Ask again what the name means when it is met the next time."""
    before = {"alias": kept.name, "unit_id": kept.unit_id}
    record(actor, IntakeAction.CORRECT, kept, before=before)
    db.session.delete(kept)
