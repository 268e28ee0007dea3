"""What a reader sets for the eye alone: language, theme and row height, kept in cookies."""

from dataclasses import dataclass

from flask import Blueprint, Flask, Response, abort, current_app, has_request_context, request
from flask_babel import get_locale

from app.extensions import babel
from app.web.addresses import local_path
from app.web.guard import public

preferences = Blueprint("preferences", __name__, url_prefix="/preferences")

CHOICES = {
    "language": ("zh_Hans_CN", "en"),
    "theme": ("light", "dark"),
    "density": ("compact", "roomy"),
}
ONE_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Preferences:
    """The reader's choices, as the shell of a page needs them."""

    theme: str
    density: str
    language: str

    @property
    def html_language(self) -> str:
        return "en" if self.language == "en" else "zh-CN"

    @property
    def other_theme(self) -> str:
        return _other("theme", self.theme)

    @property
    def other_language(self) -> str:
        return _other("language", self.language)

    @property
    def other_density(self) -> str:
        return _other("density", self.density)


def chosen(name: str) -> str:
    """Return the reader's choice, or the first of the possible ones."""
    value = request.cookies.get(name, "")
    return value if value in CHOICES[name] else CHOICES[name][0]


def current_preferences() -> Preferences:
    """Return all choices of whoever reads this page."""
    return Preferences(chosen("theme"), chosen("density"), chosen("language"))


@preferences.post("/<name>")
@public
def choose(name: str) -> Response:
    """Keep one choice and return to the page it was made on."""
    value = request.form.get("value", "")
    if value not in CHOICES.get(name, ()):
        abort(404)
    response = Response(status=303, headers={"Location": _page_before()})
    response.set_cookie(
        name,
        value,
        max_age=ONE_YEAR,
        secure=not current_app.config["ZHENGGAI"].http_only,
        httponly=True,
        samesite="Lax",
    )
    return response


def _page_before() -> str:
    """Return the path to go back to: on this site only, whatever the form says."""
    return local_path(request.form.get("back"))


def _other(name: str, value: str) -> str:
    first, second = CHOICES[name]
    return second if value == first else first


def _locale() -> str:
    """Return the reader's language; commands and the worker speak the first one."""
    return chosen("language") if has_request_context() else CHOICES["language"][0]


def register_preferences(app: Flask) -> None:
    """Let Flask-Babel ask for the reader's language and templates for the other choices."""
    babel.init_app(app, locale_selector=_locale)
    app.register_blueprint(preferences)
    app.context_processor(lambda: {"preferences": current_preferences(), "locale": get_locale()})
