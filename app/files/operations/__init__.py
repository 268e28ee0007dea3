"""Keep contents by checksum, and draw what is shown of them."""

from app.files.operations.drawing import page_picture, pages_of, public_copy, thumbnail
from app.files.operations.keeping import as_file, open_blob, put, put_sealed

__all__ = [
    "as_file",
    "open_blob",
    "page_picture",
    "pages_of",
    "public_copy",
    "put",
    "put_sealed",
    "thumbnail",
]
