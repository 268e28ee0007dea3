"""Documents that say the same: the same file elsewhere, or equal items under another name."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from app import clock
from app.access.actor import Actor
from app.intake import queries
from app.intake.models import IntakeDocument
from app.wording import N_, Refusal

OF_THE_FILE: Final = frozenset({"lines", "raw", "source", "needs_review", "personal_data"})
"""What an item says of where it was read: a file saved anew says otherwise."""


def digest_of(content: Mapping[str, Any]) -> str | None:
    """Return what tells equal items apart from others, whatever the file was."""
    items = [
        {key: _plain(value) for key, value in item.items() if value and key not in OF_THE_FILE}
        for item in content["items"]
    ]
    if not items:
        return None
    told = json.dumps(items, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Blanks and widths differ between types of files."""
    if isinstance(value, str):
        return re.sub(r"\s", "", unicodedata.normalize("NFKC", value))
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items() if key not in OF_THE_FILE}
    return value


def notices(document: IntakeDocument, actor: Actor) -> list[Refusal]:
    """Say which earlier imports that the actor may read have the same file or the same items."""
    return [_notice(document, other) for other in queries.imports_like(document, actor)]


def _notice(document: IntakeDocument, other: IntakeDocument) -> Refusal:
    told = {
        "filename": other.filename,
        "list": other.rectification_list.name,
        "name": other.uploaded_by_name,
        "day": clock.local(other.uploaded_at).strftime("%Y-%m-%d"),
    }
    if other.blob_id == document.blob_id:
        message = N_("同一份文件%(day)s已由%(name)s导入“%(list)s”（%(filename)s）")
    else:
        message = N_("与%(day)s由%(name)s导入“%(list)s”的“%(filename)s”内容相同")
    return Refusal(message, **told)
