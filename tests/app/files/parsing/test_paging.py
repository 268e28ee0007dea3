"""Pages are drawn in a process of their own; what cannot be drawn is said in words."""

from io import BytesIO

import pytest
from PIL import Image

from app.files.parsing.paging import count_pages, draw_page
from app.wording import Refusal
from tests.factories.pictures import scene


def test_a_page_becomes_a_picture(tmp_path):
    file = tmp_path / "report.pdf"
    scene().save(file, save_all=True, append_images=[scene(seed="2")])
    assert count_pages(file) == 2
    draw_page(file, 2, tmp_path / "page.jpg")
    with Image.open(tmp_path / "page.jpg") as page:
        assert max(page.size) == 1600


def test_a_file_that_cannot_be_drawn_is_refused(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(BytesIO(b"%PDF-1.7 nothing").getvalue())
    with pytest.raises(Refusal, match="下载原件"):
        count_pages(tmp_path / "broken.pdf")
