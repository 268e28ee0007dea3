"""Hand out stored files; the slices' own views ask first whether they may."""

from flask import Response, abort, send_file

from app.files.models import Blob
from app.files.operations import open_blob, page_picture, thumbnail
from app.files.vocabulary import MediaType

SHOWN = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.PDF})


def send_blob(blob: Blob, filename: str, *, download: bool = False) -> Response:
    """Send a content under the name it came with; pictures and PDF open in place."""
    answer = send_file(
        open_blob(blob),
        mimetype=blob.media_type,
        as_attachment=download or blob.media_type not in SHOWN,
        download_name=filename,
        etag=blob.sha256,
        max_age=0,
    )
    return _private(answer)


def send_thumbnail(blob: Blob) -> Response:
    """Send the small picture, or 404 for what is no picture."""
    file = thumbnail(blob) or abort(404)
    return _private(send_file(file, mimetype=MediaType.JPEG.value, max_age=3600))


def send_page(blob: Blob, number: int) -> Response:
    """Send one page of a PDF as a picture, or 404 where there is no such page."""
    file = page_picture(blob, number) or abort(404)
    return _private(send_file(file, mimetype=MediaType.JPEG.value, max_age=3600))


def _private(answer: Response) -> Response:
    answer.cache_control.private = True
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
