"""Flask extensions, made once and bound to an application in create_app."""

from flask import current_app
from flask_babel import Babel
from flask_login import LoginManager
from flask_wtf import CSRFProtect

from config import Config

babel = Babel()
csrf = CSRFProtect()
login_manager = LoginManager()


def settings() -> Config:
    """Return the configuration of the application that is running."""
    config = current_app.config["ZHENGGAI"]
    assert isinstance(config, Config)
    return config
