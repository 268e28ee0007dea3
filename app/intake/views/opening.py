"""For how long a reason to read petition cases holds, in the reader's own session."""

from flask import session

from app import clock
from app.intake.models import IntakeDocument

OPEN_FOR = 30 * 60
"""Seconds."""


def is_open(document: IntakeDocument) -> bool:
    """Whether the reader has given a reason for this document, not long ago."""
    return str(document.id) in _open()


def keep_open(document: IntakeDocument) -> None:
    """Remember that a reason was given and written down."""
    session["opened"] = {**_open(), str(document.id): clock.now().timestamp()}


def _open() -> dict[str, float]:
    now = clock.now().timestamp()
    kept: dict[str, float] = session.get("opened", {})
    return {key: at for key, at in kept.items() if now - at < OPEN_FOR}
