"""Pictures that show the same view find each other when the later one comes in."""

import pytest

from app.database import db
from app.files.models import PicturePair
from app.files.operations import put
from tests.factories.pictures import brighter, cut, saved, scene, smaller

pytestmark = pytest.mark.usefixtures("room")


def test_a_photo_used_again_is_paired_and_a_like_place_is_not():
    first = put(saved(scene()), "1.jpg")
    like = put(saved(scene(seed="2")), "2.jpg")
    changed = put(saved(cut(brighter(smaller(scene()))), quality=60), "3.jpg")
    assert put(saved(scene()), "again.jpg") is first
    pairs = db.session.query(PicturePair).all()
    assert [(pair.blob_id, pair.other_id) for pair in pairs] == [(changed.id, first.id)]
    assert like.picture is not None
