"""Commands on a database that was never made end with one line, never with a traceback."""

import pytest

from app import create_app
from app.database import db
from config import Config

COMMANDS = (
    ("audit", "verify"),
    ("users", "list", "--as", "x"),
    ("users", "create", "newcomer", "新人", "--as", "x"),
    ("users", "first-admin"),
    ("ledger", "issue", "--list", "X", "--week", "2026-W47", "--out", "x.pdf", "--as", "x"),
    ("ledger", "verify", __file__),
    ("intake", "receive", __file__, "--list", "X", "--as", "x"),
)


@pytest.fixture
def untouched(tmp_path):
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    app = create_app(Config(secret_key="test", database_url=url, instance=tmp_path))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_database_that_was_never_made_is_named_in_one_line(untouched, command):
    result = untouched.test_cli_runner().invoke(args=command)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "数据库还没有建好" in result.stderr


def test_words_that_are_not_text_are_refused_in_one_line(app):
    result = app.test_cli_runner().invoke(args=["users", "list", "--as", "\udcff"])
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr
