"""Sending stored files; whoever calls has asked the policy about the row that names them."""

from io import BytesIO

from flask import abort, send_file
from flask.typing import ResponseReturnValue

from app.files import operations
from app.files.models import Blob
from app.files.vocabulary import PICTURES


def send_blob(blob: Blob, filename: str) -> ResponseReturnValue:
    """Send the whole content under the name that it came with; pictures open in place."""
    inline = blob.media_type in set(PICTURES)
    return send_file(
        BytesIO(operations.open_blob(blob)),
        mimetype=blob.media_type,
        as_attachment=not inline,
        download_name=filename,
        etag=blob.sha256,
        max_age=0,
    )


def send_thumbnail(blob: Blob) -> ResponseReturnValue:
    """Send a small picture of a picture; other files have none."""
    if blob.media_type not in set(PICTURES):
        abort(404)
    return send_file(operations.thumbnail(blob), mimetype="image/jpeg", max_age=3600)
