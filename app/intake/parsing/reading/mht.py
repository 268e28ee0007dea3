"""Pages saved as one file (.mht): the page inside, taken out of its envelope."""

import email.policy
from email import message_from_bytes
from typing import Final

from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.html import read_html

LARGEST_PARTS: Final = 2_000


def read_mht(data: bytes) -> Raw:
    """Read the first page of the envelope; pictures and styles stand beside it."""
    message = message_from_bytes(data, policy=email.policy.compat32)
    for number, part in enumerate(message.walk()):
        if number > LARGEST_PARTS:
            break
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return read_html(content)
    raise damaged()
