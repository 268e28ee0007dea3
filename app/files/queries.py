"""Find stored files."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from app.database import db
from app.files.models import Blob, Picture, PicturePrint
from app.files.parsing.prints import CLOSE, around, distance, whole, words

WORDS = (PicturePrint.first, PicturePrint.second, PicturePrint.third, PicturePrint.fourth)
REACH, CUT_REACH = 2, 1
"""Bits in which a word of the whole, or of one of its many windows, may differ to be found."""


def blob_with_checksum(sha256: str) -> Blob | None:
    return db.session.scalar(select(Blob).where(Blob.sha256 == sha256))


def picture_of(blob_id: int) -> Picture | None:
    return db.session.get(Picture, blob_id)


def near_pictures(prints: Sequence[int], most: int) -> list[Blob]:
    """Return the kept pictures whose prints are close: of the whole to a window, or the reverse.

    The nearest ones first, no more than `most`.
    """
    found: dict[int, int] = {}
    for row in db.session.execute(
        select(PicturePrint.blob_id, PicturePrint.window, *WORDS).where(
            or_(_close(prints[:1], REACH), (PicturePrint.window == 0) & _close(prints, CUT_REACH))
        )
    ):
        print_there = whole(row[2:])
        ours = prints if row.window == 0 else prints[:1]
        apart = min(distance(one, print_there) for one in ours)
        if apart <= min(CLOSE, found.get(row.blob_id, CLOSE)):
            found[row.blob_id] = apart
    nearest = sorted(found, key=lambda blob_id: (found[blob_id], blob_id))[:most]
    blobs = db.session.scalars(select(Blob).where(Blob.id.in_(nearest)))
    return sorted(blobs, key=lambda blob: nearest.index(blob.id))


def _close(prints: Sequence[int], reach: int) -> ColumnElement[bool]:
    """Prints of which one word is nearly that of one of these: an index finds them."""
    cut = [words(one) for one in prints]
    return or_(
        *(
            column.in_(sorted({near for one in cut for near in around(one[at], reach)}))
            for at, column in enumerate(WORDS)
        )
    )
