"""A token in place of a session: this page handed the form out today, and sends it."""

import secrets
from urllib.parse import urlsplit

from flask import request
from itsdangerous import BadData, URLSafeTimedSerializer

from app.extensions import settings
from app.wording import N_, Refusal

HALF_A_DAY = 12 * 60 * 60
OURS = ("same-origin", "none", "")


def new_token(notice_id: str) -> str:
    """Return a token with a receipt of its own: what is sent twice with it is one objection."""
    receipt = secrets.token_urlsafe(16)
    return str(_serializer().dumps({"notice": notice_id, "receipt": receipt}))


def receipt_of(token: str, notice_id: str) -> str | None:
    """Return the receipt of a token that was made for this page and is not too old."""
    try:
        said = _serializer().loads(token, max_age=HALF_A_DAY)
    except BadData:
        return None
    return str(said["receipt"]) if said["notice"] == notice_id else None


def refuse_other_sites() -> None:
    """Refuse a form that another site makes a visitor's browser send."""
    sent_from = urlsplit(request.headers.get("Origin", "")).netloc
    if (sent_from and sent_from != request.host) or request.headers.get(
        "Sec-Fetch-Site", ""
    ) not in OURS:
        raise Refusal(N_("请在公示页上填写并提交异议。"))


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings().secret_key, salt="objection form")
