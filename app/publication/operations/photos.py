"""Copies of photographs for publication: nothing in them but what can be seen."""

from collections.abc import Iterable, Iterator

from app.files.operations import public_copy
from app.publication.models import PublicPhoto
from app.tasks.models import Evidence


def published_copies(chosen: Iterable[Evidence]) -> Iterator[PublicPhoto]:
    for evidence in chosen:
        caption = evidence.caption or ""
        yield PublicPhoto(evidence_id=evidence.id, blob=public_copy(evidence.blob), caption=caption)
