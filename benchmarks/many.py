"""Makes the demonstration's list long: `python -m benchmarks.many COUNT`, for measuring only.

Rows are copied in bulk, past the operations, so nothing of this is in the audit trail.
"""

import sys
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table, func, insert, select, update

from app import create_app
from app.database import Base, db
from app.tasks.models import Task

AT_ONCE = 1000
PARTS = ("task_unit", "measure", "task_event", "progress_report")
Row = dict[str, Any]


def lengthen(wanted: int) -> None:
    """Copy tasks with their links, measures, events and reports, until there are enough."""
    task = Base.metadata.tables["task"]
    models = _rows(task)
    rounds = -(-(wanted - len(models)) // len(models))
    left = wanted - len(models)
    copies = [row for turn in range(1, rounds + 1) for row in _tasks(models, turn)][:left]
    kept = {row["id"] for row in copies}
    reports = {row["id"]: row.pop("latest_report_id") for row in copies}
    _put(task, [row | {"latest_report_id": None} for row in copies])
    for name in PARTS:
        table = Base.metadata.tables[name]
        rows = _rows(table)
        made = (row for turn in range(1, rounds + 1) for row in _parts(rows, turn, len(models)))
        _put(table, [row for row in made if row["task_id"] in kept])
    for key, report in reports.items():
        if report:
            db.session.execute(update(task).where(task.c.id == key).values(latest_report_id=report))


def _rows(table: Table) -> list[Row]:
    return [dict(row._mapping) for row in db.session.execute(select(table))]  # noqa: SLF001  # SQLAlchemy's public name for it


def _tasks(models: list[Row], turn: int) -> Iterator[Row]:
    last_report = db.session.scalar(select(func.max(Base.metadata.tables["progress_report"].c.id)))
    for row in models:
        latest = row["latest_report_id"]
        yield row | {
            "id": row["id"] + turn * len(models),
            "position": row["position"] + turn * len(models),
            "number": f"{row['number']}-{turn}",
            "latest_report_id": latest and latest + turn * (last_report or 0),
        }


def _parts(rows: list[Row], turn: int, tasks: int) -> Iterator[Row]:
    step = max((row["id"] for row in rows), default=0)
    for row in rows:
        yield row | {"id": row["id"] + turn * step, "task_id": row["task_id"] + turn * tasks}


def _put(table: Table, rows: list[Row]) -> None:
    for start in range(0, len(rows), AT_ONCE):
        db.session.execute(insert(table), rows[start : start + AT_ONCE])


def main(wanted: int) -> None:
    with create_app().app_context():
        lengthen(wanted)
        db.session.commit()
        print(db.session.scalar(select(func.count()).select_from(Task)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
