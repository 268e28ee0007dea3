"""Copies of photographs for publication: nothing in them but what can be seen."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from PIL import Image, ImageOps

from app.files.models import Blob
from app.files.operations import open_blob, put
from app.files.vocabulary import PICTURES
from app.publication.models import PublicPhoto
from app.tasks.models import Evidence
from app.wording import N_, Refusal

LARGEST = (1920, 1920)


def published_copies(chosen: Iterable[Evidence]) -> Iterator[PublicPhoto]:
    for evidence in chosen:
        blob = bare_copy(evidence.blob, evidence.filename)
        yield PublicPhoto(evidence_id=evidence.id, blob=blob, caption=evidence.caption or "")


def bare_copy(blob: Blob, filename: str) -> Blob:
    """Store a copy that has no word of the camera, the place or the time; the original stays."""
    try:
        with open_blob(blob) as stream, Image.open(stream) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except OSError:
        raise Refusal(
            N_("“%(name)s”不是完整的照片，不能公开，请不要选它。"), name=filename
        ) from None
    upright.thumbnail(LARGEST)
    bare = Image.new("RGB", upright.size)  # Pillow carries comments over from the picture it saves
    bare.paste(upright)
    drawn = BytesIO()
    bare.save(drawn, "JPEG", quality=85)
    drawn.seek(0)
    return put(drawn, "photo.jpg", PICTURES)
