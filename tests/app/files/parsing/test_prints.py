"""Prints stay near each other when a photo is changed, and an index finds them by their words."""

from app.files.parsing.prints import CLOSE, around, distance, prints, whole, words
from tests.factories.pictures import brighter, cut, scene, smaller


def test_a_print_survives_what_is_usually_done_to_a_photo():
    ours = prints(scene())
    for change in (brighter, smaller, cut):
        theirs = prints(change(scene()))
        near = min(distance(theirs[0], one) for one in ours)
        assert near <= CLOSE, change
    assert distance(ours[0], prints(scene("landfill"))[0]) > CLOSE


def test_a_print_is_cut_into_words_and_joined_again():
    number = prints(scene())[0]
    assert whole(words(number)) == number
    assert len(around(0, 2)) == 1 + 16 + 120
