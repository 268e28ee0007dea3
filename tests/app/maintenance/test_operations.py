"""A new database is brought up and given its first person."""

import pytest
from flask import Flask
from sqlalchemy import inspect

from app.access.roles import Role
from app.accounts.drafts import Visit
from app.accounts.operations import log_in
from app.database import db
from app.maintenance import operations
from app.maintenance.queries import nobody_is_known
from app.wording import Refusal


def test_migrating_twice_is_migrating_once(new_app: Flask) -> None:
    with new_app.app_context():
        for _ in range(2):
            operations.migrate()
        assert "task" in inspect(db.engine).get_table_names()


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
