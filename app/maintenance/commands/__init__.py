"""Keeping the product from the command line."""

from app.maintenance.commands.serving import maintenance

__all__ = ["maintenance"]
