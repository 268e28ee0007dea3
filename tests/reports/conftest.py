"""Drawing a ledger and reading it back."""

from collections.abc import Callable
from io import BytesIO
from os import environ
from pathlib import Path

import pytest
from pypdf import PdfReader

from reports import draw
from reports.fonts import FOLDER
from reports.weekly_ledger.content import WeeklyLedger

Reader = Callable[[WeeklyLedger], PdfReader]


@pytest.fixture(scope="session")
def folder() -> Path:
    return Path(environ.get("FONT_FOLDER") or FOLDER)


@pytest.fixture
def read(folder: Path) -> Reader:
    """Draw a ledger and read it back."""
    return lambda ledger: PdfReader(BytesIO(draw(ledger, folder)))
