"""Applying for close-out, passing its steps, and what follows when a task has been struck off."""

from app.closeout.operations.applying import apply
from app.closeout.operations.passing import (
    accept,
    close,
    file,
    give_back,
    look_back,
    pass_step,
    sign_off,
    verify,
)

__all__ = [
    "accept",
    "apply",
    "close",
    "file",
    "give_back",
    "look_back",
    "pass_step",
    "sign_off",
    "verify",
]
