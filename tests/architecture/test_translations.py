"""The English catalogue says everything that the Chinese interface says."""

import re
import tomllib
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from config import ROOT

ENGLISH = ROOT / "app" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]")
CHINESE = re.compile(r"[\u3001-\u301f\u3400-\u9fff\uff01-\uff5e]")
TO_CHINESE = {"英文"}  # what leads back to Chinese says so in Chinese


@pytest.fixture(scope="module")
def texts() -> set[str]:
    """Every text that the code and the templates mark."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mappings: list[dict[str, Any]] = settings["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        ROOT,
        method_map=[(mapping["pattern"], mapping["method"]) for mapping in mappings],
        options_map={mapping["pattern"]: {"silent": "false"} for mapping in mappings},
        keywords={**DEFAULT_KEYWORDS, "N_": None},
    )
    messages = (message for _, _, message, _, _ in found)
    return {text if isinstance(text, str) else text[0] for text in messages}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def test_the_catalogue_has_its_head_or_it_would_not_be_compiled(catalogue: Catalog) -> None:
    assert not catalogue.fuzzy


def test_every_text_is_translated(texts: set[str], catalogue: Catalog) -> None:
    translated = {_first(message.id) for message in catalogue if _is_done(message)}
    assert sorted(texts - translated) == []


def test_the_catalogue_holds_nothing_that_is_gone(texts: set[str], catalogue: Catalog) -> None:
    assert sorted({_first(message.id) for message in catalogue if message.id} - texts) == []


def test_places_for_values_are_kept(catalogue: Catalog) -> None:
    changed = [
        message.id
        for message in catalogue
        if message.id and _places(_first(message.id)) != _places(_first(message.string))
    ]
    assert changed == []


def test_english_pages_show_no_chinese(catalogue: Catalog) -> None:
    left = [
        message.string
        for message in catalogue
        if message.id and message.id not in TO_CHINESE and CHINESE.search(_first(message.string))
    ]
    assert left == []


def _first(text: Any) -> str:
    return text if isinstance(text, str) else str(text[0])


def _is_done(message: Message) -> bool:
    return bool(_first(message.string)) and not message.fuzzy


def _places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))
