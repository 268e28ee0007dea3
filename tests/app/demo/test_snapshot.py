"""The list as a document reads back as the list; the photos are photos."""

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from app.clock import LOCAL
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_docx, as_text, as_xlsx
from app.demo.snapshot.pictures import PHASES, SCENES, draw
from app.intake.parsing.document import parse_file

DATES = Dates(datetime(2026, 11, 23, 9, 0, tzinfo=LOCAL))


@pytest.fixture(params=[("list.txt", as_text), ("list.docx", as_docx), ("list.xlsx", as_xlsx)])
def parsed(request, tmp_path):
    name, printed = request.param
    file = tmp_path / name
    file.write_bytes(printed(read_city().tasks, DATES))
    return parse_file(file)


def test_the_document_reads_without_a_finding(parsed):
    assert not parsed.findings
    assert len(parsed.items) == 33


def test_the_document_says_what_the_city_says(parsed):
    for task, item in zip(read_city().tasks, parsed.items, strict=True):
        assert (item.number, item.aspect, item.category) == (
            task.number,
            task.aspect,
            task.category,
        )
        assert item.problem == DATES.text(task.problem)
        assert item.target == DATES.text(task.target)
        assert tuple(item.lead_units) == (task.lead,)
        assert tuple(item.responsible_units) == task.responsible
        assert tuple(item.cooperating_units) == task.cooperating
        assert tuple(item.supervising_units) == task.supervising
        assert item.deadline.raw == DATES.deadline(task.deadline)
        assert len(item.measures) == len(task.measures)
        assert not item.needs_review


@pytest.mark.parametrize("scene", SCENES)
def test_each_scene_shows_what_has_changed(scene):
    photos = [draw(scene, phase, "1", "2026.11.20 09:14") for phase in PHASES]
    assert len(set(photos)) == len(PHASES)
    for photo in photos:
        image = Image.open(BytesIO(photo))
        assert (image.format, image.size) == ("JPEG", (1024, 768))
        assert len(photo) <= 120_000


def test_the_same_seed_gives_the_same_photo_and_another_one_another():
    assert draw("lake", "after", "7") == draw("lake", "after", "7")
    assert draw("lake", "after", "7") != draw("lake", "after", "8")
