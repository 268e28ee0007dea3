"""What can be done about publicities and objections. Nothing here commits."""

from app.publication.operations.codes import code_hash, query_code
from app.publication.operations.ending import end_publicity, stands_at
from app.publication.operations.examining import examine, word
from app.publication.operations.objecting import PUBLIC, object_to
from app.publication.operations.opening import Unreleased, open_publicity, required_window
from app.publication.operations.reading import opened_file, read_objection

__all__ = [
    "PUBLIC",
    "Unreleased",
    "code_hash",
    "end_publicity",
    "examine",
    "object_to",
    "open_publicity",
    "opened_file",
    "query_code",
    "read_objection",
    "required_window",
    "stands_at",
    "word",
]
