"""Measures, sites, milestones and indicators as tables; what a report knew of them."""

import json
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOVED = ("sites", "indicators")
DONE = frozenset({"completed", "closed"})


def upgrade() -> None:
    op.add_column("task", sa.Column("budget", sa.BigInteger()))
    op.add_column("progress_report", sa.Column("parts", sa.JSON()))
    op.add_column("progress_report", sa.Column("spent", sa.BigInteger()))
    _widen_measure()
    _create_site()
    _create_milestone()
    _create_indicator()
    _move_particulars()
    _name_stages()


def _state() -> sa.Enum:
    return sa.Enum(
        "not_started", "under_way", "done",
        name="partstate", native_enum=False, create_constraint=True, length=32,
    )  # fmt: skip


def _widen_measure() -> None:
    with op.batch_alter_table("measure") as batch_op:
        batch_op.add_column(sa.Column("unit_id", sa.Integer()))
        batch_op.add_column(
            sa.Column("standing", _state(), nullable=False, server_default="not_started")
        )
        batch_op.add_column(sa.Column("finished_on", sa.Date()))
        batch_op.add_column(sa.Column("quantity_done", sa.String(40)))
        batch_op.add_column(sa.Column("quantity_wanted", sa.String(40)))
        batch_op.add_column(sa.Column("quantity_unit", sa.String()))
        batch_op.create_foreign_key(op.f("fk_measure_unit_id_unit"), "unit", ["unit_id"], ["id"])
        batch_op.create_check_constraint(
            op.f("ck_measure_day_only_when_done"), "finished_on IS NULL OR standing = 'done'"
        )
    with op.batch_alter_table("measure") as batch_op:
        batch_op.alter_column("standing", server_default=None)


def _create_site() -> None:
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("problem", sa.String()),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("unit_id", sa.Integer()),
        sa.Column("deadline_wording", sa.String()),
        sa.Column("due_on", sa.Date()),
        sa.Column("said_status", sa.String()),
        sa.Column("remarks", sa.String()),
        sa.Column("standing", _state(), nullable=False),
        sa.Column("finished_on", sa.Date()),
        sa.Column("verified", sa.Boolean()),
        sa.Column("verified_note", sa.String()),
        sa.Column("verified_at", sa.DateTime(timezone=True)),
        sa.Column("verified_by_name", sa.String()),
        sa.Column("latitude", sa.String(40)),
        sa.Column("longitude", sa.String(40)),
        sa.CheckConstraint(
            "finished_on IS NULL OR standing = 'done'", name=op.f("ck_site_day_only_when_done")
        ),
        sa.CheckConstraint(
            "(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_site_both_coordinates")
        ),
        sa.CheckConstraint(
            "(verified IS NULL) = (verified_at IS NULL)", name=op.f("ck_site_verified_at_a_time")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_site_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_site_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("task_id", "position", name=op.f("uq_site_task_id_position")),
    )
    op.create_table(
        "site_photo",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("latitude", sa.String(40)),
        sa.Column("longitude", sa.String(40)),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_site_photo_evidence_id_evidence")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_photo_site_id_site")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_site_photo")),
    )
    op.create_index(op.f("ix_site_photo_site_id"), "site_photo", ["site_id"])


def _create_milestone() -> None:
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("finished_on", sa.Date()),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_milestone_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sa.UniqueConstraint("task_id", "position", name=op.f("uq_milestone_task_id_position")),
    )


