"""An application on a database without tables, as on a first start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine

from app import create_app
from app.database import db
from config import Config


@pytest.fixture
def new_app(
    empty_database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    address = empty_database.url.render_as_string(hide_password=False)
    monkeypatch.setenv("INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.delenv("DEMO", raising=False)
    app = create_app(Config.from_environment())
    yield app
    with app.app_context():
        db.engine.dispose()
