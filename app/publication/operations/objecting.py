"""Taking in an objection: its words and its writer are sealed before anything is stored."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.database import db
from app.files.models import Blob
from app.files.operations import put_sealed
from app.files.vocabulary import MediaType
from app.publication import queries
from app.publication.drafts import ObjectionDraft
from app.publication.models import (
    Objection,
    ObjectionAttempt,
    ObjectionFile,
    ObjectionIdentity,
    Publicity,
)
from app.publication.operations.codes import address_hash, code_hash
from app.publication.vocabulary import TAKES_OBJECTIONS
from app.tasks.operations import Deed, move
from app.vault.operations import seal_json
from app.wording import N_, Moved, Refusal

PUBLIC = Actor(person_id=None, name=N_("社会公众"), origin=N_("公示网页"))
"""Who objects, as far as any record but the sealed one will ever say."""
FILES = 6
PER_FILE = 10 * 1024 * 1024
TAKEN = frozenset(MediaType) - {MediaType.SEALED}
AN_HOUR, PER_HOUR = timedelta(hours=1), 5


class TooMany(Refusal):
    """The same address has objected too often within the hour."""

    code = 429


def object_to(publicity: Publicity, draft: ObjectionDraft, code: str, address: str) -> Objection:
    """Take an objection in and stop the clock; the same form sent twice is one objection."""
    if known := queries.objection_with_code(code_hash(code)):
        return known
    if queries.line_of(publicity).standing not in TAKES_OBJECTIONS:
        raise Moved(N_("公示期已过，本页不再收异议。可按页末的方式来信来电。"))
    _count_attempt(address)
    blobs = list(_sealed_files(draft))
    objection = Objection(
        publicity=publicity,
        received_on=clock.today(),
        received_at=clock.now(),
        code_hash=code_hash(code),
        files=[ObjectionFile(blob=blob) for blob in blobs],
    )
    db.session.add(objection)
    db.session.flush()
    db.session.add(
        ObjectionIdentity(
            objection_id=objection.id, sealed=seal_json(_words(draft), objection.place)
        )
    )
    move(publicity.task, Deed(TaskAction.OBJECT, detail={"objection_id": objection.id}), PUBLIC)
    return objection


def _words(draft: ObjectionDraft) -> dict[str, Any]:
    names = [upload.filename for upload in draft.files]
    return {"text": draft.text, "name": draft.name, "phone": draft.phone, "files": names}


def _sealed_files(draft: ObjectionDraft) -> Iterator[Blob]:
    if len(draft.files) > FILES:
        raise Refusal(N_("至多%(count)s份文件，请删减后再提交。"), count=FILES)
    for upload in draft.files:
        if upload.stream.seek(0, 2) > PER_FILE:
            raise Refusal(N_("“%(name)s”超过10兆，请压缩后再上传。"), name=upload.filename)
        upload.stream.seek(0)
        yield put_sealed(upload.stream, upload.filename, TAKEN)


def _count_attempt(address: str) -> None:
    """Refuse an address that sends one after the other; forget those of yesterday."""
    for old in queries.stale_attempts():
        db.session.delete(old)
    hashed = address_hash(address)
    if queries.attempts_since(hashed, clock.now() - AN_HOUR) >= PER_HOUR:
        raise TooMany(N_("提交过于频繁，请一小时后再试，也可按页末的方式来信来电。"))
    db.session.add(ObjectionAttempt(address_hash=hashed, tried_at=clock.now()))