def _create_indicator() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("comparison", sa.String(), nullable=False),
        sa.Column("wanted", sa.String(40), nullable=False),
        sa.Column("unit_text", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("wording", sa.String()),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_indicator_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("task_id", "position", name=op.f("uq_indicator_task_id_position")),
    )
    op.create_table(
        "indicator_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_by_id", sa.Integer()),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"],
            name=op.f("fk_indicator_value_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["progress_report.id"],
            name=op.f("fk_indicator_value_report_id_progress_report"),
        ),
        sa.ForeignKeyConstraint(
            ["reported_by_id"], ["person.id"],
            name=op.f("fk_indicator_value_reported_by_id_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
    )  # fmt: skip
    for column in ("indicator_id", "report_id"):
        op.create_index(op.f(f"ix_indicator_value_{column}"), "indicator_value", [column])


TASK = sa.table(
    "task", sa.column("id", sa.Integer), sa.column("particulars", sa.JSON),
    sa.column("stages", sa.JSON),
)  # fmt: skip
SITE = sa.table(
    "site",
    *(sa.column(name, sa.Integer) for name in ("id", "task_id", "position")),
    *(
        sa.column(name, sa.String)
        for name in ("number", "name", "problem", "deadline_wording", "said_status", "remarks")
    ),
    sa.column("units", sa.JSON), sa.column("due_on", sa.String), sa.column("standing", sa.String),
)  # fmt: skip
INDICATOR = sa.table(
    "indicator",
    *(sa.column(name, sa.Integer) for name in ("id", "task_id", "position")),
    *(
        sa.column(name, sa.String)
        for name in ("name", "comparison", "wanted", "unit_text", "due_on", "wording")
    ),
)
MILESTONE = sa.table(
    "milestone", *(sa.column(name, sa.Integer) for name in ("task_id", "position")),
    sa.column("name", sa.String), sa.column("due_on", sa.String),
)  # fmt: skip


def _day(column: Any) -> Any:
    """SQLite keeps days as text; PostgreSQL wants to be told."""
    return sa.cast(column, sa.Date) if op.get_bind().dialect.name == "postgresql" else column


def _move_particulars() -> None:
    bind = op.get_bind()
    kept = sa.select(TASK.c.id, TASK.c.particulars).where(TASK.c.particulars.is_not(None))
    for task_id, kept_said in bind.execute(kept).all():
        said = json.loads(kept_said) if isinstance(kept_said, str) else kept_said
        if not said or not any(name in said for name in MOVED):
            continue
        for position, site in enumerate(said.get("sites", ()), start=1):
            _insert(SITE, task_id, position, _site(site))
        for position, indicator in enumerate(said.get("indicators", ()), start=1):
            _insert(INDICATOR, task_id, position, _indicator(indicator))
        rest = {name: value for name, value in said.items() if name not in MOVED}
        bind.execute(sa.update(TASK).where(TASK.c.id == task_id).values(particulars=rest))


def _insert(table: Any, task_id: int, position: int, values: dict[str, Any]) -> None:
    due_on = values.pop("due_on", None)
    values["due_on"] = _day(sa.literal(due_on, sa.String)) if due_on else sa.null()
    op.execute(sa.insert(table).values(task_id=task_id, position=position, **values))


def _site(said: dict[str, Any]) -> dict[str, Any]:
    deadline, status = said.get("deadline") or {}, said.get("status")
    begun = "done" if status in DONE else "under_way" if status else "not_started"
    return {
        "number": said.get("number"), "name": said["name"], "problem": said.get("requirement"),
        "units": list(said.get("units") or ()), "deadline_wording": deadline.get("raw"),
        "due_on": deadline.get("due_on"), "said_status": status,
        "remarks": said.get("remarks"),
        "standing": "not_started" if status == "not_started" else begun,
    }  # fmt: skip


def _indicator(said: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": said["name"], "comparison": said["comparison"],
        "wanted": f"{Decimal(str(said['value'])):f}", "unit_text": said["unit"],
        "due_on": said.get("due_on"), "wording": said.get("text"),
    }  # fmt: skip


def _name_stages() -> None:
    bind = op.get_bind()
    for task_id, stages in bind.execute(sa.select(TASK.c.id, TASK.c.stages)).all():
        days = json.loads(stages) if isinstance(stages, str) else stages
        for position, day in enumerate(days or (), start=1):
            _insert(MILESTONE, task_id, position, {"name": f"第{position}阶段", "due_on": day})


def downgrade() -> None:
    _put_particulars_back()
    for table in ("indicator_value", "indicator", "milestone", "site_photo", "site"):
        op.drop_table(table)
    with op.batch_alter_table("measure") as batch_op:
        batch_op.drop_constraint(op.f("fk_measure_unit_id_unit"), type_="foreignkey")
        batch_op.drop_constraint(op.f("ck_measure_day_only_when_done"), type_="check")
        batch_op.drop_constraint(op.f("ck_measure_partstate"), type_="check")
        for column in (
            "unit_id", "standing", "finished_on", "quantity_done", "quantity_wanted", "quantity_unit",
        ):  # fmt: skip
            batch_op.drop_column(column)
    with op.batch_alter_table("progress_report") as batch_op:
        batch_op.drop_column("spent")
        batch_op.drop_column("parts")
    with op.batch_alter_table("task") as batch_op:
        batch_op.drop_column("budget")


def _put_particulars_back() -> None:
    bind = op.get_bind()
    said: dict[int, dict[str, list[Any]]] = {}
    for row in bind.execute(sa.text("SELECT * FROM site ORDER BY task_id, position")).mappings():
        said.setdefault(row["task_id"], {}).setdefault("sites", []).append(_site_said(row))
    found = bind.execute(sa.text("SELECT * FROM indicator ORDER BY task_id, position"))
    for row in found.mappings():
        value = {
            "name": row["name"], "comparison": row["comparison"], "value": float(row["wanted"]),
            "unit": row["unit_text"], "due_on": _text(row["due_on"]), "text": row["wording"],
        }  # fmt: skip
        said.setdefault(row["task_id"], {}).setdefault("indicators", []).append(value)
    for task_id, parts in said.items():
        kept = bind.execute(sa.select(TASK.c.particulars).where(TASK.c.id == task_id)).scalar()
        both = {**(kept or {}), **parts}
        bind.execute(sa.update(TASK).where(TASK.c.id == task_id).values(particulars=both))


def _site_said(row: Any) -> dict[str, Any]:
    units = row["units"]
    deadline = {"raw": row["deadline_wording"], "due_on": _text(row["due_on"])}
    return {
        "name": row["name"], "requirement": row["problem"], "number": row["number"],
        "units": json.loads(units) if isinstance(units, str) else units,
        "deadline": deadline if row["deadline_wording"] else None,
        "status": row["said_status"], "remarks": row["remarks"],
    }  # fmt: skip


def _text(day: Any) -> str | None:
    return str(day) if day else None
