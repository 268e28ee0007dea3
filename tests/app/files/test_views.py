"""Stored files go out under their names, privately."""

from io import BytesIO

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound

from app.files.operations import put
from app.files.views import send_blob, send_thumbnail
from tests.app.files.parsing.test_contents import document, picture


def test_a_picture_opens_in_place_and_a_document_is_downloaded(app: Flask) -> None:
    with (
        app.test_request_context(),
        send_blob(put(BytesIO(picture("PNG")), "甲.png"), "甲.png") as seen,
        send_blob(put(BytesIO(document()), "乙.docx"), "乙.docx") as taken,
    ):
        pass
    assert seen.headers["Content-Disposition"].startswith("inline")
    assert taken.headers["Content-Disposition"].startswith("attachment")
    assert "%E4%B9%99.docx" in taken.headers["Content-Disposition"]
    assert seen.headers["X-Content-Type-Options"] == "nosniff"
    assert seen.cache_control.private


def test_only_pictures_have_a_small_one(app: Flask) -> None:
    with app.test_request_context():
        with send_thumbnail(put(BytesIO(picture("PNG")), "甲.png")) as small:
            assert small.mimetype == "image/jpeg"
        with pytest.raises(NotFound):
            send_thumbnail(put(BytesIO(document()), "乙.docx"))
