"""Opening what an objector wrote: who reads it, and why, is written down first."""

from typing import Any, BinaryIO

from app.access.actions import ObjectionAction
from app.access.actor import Actor
from app.audit.operations import record
from app.files.operations import open_blob
from app.publication import queries
from app.publication.models import Objection
from app.vault.operations import unseal_json
from app.wording import N_, Moved


def read_objection(objection: Objection, reason: str, actor: Actor) -> dict[str, Any]:
    """Open text, name and telephone of an objection."""
    record(actor, ObjectionAction.READ, objection, reason=reason)
    return _opened(objection)


def opened_file(
    objection: Objection, place: int, reason: str, actor: Actor
) -> tuple[str, BinaryIO]:
    """Open one of its files, with the name under which it came."""
    if not 0 <= place < len(objection.files):
        raise Moved(N_("没有这份文件，请返回异议页再选。"))
    record(actor, ObjectionAction.READ, objection, after={"file": place + 1}, reason=reason)
    return _opened(objection)["files"][place], open_blob(objection.files[place].blob)


def _opened(objection: Objection) -> dict[str, Any]:
    words: dict[str, Any] = unseal_json(queries.identity_of(objection).sealed, objection.place)
    return words
