"""What every application needs for its trail: where the head is kept, and who was refused."""

import hashlib
import hmac
import logging

from flask import Flask, Response, g
from sqlalchemy.exc import OperationalError

from app.audit.operations import refused
from app.database import db
from app.web.guard import current_actor

log = logging.getLogger(__name__)


def watch_refusals(app: Flask) -> None:
    """Give sessions the place of the head and the key of the trail; write refusals down."""
    config = app.config["ZHENGGAI"]
    key = hmac.new(config.secret_key.encode(), b"audit: sensitive values", hashlib.sha256)
    config.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    with app.app_context():
        db.sessionmaker.configure(
            info={"audit_head": config.instance / "audit.head", "audit_key": key.digest()}
        )
    app.after_request(_write_refusal)


def _write_refusal(response: Response) -> Response:
    """Write down what the guard refused, apart from the transaction that came to nothing."""
    if "refused" in g:
        action, subject, reason = g.pop("refused")
        db.session.rollback()
        try:
            refused(current_actor(), action, subject, reason=reason)
            db.session.commit()
        except OperationalError:  # the answer stays what it is, the log is told instead
            db.session.rollback()
            log.exception("refused and not in the trail: %s by %s", action, current_actor().name)
    return response
