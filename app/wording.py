"""Chinese wording in pure code: marked for the catalogue here, translated where it is shown."""


def N_(text: str) -> str:  # noqa: N802  # gettext's own name for a mark without a translation
    """Mark a text for gettext and leave it as it is."""
    return text


class Refusal(Exception):
    """The application will not do this, and says why in the user's words.

    `message` is a catalogue text with %(name)s places for `values`; `code` is an HTTP status:
    422 for what was typed, 409 for a subject that has moved on.
    """

    code = 422

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values = values


class Moved(Refusal):
    """The subject is no longer in the state in which this could be done."""

    code = 409
