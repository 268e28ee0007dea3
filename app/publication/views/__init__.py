"""The pages of publicity: of the office behind the login, of everybody before it."""

from flask import Blueprint

from app.tasks.views.panels import register_panel

publication = Blueprint("publication", __name__, url_prefix="/publication")
public = Blueprint("public", __name__, url_prefix="/public")

from app.publication.views import (  # noqa: E402, F401  # routes
    asking,
    ending,
    notices,
    objections,
    opening,
    panel,
    record,
)

register_panel("publicity", 20, panel.publicity_panel)
