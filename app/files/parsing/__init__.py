"""What a stored content is, and what can be read from it."""

from app.files.parsing.contents import Unacceptable, recognize

__all__ = ["Unacceptable", "recognize"]
