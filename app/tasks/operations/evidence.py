"""Attaching files that show what was done."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import CHECKS_THE_WORK, TAKES_PART, Actor
from app.access.roles import Role
from app.database import db
from app.files.models import Blob
from app.tasks import queries
from app.tasks.models import Evidence, Task
from app.tasks.operations.moving import Deed, acting_unit, move
from app.wording import N_, Refusal

MAY_SHOW = ((Role.UNIT, TAKES_PART), (Role.SUPERVISOR, CHECKS_THE_WORK))


def attach_evidence(
    task: Task, blob: Blob, filename: str, caption: str | None, actor: Actor
) -> Evidence:
    """Attach a stored file to a task under the name that it came with."""
    if queries.evidence_with_blob(task.id, blob.id) is not None:
        raise Refusal(N_("“%(name)s”与本项已有的一份证据内容相同，不必重复上传。"), name=filename)
    evidence = Evidence(
        task_id=task.id,
        blob=blob,
        unit_id=acting_unit(task, actor, *MAY_SHOW),
        uploaded_by_id=actor.person_id,
        uploaded_by_name=actor.name,
        uploaded_at=clock.now(),
        filename=filename,
        caption=caption,
    )
    db.session.add(evidence)
    db.session.flush()
    detail = {"evidence_id": evidence.id, "filename": filename, "sha256": blob.sha256}
    move(task, Deed(TaskAction.ATTACH_EVIDENCE, note=caption, detail=detail), actor)
    return evidence
