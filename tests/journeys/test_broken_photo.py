"""Small pictures of whatever was taken in."""

from io import BytesIO

from PIL import Image

from app.files.operations import put, thumbnail


def _photograph() -> bytes:
    drawn = BytesIO()
    Image.effect_noise((600, 400), 80).save(drawn, "JPEG")
    return drawn.getvalue()


def test_a_photo_that_breaks_off_half_way_has_no_small_picture(room):
    whole = _photograph()
    assert thumbnail(put(BytesIO(whole), "whole.jpg")) is not None
    assert thumbnail(put(BytesIO(whole[: len(whole) // 2]), "broken.jpg")) is None
