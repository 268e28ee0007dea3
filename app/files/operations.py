"""Keeping contents by their checksum: put once, never changed, never removed."""

import hashlib
import os
from io import BytesIO
from pathlib import Path
from typing import IO

from PIL import Image, ImageOps

from app import clock
from app.database import db
from app.extensions import settings
from app.files import queries
from app.files.models import Blob
from app.files.parsing import kind_of
from app.files.vocabulary import EVIDENCE, Kind
from app.wording import N_, Refusal
from config import MEBIBYTE

THUMBNAIL = (480, 360)


def put(stream: IO[bytes], filename: str, kinds: frozenset[Kind] = EVIDENCE) -> Blob:
    """Take an upload in: check size, type by content and wholeness, and keep it."""
    limit = settings().upload_limit
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Refusal(
            N_("“%(name)s”超过%(limit)s MB，请压缩或拆分后重新上传。"),
            name=filename,
            limit=limit // MEBIBYTE,
        )
    kind = kind_of(data, filename)
    if kind not in kinds:
        raise Refusal(N_("这里不收%(kind)s（“%(name)s”）。"), kind=kind.label, name=filename)
    return put_bytes(data, kind.value)


def put_bytes(data: bytes, media_type: str) -> Blob:
    """Keep a content that the application made or has checked; return its one row."""
    sha256 = hashlib.sha256(data).hexdigest()
    blob = queries.blob_with(sha256)
    if blob is None:
        blob = Blob(sha256=sha256, size=len(data), media_type=media_type, stored_at=clock.now())
        db.session.add(blob)
        db.session.flush()
    _keep(path_of(sha256), data)
    return blob


def open_blob(blob: Blob) -> bytes:
    """Return a stored content, and be sure that it is the one that was put in."""
    data = path_of(blob.sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != blob.sha256:
        raise OSError(f"stored content {blob.sha256} has changed on disk")
    return data


def thumbnail(blob: Blob) -> Path:
    """Return the path of a small JPEG of a stored picture, drawing it the first time."""
    target = path_of(blob.sha256).with_suffix(".thumb.jpg")
    if not target.exists():
        with Image.open(BytesIO(open_blob(blob))) as picture:
            small = ImageOps.exif_transpose(picture).convert("RGB")
            small.thumbnail(THUMBNAIL)
        drawn = BytesIO()
        small.save(drawn, "JPEG", quality=80)
        _keep(target, drawn.getvalue())
    return target


def path_of(sha256: str) -> Path:
    return settings().instance / "files" / sha256[:2] / sha256


def _keep(target: Path, data: bytes) -> None:
    """Write beside and rename: nobody ever sees half a file."""
    if target.exists():
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}.new")
    beside.write_bytes(data)
    beside.chmod(0o600)
    beside.replace(target)
