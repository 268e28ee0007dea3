"""Taking a document in: stored, read in a process of its own, staged for review."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.files.models import Blob
from app.files.operations import as_file, put_sealed
from app.inspections.models import RectificationList
from app.intake import queries
from app.intake.models import IntakeDocument
from app.intake.operations.directory import directory_for
from app.intake.operations.likeness import digest_of
from app.intake.operations.moving import move
from app.intake.operations.revision import spare_doubts
from app.intake.operations.staging import stage
from app.intake.parsing.apart import parse_apart
from app.intake.parsing.errors import UnreadableFile
from app.intake.vocabulary import ImportState
from app.jobs.drafts import Progress
from app.jobs.operations import enqueue
from app.wording import N_, Refusal

LARGE = 1024 * 1024
"""Bytes from which reading is left to the worker."""
JOB = "intake.read"
WORKER = N_("后台任务")


class Duplicate(Refusal):
    """The same content was taken into the same list before."""

    code = 409


def receive(
    stream: BinaryIO,
    filename: str,
    subject: RectificationList,
    actor: Actor,
    year: int | None = None,
) -> IntakeDocument:
    """Store a document and read it: at once if it is small, in the worker if it is large."""
    blob = put_sealed(stream, filename)
    db.session.flush()
    if earlier := queries.live_import(subject.id, blob.id):
        raise Duplicate(
            N_("这份文件%(day)s已由%(name)s以“%(filename)s”上传到本清单，不必重复导入"),
            day=clock.local(earlier.uploaded_at).strftime("%Y-%m-%d %H:%M"),
            name=earlier.uploaded_by_name,
            filename=earlier.filename,
        )
    content = _content(blob, filename, year) if blob.size < LARGE else None
    document = IntakeDocument(
        rectification_list=subject,
        blob=blob,
        filename=Path(filename).name,
        year=year,
        uploaded_by_id=actor.person_id,
        uploaded_by_name=actor.name,
        uploaded_at=clock.now(),
    )
    db.session.add(document)
    after = {"filename": document.filename, "sha256": blob.sha256, "list": subject.code}
    if content is not None:
        _stage(document, content)
        move(document, IntakeAction.RECEIVE, actor, **after)
    else:
        record(actor, IntakeAction.RECEIVE, document, after=after)
        document.job_id = _asked({"document_id": document.id}, f"{JOB}:{document.id}")
    return document


def _asked(payload: Mapping[str, Any], key: str) -> int:
    job = enqueue(JOB, payload, key=key)
    db.session.flush()
    return job.id


def _content(blob: Blob, filename: str, year: int | None) -> dict[str, Any]:
    with as_file(blob) as file:
        return parse_apart(file, Path(filename).name, year=year)


def read_in_worker(payload: Mapping[str, Any]) -> Iterator[Progress]:
    """Job: read a large document; what cannot be read is told on its page."""
    yield Progress(10, N_("正在读取文件"))
    document = queries.document_or_none(payload["document_id"])
    if document is None or document.state is not ImportState.READING:
        return
    try:
        content = _content(document.blob, document.filename, document.year)
    except UnreadableFile as error:
        move(document, IntakeAction.RECEIVE, _worker(document), failure=str(error))
        return
    yield Progress(80, N_("已读完，正在对照单位名录"))
    document = queries.document_or_none(payload["document_id"])
    if document is not None and document.state is ImportState.READING:
        _stage(document, content)
        move(document, IntakeAction.RECEIVE, _worker(document))


def _stage(document: IntakeDocument, content: Mapping[str, Any]) -> None:
    """Stage what was read; what the list knows already is not asked."""
    document.digest = digest_of(content)
    stage(document, content, directory_for(document.area))
    spare_doubts(document)


def _worker(document: IntakeDocument) -> Actor:
    """The worker reads on behalf of whoever uploaded."""
    return Actor(document.uploaded_by_id, document.uploaded_by_name, origin=WORKER)


HANDLERS = {JOB: read_in_worker}
