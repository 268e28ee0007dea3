"""A new database is brought up and given its first person."""

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect

from app.access.roles import Role
from app.accounts.drafts import Visit
from app.accounts.operations import log_in
from app.database import db
from app.maintenance import operations
from app.maintenance.queries import nobody_is_known, revision
from app.wording import Refusal


def test_migrating_twice_is_migrating_once(new_app: Flask) -> None:
    with new_app.app_context():
        for _ in range(2):
            operations.migrate()
            db.session.commit()
        assert "task" in inspect(db.engine).get_table_names()


def test_the_files_numbers_name_the_newest_revision_without_asking_alembic(new_app: Flask) -> None:
    with new_app.app_context():
        newest = ScriptDirectory.from_config(operations.migrations(db.engine)).get_current_head()
        assert revision() is None
        operations.migrate()
        db.session.commit()
        assert revision() == operations.newest_revision() == newest


@pytest.mark.usefixtures("room")
def test_the_first_administrator_can_log_in_and_must_choose_a_password() -> None:
    assert nobody_is_known()
    account = operations.create_first_administrator()
    assert not nobody_is_known()
    assert account.role is Role.SYSTEM_ADMIN
    assert log_in(account.login, account.password, Visit("127.0.0.1"))


@pytest.mark.usefixtures("room")
def test_the_demonstration_is_loaded_only_into_an_empty_register() -> None:
    operations.create_first_administrator()
    with pytest.raises(Refusal, match="只能载入空库"):
        operations.load_demonstration()
