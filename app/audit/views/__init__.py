"""The page of the trail, its proof, and the writing down of what the guard refused."""

from flask import Blueprint

audit = Blueprint("audit", __name__, url_prefix="/audit")

from app.audit.views import trail  # noqa: E402, F401  # routes
from app.audit.views.refusals import watch_refusals  # noqa: E402  # after the blueprint

__all__ = ["audit", "watch_refusals"]
