"""What every page stands in, put together for create_app."""

from collections.abc import Mapping

from flask import Flask

from app.web.addresses import register_addresses
from app.web.errors import register_errors
from app.web.formatting import register_formatting
from app.web.headers import register_headers
from app.web.navigation import Count, register_navigation
from app.web.preferences import register_preferences
from app.web.styleguide import styleguide


def register_shell(app: Flask, counts: Mapping[str, Count]) -> None:
    """Give pages their frame; `counts` goes from endpoint to what stands beside it."""
    register_addresses(app)
    register_preferences(app)
    register_formatting(app)
    register_navigation(app, counts)
    register_headers(app)
    register_errors(app)
    app.register_blueprint(styleguide)
