"""Close-out procedures that an office writes, what is said at their steps, acceptance sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

OWNERS = ("applicant", "supervising", "acceptance", "office", "leader", "upper_office")
RESULTS = ("passed", "returned")


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _allow(table: str, column: str, name: str, *words: str) -> None:
    listed = ", ".join(f"'{word}'" for word in words)
    full = op.f(f"ck_{table}_{name}")
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(full, type_="check")
        batch_op.create_check_constraint(full, f"{column} IN ({listed})")


def _add_filled(table: str, columns: dict[str, tuple[object, str]]) -> None:
    """Add columns that may not be empty, filled in the rows that exist."""
    with op.batch_alter_table(table) as batch_op:
        for name, (kind, filling) in columns.items():
            batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=filling))
    with op.batch_alter_table(table) as batch_op:
        for name in columns:
            batch_op.alter_column(name, server_default=None)


def upgrade() -> None:
    _procedures()
    _sessions()
    _records()
    _applications()
    op.create_table(
        "task_criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        _key("task_criterion", "task_id", "task"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_criterion")),
        sa.UniqueConstraint("task_id", "position", name=op.f("uq_task_criterion_task_id_position")),
    )


def _procedures() -> None:
    kinds = _words("workkind", "any", "works", "non_works")
    _add_filled("procedure", {"version": (sa.Integer(), "1"), "kind": (kinds, "any")})
    with op.batch_alter_table("procedure") as batch_op:
        batch_op.add_column(sa.Column("government_id", sa.Integer()))
        batch_op.add_column(sa.Column("published_at", sa.DateTime(timezone=True)))
        batch_op.add_column(sa.Column("published_by", sa.String()))
        name = op.f("fk_procedure_government_id_unit")
        batch_op.create_foreign_key(name, "unit", ["government_id"], ["id"])
        batch_op.create_index(op.f("ix_procedure_government_id"), ["government_id"])
    op.execute("UPDATE procedure SET published_at = CURRENT_TIMESTAMP")
    limits = _words("limitkind", "natural", "working")
    filled = {"limit_kind": (limits, "natural")} | {
        name: (sa.JSON(), "[]") for name in ("cosigners", "materials", "checklist")
    }
    _add_filled("procedure_step", filled)
    with op.batch_alter_table("procedure_step") as batch_op:
        levels = _words("inspectionlevel", "central", "provincial", "city")
        batch_op.add_column(sa.Column("filing_level", levels))
        batch_op.add_column(sa.Column("after_months", sa.Integer()))
        batch_op.add_column(sa.Column("sampled_percent", sa.Integer()))
    with op.batch_alter_table("rectification_list") as batch_op:
        batch_op.add_column(sa.Column("procedure_code", sa.String()))


def _sessions() -> None:
    op.create_table(
        "acceptance_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        _key("acceptance_session", "list_id", "rectification_list"),
        _key("acceptance_session", "recorded_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance_session")),
    )
    op.create_index(op.f("ix_acceptance_session_list_id"), "acceptance_session", ["list_id"])


def _records() -> None:
    texts = {name: (sa.String(), "") for name in ("people", "places")}
    lists = {name: (sa.JSON(), "[]") for name in ("checklist", "sites", "photos")}
    _add_filled("step_record", texts | lists)
    with op.batch_alter_table("step_record") as batch_op:
        batch_op.add_column(sa.Column("signer", _words("stepowner", *OWNERS)))
        batch_op.add_column(sa.Column("session_id", sa.Integer()))
        name = op.f("fk_step_record_session_id_acceptance_session")
        batch_op.create_foreign_key(name, "acceptance_session", ["session_id"], ["id"])
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=True)
    _allow("step_record", "result", "result", *RESULTS, "relapsed")


def _applications() -> None:
    op.add_column("application", sa.Column("look_back_on", sa.Date()))
    op.create_table(
        "application_material",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("evidence_id", sa.Integer()),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "evidence_id IS NOT NULL OR note <> ''",
            name=op.f("ck_application_material_present_or_explained"),
        ),
        _key("application_material", "application_id", "application"),
        _key("application_material", "evidence_id", "evidence"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_material")),
        sa.UniqueConstraint(
            "application_id",
            "position",
            name=op.f("uq_application_material_application_id_position"),
        ),
    )


def downgrade() -> None:
    for table in ("task_criterion", "application_material"):
        op.drop_table(table)
    with op.batch_alter_table("application") as batch_op:
        batch_op.drop_column("look_back_on")
    op.execute("UPDATE step_record SET result = 'passed' WHERE result = 'relapsed'")
    op.execute("DELETE FROM step_record WHERE person_id IS NULL")
    _allow("step_record", "result", "result", *RESULTS)
    _drop_from_records()
    op.drop_table("acceptance_session")
    _drop_from_procedures()


def _drop_from_records() -> None:
    with op.batch_alter_table("step_record") as batch_op:
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=False)
        name = op.f("fk_step_record_session_id_acceptance_session")
        batch_op.drop_constraint(name, type_="foreignkey")
        batch_op.drop_constraint(op.f("ck_step_record_stepowner"), type_="check")
        for column in (
            "session_id", "signer", "people", "places", "checklist", "sites", "photos",
        ):  # fmt: skip
            batch_op.drop_column(column)


def _drop_from_procedures() -> None:
    with op.batch_alter_table("rectification_list") as batch_op:
        batch_op.drop_column("procedure_code")
    with op.batch_alter_table("procedure_step") as batch_op:
        for check in ("limitkind", "inspectionlevel"):
            batch_op.drop_constraint(op.f(f"ck_procedure_step_{check}"), type_="check")
        for column in (
            "limit_kind", "cosigners", "materials", "checklist", "filing_level", "after_months",
            "sampled_percent",
        ):  # fmt: skip
            batch_op.drop_column(column)
    with op.batch_alter_table("procedure") as batch_op:
        batch_op.drop_index(op.f("ix_procedure_government_id"))
        batch_op.drop_constraint(op.f("fk_procedure_government_id_unit"), type_="foreignkey")
        batch_op.drop_constraint(op.f("ck_procedure_workkind"), type_="check")
        for column in ("version", "kind", "government_id", "published_at", "published_by"):
            batch_op.drop_column(column)
