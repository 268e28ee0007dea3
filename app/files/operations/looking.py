"""Read a picture once, when it comes in, and find those kept that show the same view."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from app.database import db
from app.extensions import settings
from app.files.models import Blob, Picture, PicturePair, PicturePrint
from app.files.parsing.likeness import SAME, likeness
from app.files.parsing.pictures import PictureFacts, facts_of
from app.files.parsing.prints import words
from app.files.queries import near_pictures, picture_of
from app.files.vocabulary import MediaType

SMALL = (480, 480)
MOST_COMPARED = 40


def look(blob: Blob, file: Path) -> None:
    """Note what a picture tells of itself and which others it resembles; once for a content."""
    if not MediaType(blob.media_type).drawn or picture_of(blob.id) is not None:
        return
    facts = facts_of(file)
    if facts is None:
        return
    near = near_pictures(facts.prints, MOST_COMPARED)
    _note(blob, facts)
    for other, agreement in _alike(file, near):
        db.session.add(PicturePair(blob_id=blob.id, other_id=other.id, likeness=agreement))
    db.session.flush()


def _note(blob: Blob, facts: PictureFacts) -> None:
    db.session.add(
        Picture(
            blob_id=blob.id,
            width=facts.width,
            height=facts.height,
            taken_at=facts.taken_at,
            latitude=facts.latitude,
            longitude=facts.longitude,
        )
    )
    for window, number in enumerate(facts.prints):
        first, second, third, fourth = words(number)
        db.session.add(
            PicturePrint(
                blob_id=blob.id, window=window,
                first=first, second=second, third=third, fourth=fourth,
            )
        )  # fmt: skip


def _alike(file: Path, near: list[Blob]) -> Iterator[tuple[Blob, float]]:
    """Those of the near ones that agree with the picture point by point."""
    shown = _small(file) if near else None
    for other in near:
        kept = _small(settings().instance / "files" / other.sha256[:2] / other.sha256)
        if shown is not None and kept is not None:
            agreement = likeness(shown, kept)
            if agreement >= SAME:
                yield other, round(agreement, 3)


def _small(file: Path) -> Image.Image | None:
    try:
        with Image.open(file) as picture:
            picture.draft("L", SMALL)
            picture.thumbnail(SMALL)
            return picture.convert("L")
    except OSError:
        return None
