"""What a file tells of a photo: the time and place of the exposure, or nothing."""

from datetime import datetime

import pytest
from PIL import ExifTags, Image

from app.clock import LOCAL
from app.files.parsing.likeness import SAME, likeness
from app.files.parsing.pictures import facts_of
from tests.factories.pictures import brighter, cut, saved, scene, smaller

NOON = datetime(2026, 9, 28, 12, 30, tzinfo=LOCAL)


def _facts(tmp_path, stream):
    file = tmp_path / "photo.jpg"
    file.write_bytes(stream.getvalue())
    return facts_of(file)


def test_a_photo_tells_when_and_where_it_was_taken(tmp_path):
    facts = _facts(tmp_path, saved(scene(), NOON, (43.8861, 125.3245)))
    assert facts.taken_at == NOON
    assert (facts.latitude, facts.longitude) == pytest.approx((43.8861, 125.3245), abs=1e-4)
    assert (facts.width, facts.height) == (1024, 768)


def test_a_photo_that_tells_nothing_is_not_guessed_at(tmp_path):
    facts = _facts(tmp_path, saved(scene()))
    assert (facts.taken_at, facts.latitude, facts.longitude) == (None, None, None)


def test_nonsense_in_a_file_is_no_fact(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "0000:00:00 00:00:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (95.0, 0.0, 0.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLongitude] = (20.0, 0.0, 0.0)
    scene().save(tmp_path / "a.jpg", exif=exif)
    facts = facts_of(tmp_path / "a.jpg")
    assert (facts.taken_at, facts.latitude) == (None, None)


def test_half_a_file_tells_nothing(tmp_path):
    whole = saved(scene()).getvalue()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 3])
    assert facts_of(tmp_path / "half.jpg") is None


@pytest.mark.parametrize("change", [brighter, cut, smaller])
def test_a_changed_photo_shows_the_same_view_and_another_place_does_not(change):
    assert likeness(scene(), change(scene())) >= SAME
    assert likeness(scene(), scene(seed="2")) < SAME
