"""Applying for close-out, passing its steps, and what follows when a task has been struck off."""

from app.closeout.operations.applying import apply
from app.closeout.operations.criteria import set_criteria
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
from app.closeout.operations.relapsing import relapse

__all__ = [
    "accept",
    "apply",
    "close",
    "file",
    "give_back",
    "look_back",
    "pass_step",
    "relapse",
    "set_criteria",
    "sign_off",
    "verify",
]
