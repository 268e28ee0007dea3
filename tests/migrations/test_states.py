"""Every state that was kept at the end of an issue is upgraded with its data, and still proves."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select

from app import create_app
from app.audit.queries import first_break
from app.database import db
from app.files.operations import open_blob
from app.inspections.queries import list_with_code
from app.intake.models import IntakeDocument
from app.ledgers.queries import compare, issues_of
from app.petitions.models import PetitionCase
from app.tasks.operations.moving import PROJECTED
from app.tasks.queries import events_of, tasks_of_list
from app.vault.operations import unseal_json
from tests.migrations.keeping import STATES, kept_config, restore


@pytest.mark.parametrize("state", sorted(STATES.glob("*.json.gz")), ids=lambda path: path.name[:4])
def test_a_kept_state_is_upgraded_and_still_proves(state, alembic, engine, tmp_path):
    command.upgrade(alembic, state.name[:4])
    restore(state, engine, tmp_path)
    command.upgrade(alembic, "head")
    url = engine.url.render_as_string(hide_password=False)
    app = create_app(kept_config(url, Path(tmp_path)))
    with app.app_context():
        assert first_break() is None
        shown = list_with_code("C2")
        for task in tasks_of_list(shown.id):
            last = events_of(task.id)[0]
            assert [getattr(task, key) for key in PROJECTED] == [
                getattr(last, key) for key in PROJECTED
            ]
        (issue,) = issues_of(shown.id)
        with open_blob(issue.pdf) as file:
            assert compare(file.read()).agrees
        for document in db.session.scalars(select(IntakeDocument)):
            with open_blob(document.blob) as file:
                assert file.read()
        for case in db.session.scalars(select(PetitionCase)):
            assert unseal_json(case.sealed, case.place)
        db.session.rollback()
        db.engine.dispose()


def test_the_present_state_is_kept():
    assert list(STATES.glob("*.json.gz")), "run: python -m tests.migrations.keeping"
