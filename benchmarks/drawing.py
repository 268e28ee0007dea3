"""Draws the newest ledger of the demonstration: `python -m benchmarks.drawing save|draw FILE`."""

import json
import sys
from pathlib import Path

from sqlalchemy import select

from app import create_app
from app.database import db
from app.ledgers.models import LedgerIssue
from benchmarks.timing import timed
from reports import draw
from reports.weekly_ledger.content import WeeklyLedger

TIMES = 10


def save(file: Path) -> None:
    """Write what the newest issue says into a file."""
    with create_app().app_context():
        newest = select(LedgerIssue.content).order_by(LedgerIssue.id.desc()).limit(1)
        file.write_text(json.dumps(db.session.scalar(newest)), encoding="utf-8")


def main(deed: str, file: Path) -> None:
    if deed == "save":
        save(file)
        return
    content = WeeklyLedger.from_json(json.loads(file.read_text(encoding="utf-8")))
    print(json.dumps([timed(lambda: draw(content)) for _ in range(int(deed))]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
