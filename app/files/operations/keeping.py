"""Keep contents by checksum: one way in, one way out."""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.exc import IntegrityError

from app import clock
from app.database import db
from app.extensions import settings
from app.files.models import Blob
from app.files.operations.looking import look
from app.files.parsing import Unacceptable, recognize
from app.files.queries import blob_with_checksum
from app.files.vocabulary import BY_SUFFIX, EVERYTHING, MediaType
from app.vault.operations import key_id, seal, unseal
from app.wording import N_, Refusal

CHUNK = 1024 * 1024


def put(stream: BinaryIO, filename: str, accept: AbstractSet[MediaType] = EVERYTHING) -> Blob:
    """Store a content once and return its row; refuse what is not what its name says.

    A rolled-back transaction leaves a file that no row names; it harms nobody and is found again
    when the same content comes.
    """
    with tempfile.TemporaryDirectory(dir=folder("incoming")) as place:
        arrived = Path(place) / "content"
        sha256 = _receive(stream, arrived, filename)
        known = blob_with_checksum(sha256)
        media_type = _checked(arrived, filename, accept)
        if known is not None and _path(sha256).exists():
            known.media_type = media_type.value  # a sealed one was never looked into
            look(known, _path(sha256))
            return known
        size = arrived.stat().st_size
        _path(sha256).parent.mkdir(mode=0o700, exist_ok=True)
        arrived.chmod(0o600)
        arrived.replace(_path(sha256))
    blob = known or _new_row(sha256, size, media_type)
    look(blob, _path(sha256))
    return blob


def put_sealed(
    stream: BinaryIO, filename: str, accept: AbstractSet[MediaType] | None = None
) -> Blob:
    """Store a content encrypted, whatever it is: only a reader that is careful opens it.

    Where `accept` is given, it is refused like any other. A content that was kept open before is
    sealed from now on.
    """
    with tempfile.TemporaryDirectory(dir=folder("incoming")) as place:
        arrived = Path(place) / "content"
        sha256 = _receive(stream, arrived, filename)
        if accept is not None:
            _checked(arrived, filename, accept)
        content = arrived.read_bytes()
    blob = blob_with_checksum(sha256) or _new_row(sha256, len(content), MediaType.SEALED)
    if blob.key_id is None or not _path(sha256).exists():
        blob.key_id = key_id()
        _replace(_path(sha256), seal(content, _place(sha256)))
    return blob


def _place(sha256: str) -> str:
    return f"blob:{sha256}:content"


def _replace(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    fresh = path.with_suffix(f".{secrets.token_hex(4)}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    fresh.replace(path)


def open_blob(blob: Blob) -> BinaryIO:
    """Open a stored content; the caller has asked whether its reader may see it."""
    if blob.key_id is None:
        return _path(blob.sha256).open("rb")
    return BytesIO(unseal(_path(blob.sha256).read_bytes(), _place(blob.sha256)))


@contextmanager
def as_file(blob: Blob) -> Iterator[Path]:
    """Lend a content as a file to other processes of ours; a sealed one stays in memory."""
    if blob.key_id is None:
        yield _path(blob.sha256)
        return
    with open_blob(blob) as content, os.fdopen(os.memfd_create("sealed"), "wb") as lent:
        lent.write(content.read())
        lent.flush()
        yield Path(f"/proc/{os.getpid()}/fd/{lent.fileno()}")


def folder(name: str = "") -> Path:
    folder = settings().instance / "files" / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _path(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256


def _receive(stream: BinaryIO, file: Path, filename: str) -> str:
    """Write the stream down and return its checksum; stop at the limit."""
    digest, size, limit = hashlib.sha256(), 0, settings().upload_limit
    with file.open("wb") as arrived:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > limit:
                raise Refusal(
                    N_("“%(name)s”超过%(limit)s MB的上限，请压缩或拆分后重新上传。"),
                    name=filename, limit=limit // CHUNK,
                )  # fmt: skip
            digest.update(chunk)
            arrived.write(chunk)
    return digest.hexdigest()


def _checked(file: Path, filename: str, accept: AbstractSet[MediaType]) -> MediaType:
    try:
        media_type = recognize(file)
    except Unacceptable as error:
        raise Refusal(str(error), name=filename) from error
    if media_type not in BY_SUFFIX.get(Path(filename).suffix.lower(), ()):
        raise Refusal(
            N_("“%(name)s”的扩展名与内容不符（内容是%(kind)s），请核对文件后重新上传。"),
            name=filename, kind=media_type.label,
        )  # fmt: skip
    if media_type not in accept:
        raise Refusal(
            N_("此处不收%(kind)s，“%(name)s”没有上传。"), name=filename, kind=media_type.label
        )
    return media_type


def _new_row(sha256: str, size: int, media_type: MediaType) -> Blob:
    blob = Blob(sha256=sha256, size=size, media_type=media_type.value, stored_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(blob)
    except IntegrityError:  # the same content came in beside us and was committed first
        kept = blob_with_checksum(sha256)
        assert kept is not None
        return kept
    return blob
