"""Logging in, one's own password, and the pages on which people are managed."""

from flask import Blueprint

accounts = Blueprint("accounts", __name__)

from app.accounts.views import grants, own_password, people, sessions  # noqa: E402, F401  # routes
from app.accounts.views.reader import load_user, not_logged_in, watch_sessions  # noqa: E402  # after the blueprint

__all__ = ["accounts", "load_user", "not_logged_in", "watch_sessions"]
