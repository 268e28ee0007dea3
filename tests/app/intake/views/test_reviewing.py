"""The review page of a long list: what it reads of the database, and how much it sends."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import Engine, event

from app.accounts.queries import person_with_login
from app.clock import today
from app.database import db
from app.inspections.queries import list_with_code
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.queries import row_outlines
from tests.app.intake.conftest import Enter
from tests.app.intake.papers import long_plan

ROWS = 300
ENOUGH_QUERIES, ENOUGH_BYTES = 38, 40_000


@pytest.fixture
def asked() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection, _cursor, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


def received(app: Flask, count: int) -> int:
    with app.app_context():
        person, subject = person_with_login("office"), list_with_code("C2")
        assert person is not None
        assert subject is not None
        actor = person.actor(today(), "")
        text = long_plan(count, doubtful=count // 10)
        document = operations.receive(BytesIO(text.encode()), f"{count}.txt", subject, actor)
        db.session.commit()
        return document.id


def fields_read(asked: list[str]) -> int:
    return sum("intake_row.fields" in statement for statement in asked)


def test_a_page_of_300_rows_reads_one_of_them(app: Flask, enter: Enter, asked: list[str]) -> None:
    client = enter("office")
    few, many = received(app, 30), received(app, ROWS)
    client.get(f"/intake/{few}")  # what is kept from the first request on
    counts, sizes = [], []
    for import_id in (few, many):
        for address in (f"/intake/{import_id}", f"/intake/{import_id}?show=all&row=2"):
            asked.clear()
            sizes.append(len(client.get(address).data))
            counts.append(len(asked))
            assert fields_read(asked) == 1
    assert counts[2:] == counts[:2]
    assert max(counts) <= ENOUGH_QUERIES
    assert max(sizes) <= ENOUGH_BYTES
    assert max(sizes[2:]) - max(sizes[:2]) < 2_000


def test_a_doubt_of_300_rows_is_settled_without_reading_the_others(
    app: Flask, enter: Enter, asked: list[str]
) -> None:
    client = enter("office")
    import_id = received(app, ROWS)
    with app.app_context():
        row = next(row for row in row_outlines(import_id) if row.number == "3")
    asked.clear()
    sent = {"field": "deadline", "about": "", "chosen": "0"}
    assert client.post(f"/intake/rows/{row.id}/settle", data=sent).status_code == 302
    assert len(asked) <= ENOUGH_QUERIES
    assert not any("intake_document.lines" in statement for statement in asked)
    with app.app_context():
        document = db.session.get_one(IntakeDocument, import_id)
        assert sum(row.doubts for row in row_outlines(document.id)) == ROWS // 10 - 1
