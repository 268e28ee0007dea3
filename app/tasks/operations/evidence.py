"""Attaching files that show what was done."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import CHECKS_THE_WORK, TAKES_PART, Actor
from app.access.roles import Role
from app.database import db
from app.files.models import Blob
from app.files.vocabulary import MediaType
from app.tasks import queries
from app.tasks.drafts import EvidenceDraft
from app.tasks.models import Evidence, SitePhoto, Task
from app.tasks.operations.moving import Deed, acting_unit, move
from app.tasks.vocabulary import EvidenceKind
from app.wording import N_, Refusal

MAY_SHOW = ((Role.UNIT, TAKES_PART), (Role.SUPERVISOR, CHECKS_THE_WORK))


def attach_evidence(
    task: Task, blob: Blob, filename: str, caption: str | None, actor: Actor
) -> Evidence:
    """Attach a stored file under its name, of which nothing but a caption is said."""
    return attach(task, blob, EvidenceDraft(filename, caption), actor)


def attach(task: Task, blob: Blob, draft: EvidenceDraft, actor: Actor) -> Evidence:
    """Attach a stored file to a task, as a new piece or as the next version of one."""
    if queries.evidence_with_blob(task.id, blob.id) is not None:
        raise Refusal(
            N_("“%(name)s”与本项已有的一份证据内容相同，不必重复上传。"), name=draft.filename
        )
    unit_id = acting_unit(task, actor, *MAY_SHOW)
    before = _replaced(task, draft, unit_id)
    evidence = Evidence(
        task_id=task.id,
        blob=blob,
        unit_id=unit_id,
        uploaded_by_id=actor.person_id,
        uploaded_by_name=actor.name,
        uploaded_at=clock.now(),
        filename=draft.filename,
        caption=draft.caption or (before.caption if before else None),
        kind=draft.kind or (before.kind if before else _guessed(blob)),
        step=draft.step or (before.step if before else None),
        supersedes_id=before.id if before else None,
    )
    db.session.add(evidence)
    db.session.flush()
    _place(task, evidence, draft)
    _note(task, evidence, draft, actor)
    return evidence


def _note(task: Task, evidence: Evidence, draft: EvidenceDraft, actor: Actor) -> None:
    detail = {
        "evidence_id": evidence.id,
        "filename": draft.filename,
        "sha256": evidence.blob.sha256,
        "kind": evidence.kind.value,
        "supersedes_id": evidence.supersedes_id,
    }
    move(task, Deed(TaskAction.ATTACH_EVIDENCE, note=draft.caption, detail=detail), actor)


def _place(task: Task, evidence: Evidence, draft: EvidenceDraft) -> None:
    """Note the site at which it was made; a new version is of the old one's unless said."""
    before = queries.site_of(evidence.supersedes_id) if evidence.supersedes_id else None
    site_id = draft.site_id or (before.id if before else None)
    if site_id is None:
        return
    if site_id not in {site.id for site in task.sites}:
        raise Refusal(N_("这项任务没有这个点位。"))
    db.session.add(SitePhoto(evidence_id=evidence.id, site_id=site_id))


def replaceable(task: Task, piece: Evidence, actor: Actor) -> bool:
    """Whether the actor may upload the next version: it is a piece of the actor's own unit."""
    try:
        return acting_unit(task, actor, *MAY_SHOW) == piece.unit_id
    except Refusal:
        return False


def _guessed(blob: Blob) -> EvidenceKind:
    return EvidenceKind.PHOTO if MediaType(blob.media_type).drawn else EvidenceKind.OTHER


def _replaced(task: Task, draft: EvidenceDraft, unit_id: int) -> Evidence | None:
    """Return the piece of which this is the next version: the newest one, of the same unit."""
    if draft.replaces is None:
        return None
    before = queries.evidence_or_none(draft.replaces)
    if before is None or before.task_id != task.id or before.unit_id != unit_id:
        raise Refusal(N_("只能替换本单位在本项上传的证据。"))
    if queries.next_version(before.id) is not None:
        raise Refusal(N_("“%(name)s”已经有新版，请替换最新的一版。"), name=before.filename)
    return before
