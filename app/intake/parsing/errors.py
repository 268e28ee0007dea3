"""Why a file could not be read at all, in the user's words."""

from app.wording import Refusal


class UnreadableFile(Refusal):
    """Nothing in the file can be shown to a person; the message says why and what to do."""
