"""Hostile files at the upload page and in the worker: a sentence each, and the server goes on."""

from io import BytesIO

import pytest
from flask import Flask

from app.accounts.models import Person
from app.database import db
from app.inspections.queries import list_with_code
from app.intake.models import IntakeDocument
from app.intake.operations import receiving
from app.jobs.commands import work_once
from tests.app.intake import hostile
from tests.app.intake.conftest import Enter
from tests.app.intake.papers import PLAN

NAMES = ("one member of a high ratio", "laughs in docx", "locked pdf", "picture")


def sent(app: Flask, content: bytes) -> dict[str, object]:
    with app.app_context():
        subject = list_with_code("C2")
        assert subject is not None
        return {"list": str(subject.id), "file": (BytesIO(content), "清单.docx"), "year": ""}


def test_the_upload_page_says_why_and_goes_on(app: Flask, enter: Enter) -> None:
    client = enter("office")
    for name in NAMES:
        answer = client.post("/intake/new", data=sent(app, hostile.FILES[name]()))
        assert answer.status_code == 422
        page = answer.get_data(as_text=True)
        assert "“清单.docx”没有收下" in page
        assert hostile.SAID[name] in page
    assert client.post("/intake/new", data=sent(app, PLAN.encode())).status_code == 302


def test_the_worker_shows_the_import_as_failed_and_goes_on(
    app: Flask, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGE", 10)
    client = enter("office")
    for name in NAMES:
        here = client.post("/intake/new", data=sent(app, hostile.FILES[name]())).location
        with app.app_context():
            assert work_once("test")
        page = client.get(here).get_data(as_text=True)
        assert "没有读成" in page
        assert hostile.SAID[name] in page
    with app.app_context():
        assert db.session.query(IntakeDocument).count() == len(NAMES)


def test_what_nobody_has_read_yet_is_sent_to_who_brought_it_alone(
    app: Flask, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGE", 10)
    client = enter("office")
    here = client.post("/intake/new", data=sent(app, PLAN.encode())).location
    assert client.get(f"{here}/source").status_code == 200
    with app.app_context():
        document = db.session.query(IntakeDocument).one()
        document.uploaded_by_id = next(
            key for (key,) in db.session.query(Person.id) if key != document.uploaded_by_id
        )
        db.session.commit()
    assert client.get(f"{here}/source").status_code == 404
