"""The groups of commands of all slices, by the names that they have on the command line."""

from importlib import import_module
from typing import Final

import click
from flask.cli import AppGroup


class Groups(AppGroup):
    """The groups of commands, each imported when it is asked for.

    The web server asks for none, and `intake parse` need not wait for what draws ledgers, migrates
    databases or fills the demonstration.
    """

    slices: Final = {
        "users": "accounts", "audit": "audit", "demo": "demo", "intake": "intake", "jobs": "jobs",
        "ledger": "ledgers", "maintenance": "maintenance",
    }  # fmt: skip

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted({*self.slices, *self.commands})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in self.slices and name not in self.commands:
            room = import_module(f"app.{self.slices[name]}.commands")
            self.add_command(getattr(room, name))
        return super().get_command(context, name)
