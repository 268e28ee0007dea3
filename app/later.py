"""Libraries that take long to import and that most processes never use."""

from importlib import import_module
from typing import Any


class Later:
    """A module that is imported when something of it is first asked for.

    For a library whose import takes a tenth of a second or more, and only for one that is not
    needed to start: a page, a command or a job that does not use it should not wait for it.
    """

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._module), name)
