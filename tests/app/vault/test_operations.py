"""What is sealed opens at its own place with its own key, and nowhere else."""

from dataclasses import replace

import pytest
from flask import Flask

from app.extensions import settings
from app.vault.operations import Unopenable, key_id, seal, seal_json, unseal, unseal_json

PLACE = "intake_document:1:content"


@pytest.fixture(autouse=True)
def _room(room: None) -> None:
    """Sealing asks the application for its key."""


def test_what_was_sealed_opens_at_its_place() -> None:
    assert unseal(seal("举报人".encode(), PLACE), PLACE) == "举报人".encode()
    assert unseal_json(seal_json({"名": [1, None]}, PLACE), PLACE) == {"名": [1, None]}


def test_nothing_of_the_content_shows_and_no_two_are_equal() -> None:
    first, second = seal(b"13800000000", PLACE), seal(b"13800000000", PLACE)
    assert b"13800000000" not in first
    assert first != second
    assert first[1:5].hex() == key_id()


def test_it_does_not_open_at_another_place() -> None:
    with pytest.raises(Unopenable, match="移位"):
        unseal(seal(b"text", PLACE), "intake_document:2:content")


@pytest.mark.parametrize("position", [5, 17, -1])
def test_an_altered_value_does_not_open(position: int) -> None:
    sealed = bytearray(seal(b"text", PLACE))
    sealed[position] ^= 1
    with pytest.raises(Unopenable):
        unseal(bytes(sealed), PLACE)


def test_another_key_does_not_open_it_and_says_so(app: Flask) -> None:
    sealed = seal(b"text", PLACE)
    app.config["ZHENGGAI"] = replace(settings(), given_data_key="ab" * 32)
    with pytest.raises(Unopenable, match="另一把密钥"):
        unseal(sealed, PLACE)


def test_a_key_is_made_once_and_only_its_owner_reads_it(app: Flask) -> None:
    first = settings().data_key
    assert len(first) == 32
    assert settings().data_key == first
    kept = app.config["ZHENGGAI"].instance / "data.key"
    assert kept.stat().st_mode & 0o777 == 0o600
