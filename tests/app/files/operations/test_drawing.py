"""Copies for publication say nothing but what they show; pages are drawn once."""

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from app.clock import LOCAL
from app.files.operations import open_blob, page_picture, pages_of, public_copy, put
from app.wording import Refusal
from tests.app.files.parsing.test_contents import document, pdf
from tests.factories.pictures import saved, scene

pytestmark = pytest.mark.usefixtures("room")


def test_a_public_copy_carries_no_time_and_no_place():
    taken = datetime(2026, 9, 28, 12, tzinfo=LOCAL)
    original = put(saved(scene(), taken, (43.9, 125.3)), "现场.jpg")
    copy = public_copy(original)
    assert copy.id != original.id
    assert original.picture.taken_at == taken
    with open_blob(copy) as stream, Image.open(stream) as shown:
        assert not shown.getexif()
        assert not {"exif", "comment", "icc_profile"} & shown.info.keys()
    with open_blob(original) as stream, Image.open(stream) as kept:
        assert kept.getexif()


def test_only_pictures_are_published():
    with pytest.raises(Refusal, match="只能是图片"):
        public_copy(put(BytesIO(document()), "名单.docx"))


def test_a_pdf_is_shown_page_by_page_and_drawn_once():
    blob = put(BytesIO(pdf()), "报告.pdf")
    assert pages_of(blob) == 1
    drawn = page_picture(blob, 1)
    assert page_picture(blob, 1) == drawn
    assert page_picture(blob, 2) is None
    assert pages_of(put(BytesIO(document()), "报告.docx")) == 0
