"""Keeps a small database of the present state: later migrations are tried on its data.

`python -m tests.migrations.keeping`, once at the end of an issue, writes states/REVISION.json.gz.
"""

import base64
import gzip
import json
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, create_engine, insert, select, text

from app import clock, create_app
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.files.operations import put
from app.ledgers import operations as ledgers
from app.maintenance.operations import migrations
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.vocabulary import Pace
from config import Config
from tests.factories.city import City, picture, small_city

STATES = Path(__file__).parent / "states"
WITHOUT_ORDER = {
    "sqlite": "PRAGMA defer_foreign_keys=ON",
    "postgresql": "SET session_replication_role=replica",
}
"""Tasks and reports point to each other: rows come in any order, and are checked at the end."""
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=clock.LOCAL)


def keep() -> Path:
    """Tell a small story to a migrated database and write down every row and every file."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        url = f"sqlite:///{instance / 'kept.db'}"
        engine = create_engine(url)
        command.upgrade(migrations(engine), "head")
        app = create_app(Config(secret_key="kept", database_url=url, instance=instance))
        with app.app_context():
            _tell(small_city)
            db.session.commit()
        revision = ScriptDirectory.from_config(migrations(engine)).get_current_head()
        file = STATES / f"{revision}.json.gz"
        kept = {"rows": _rows(engine), "files": _files(instance)}
        file.write_bytes(gzip.compress(json.dumps(kept, ensure_ascii=False).encode(), mtime=0))
        engine.dispose()
    return file


def _tell(found: Any) -> None:
    with clock.set_to(WEDNESDAY):
        city: City = found()
        closed, returned = city.task("1"), city.task("2")
        for task in (closed, returned):
            tasks.sign(task, city.worker)
            tasks.report_progress(task, ReportDraft("做完。", 100, Pace.ON_SCHEDULE), city.worker)
            closeout.apply(task, "全部措施完成，达到目标。", city.worker)
        blob = put(picture(), "现场.png")
        tasks.attach_evidence(closed, blob, "现场.png", None, city.worker)
        seen = Finding("已看现场。", clock.today())
        closeout.verify(closed, seen, city.checker)
        closeout.accept(closed, seen, city.checker)
        closeout.close(closed, seen, city.office)
        closeout.give_back(returned, seen, city.checker)
        period = closed.latest_report.period
        tasks.open_task(city.list, city.draft("3"), city.office)
    with clock.set_to(period.cutoff_at + timedelta(hours=1)):
        issue = ledgers.prepare(city.list, period.last_day, city.office)
        ledgers.review(issue, city.office)
        ledgers.issue(issue, city.office)


def _rows(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: [
                {key: _plain(value) for key, value in row._mapping.items()}  # noqa: SLF001  # SQLAlchemy's public name
                for row in connection.execute(select(table))
            ]
            for table in metadata.tables.values()
            if table.name != "alembic_version"
        }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _files(instance: Path) -> dict[str, str]:
    kept = [*(instance / "files").rglob("*"), instance / "audit.head"]
    return {
        str(file.relative_to(instance)): base64.b64encode(file.read_bytes()).decode()
        for file in kept
        if file.is_file()
    }


def restore(state: Path, engine: Engine, instance: Path) -> None:
    """Put a kept state into a database that has been migrated to its revision."""
    kept = json.loads(gzip.decompress(state.read_bytes()))
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        connection.execute(text(WITHOUT_ORDER[engine.dialect.name]))
        connection.execute(metadata.tables["audit_head"].delete())
        for name, rows in kept["rows"].items():
            table = metadata.tables[name]
            if rows:
                connection.execute(insert(table), [_typed(table, row) for row in rows])
        connection.commit()
    for name, content in kept["files"].items():
        file = instance / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(content))


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Turn texts back into dates and moments; moments are kept in UTC."""
    typed = dict(row)
    for column in table.columns:
        value = row.get(column.name)
        kind = column.type.python_type if value is not None else None
        if kind is date:
            typed[column.name] = date.fromisoformat(value)
        elif kind is datetime:
            moment = datetime.fromisoformat(value)
            typed[column.name] = moment.replace(tzinfo=UTC) if _has_zone(column) else moment
        elif kind is bool:
            typed[column.name] = bool(value)
    return typed


def _has_zone(column: Any) -> bool:
    return bool(getattr(column.type, "timezone", False))


if __name__ == "__main__":
    print(keep())  # noqa: T201  # a command
