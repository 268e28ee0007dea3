"""Keeps a small database of the present state: later migrations are tried on its data.

`python -m tests.migrations.keeping`, once at the end of an issue, writes states/REVISION.json.gz.
"""

import base64
import gzip
import json
import tempfile
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
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
from app.intake import operations as intake
from app.intake.models import IntakeDocument
from app.intake.operations import cases, revision
from app.intake.vocabulary import Decision
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
SHEET = (
    "清江市整改进展情况表\n"
    "序号\t方面\t问题\t责任单位\t督导单位\t整改时限\t责任人\t进展情况\t完成比例\t预警灯\n"
    "11\t水环境方面\t老城区管网混接\t清江市水务局\t清江市住建局\t2027年6月底前\t"
    "清江市水务局 吴某某\t已改造12处\t60%\t黄灯\n"
    "12\t水环境方面\t污泥处置不规范\t清江市水务局\t清江市住建局\t2026年底前\t"
    "清江市水务局 王某某\t已停用\t80%\t绿灯\n"
)
WAITING = "整改清单\n99.河道垃圾堆积。\n责任单位:市渔政局\n整改时限:2027年5月前\n"
CASES = (
    "受理编号\t行政区域\t反映问题\t污染类型\t调查核实情况\t是否属实\t处理和整改情况\n"
    "D1001\t北城区\t某厂夜间噪声扰民\t噪声\t经查属实\t属实\t责令整改\n"
)
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=clock.LOCAL)


def kept_config(url: str, instance: Path) -> Config:
    """Everything that was sealed is sealed with this key."""
    return Config("kept", url, instance, given_data_key="7e" * 32)


def keep() -> Path:
    """Tell a small story to a migrated database and write down every row and every file."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        url = f"sqlite:///{instance / 'kept.db'}"
        engine = create_engine(url)
        command.upgrade(migrations(engine), "head")
        app = create_app(kept_config(url, instance))
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
        _take_in(city)
    with clock.set_to(period.cutoff_at + timedelta(hours=1)):
        issue = ledgers.prepare(city.list, period.last_day, city.office)
        ledgers.review(issue, city.office)
        ledgers.issue(issue, city.office)


def _take_in(city: City) -> None:
    """A list, its revised edition, one that was undone, one in review, and petition cases."""
    first = _received(city, SHEET, "清单.txt")
    intake.correct_field(first.rows[0], "target", "全部改造", city.office)
    intake.confirm(first, city.office)
    second = _received(city, SHEET.replace("2027年6月底前", "2027年9月底前"), "修订版.txt")
    revision.accept_unchallenged(second, city.office)
    revision.keep_unlisted(second, city.office)
    intake.confirm(second, city.office)
    third = _received(city, SHEET.replace("11\t", "21\t").replace("混接", "破损"), "补充.txt")
    for one in revision.revision_of(third).compared:
        if one.match.is_open:
            chosen = revision.Answers({str(one.match.row.id): 0})
            revision.answer(third, chosen, city.office)
    intake.abandon(third, city.office)
    _received(city, WAITING, "待核对.txt")
    listed = _received(city, CASES, "第1批.txt")
    for row in listed.cases:
        cases.decide_case(row, Decision.ACCEPTED, city.office)
    cases.confirm_cases(listed, city.office)


def _received(city: City, text: str, filename: str) -> IntakeDocument:
    return intake.receive(BytesIO(text.encode()), filename, city.list, city.office)


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
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
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
        elif kind in (bool, bytes):
            typed[column.name] = bool(value) if kind is bool else base64.b64decode(value)
    return typed


def _has_zone(column: Any) -> bool:
    return bool(getattr(column.type, "timezone", False))


if __name__ == "__main__":
    print(keep())  # noqa: T201  # a command
