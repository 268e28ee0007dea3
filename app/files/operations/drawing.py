"""Draw what is shown of stored contents: small pictures, pages, copies that may be published."""

import secrets
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from app.files.models import Blob
from app.files.operations.keeping import as_file, folder, open_blob, put
from app.files.parsing.paging import count_pages, draw_page
from app.files.vocabulary import MediaType
from app.wording import N_, Refusal

THUMBNAIL = (480, 480)
PUBLISHED = (2400, 2400)


def thumbnail(blob: Blob) -> Path | None:
    """Return a small picture of a picture, drawn when first asked for."""
    if not MediaType(blob.media_type).drawn:
        return None
    small = folder("thumbnails") / f"{blob.sha256}.jpg"
    if not small.exists():
        with open_blob(blob) as stream, Image.open(stream) as picture:
            if not _drawn_small(picture, small):
                return None
    return small


def _drawn_small(picture: Image.Image, small: Path) -> bool:
    """Draw the small picture; a photo that breaks off half-way has none."""
    try:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    except OSError:
        return False
    upright.thumbnail(THUMBNAIL)
    fresh = small.with_suffix(f".{secrets.token_hex(4)}")  # two readers may draw at once
    upright.save(fresh, "JPEG", quality=82)
    fresh.replace(small)
    return True


def pages_of(blob: Blob) -> int:
    """Return how many pages of a content can be shown as pictures; counted when first asked for."""
    if blob.media_type != MediaType.PDF:
        return 0
    kept = folder("pages") / f"{blob.sha256}.count"
    if not kept.exists():
        with as_file(blob) as file:
            _put_in_place(kept, str(count_pages(file)).encode())
    return int(kept.read_text())


def page_picture(blob: Blob, number: int) -> Path | None:
    """Return one page of a PDF as a picture, drawn when first asked for; None if there is none."""
    if not 1 <= number <= pages_of(blob):
        return None
    drawn = folder("pages") / f"{blob.sha256}-{number}.jpg"
    if not drawn.exists():
        fresh = drawn.with_suffix(f".{secrets.token_hex(4)}")  # two readers may draw at once
        with as_file(blob) as file:
            draw_page(file, number, fresh)
        fresh.replace(drawn)
    return drawn


def _put_in_place(kept: Path, content: bytes) -> None:
    fresh = kept.with_suffix(f".{secrets.token_hex(4)}")
    fresh.write_bytes(content)
    fresh.replace(kept)


def public_copy(blob: Blob) -> Blob:
    """Return a copy of a picture that says nothing but what it shows: no place, time or camera.

    The original is untouched. Only pictures are published; a scan goes out as a drawn notice.
    """
    if not MediaType(blob.media_type).drawn:
        raise Refusal(N_("公开的材料只能是图片：其他文件的属性里可能有姓名和地址。"))
    copy = BytesIO()
    try:
        with open_blob(blob) as stream, Image.open(stream) as picture:
            shown = ImageOps.exif_transpose(picture).convert("RGB")
    except OSError as error:
        raise Refusal(N_("这张图片已损坏，不能公开。")) from error
    shown.thumbnail(PUBLISHED)
    bare = Image.frombytes("RGB", shown.size, shown.tobytes())  # leaves behind what hangs on it
    bare.save(copy, "JPEG", quality=88)
    copy.seek(0)
    return put(copy, "public.jpg", frozenset({MediaType.JPEG}))
