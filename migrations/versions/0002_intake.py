"""Petition cases, staged and stored, their texts sealed; who may read them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ROLES = (
    "office", "unit", "supervisor", "leader", "auditor", "system_admin", "security_admin",
    "audit_admin",
)  # fmt: skip

EVENTS = (
    "opened", "handed_over", "signed", "corrected", "amended", "unlisted", "progress", "evidence",
    "applied", "verified", "accepted", "returned", "closed",
)  # fmt: skip
NEW_EVENTS = frozenset({"amended", "unlisted"})


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _allow_roles(*roles: str) -> None:
    listed = ", ".join(f"'{role}'" for role in roles)
    name = op.f("ck_assignment_role")
    with op.batch_alter_table("assignment") as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, f"role IN ({listed})")


def _allow_events(*kinds: str) -> None:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    name = op.f("ck_task_event_eventkind")
    with op.batch_alter_table("task_event") as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, f"kind IN ({listed})")


def upgrade() -> None:
    _allow_roles(*ROLES, "petition_clerk")
    _create_petition_case()
    op.add_column("intake_document", sa.Column("sealed", sa.LargeBinary()))
    _create_intake_case()
    op.add_column("task", sa.Column("particulars", sa.JSON()))
    _allow_events(*EVENTS)
    op.add_column("intake_document", sa.Column("revision", sa.JSON()))
    op.add_column("intake_document", sa.Column("digest", sa.String(64)))
    op.create_index(op.f("ix_intake_document_digest"), "intake_document", ["digest"])
    _create_review()


def _create_petition_case() -> None:
    op.create_table(
        "petition_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String()),
        sa.Column("sequence", sa.String()),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("channel", _words("channel", "call", "letter", "wechat", "other")),
        sa.Column("batch_number", sa.Integer()),
        sa.Column("batch_on", sa.Date()),
        sa.Column("district", sa.String()),
        sa.Column("pollution_types", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("substantiated", _words("verdict", "yes", "largely", "partly", "no")),
        sa.Column(
            "status",
            _words("casestatus", "in_progress", "phase_concluded", "concluded", "closed"),
        ),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("repeats", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number <> ''", name=op.f("ck_petition_case_number_says_something")),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name=op.f("fk_petition_case_inspection_id_inspection"),
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_petition_case_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_case")),
        sa.UniqueConstraint(
            "inspection_id", "number", name=op.f("uq_petition_case_inspection_id_number")
        ),
        sa.UniqueConstraint("token", name=op.f("uq_petition_case_token")),
    )
    op.create_index(op.f("ix_petition_case_list_id"), "petition_case", ["list_id"])


def _create_intake_case() -> None:
    op.create_table(
        "intake_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("is_doubtful", sa.Boolean(), nullable=False),
        sa.Column("decision", _words("decision", "open", "accepted", "dropped"), nullable=False),
        sa.Column("case_id", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["case_id"], ["petition_case.id"], name=op.f("fk_intake_case_case_id_petition_case")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["intake_document.id"],
            name=op.f("fk_intake_case_document_id_intake_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_case")),
        sa.UniqueConstraint(
            "document_id", "position", name=op.f("uq_intake_case_document_id_position")
        ),
    )
    op.create_index(op.f("ix_intake_case_case_id"), "intake_case", ["case_id"])


def _create_review() -> None:
    op.add_column("intake_row", sa.Column("asked", sa.JSON()))
    op.create_table(
        "intake_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["intake_document.id"],
            name=op.f("fk_intake_step_document_id_intake_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_step")),
    )
    op.create_index(op.f("ix_intake_step_document_id"), "intake_step", ["document_id"])
    op.create_table(
        "remembered_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(200), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("remembered_by", sa.String(), nullable=False),
        sa.Column("remembered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_remembered_name_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_name")),
        sa.UniqueConstraint("area", "name", name=op.f("uq_remembered_name_area_name")),
    )
    op.create_index(op.f("ix_remembered_name_unit_id"), "remembered_name", ["unit_id"])
    _ask_again()
    with op.batch_alter_table("intake_row") as batch_op:
        batch_op.alter_column("asked", existing_type=sa.JSON(), nullable=False)


def _ask_again() -> None:
    """Rows that wait for review tell what they ask; each doubt by its code is enough for that."""
    row = sa.table(
        "intake_row", sa.column("id"), sa.column("fields", sa.JSON()), sa.column("asked", sa.JSON())
    )
    connection = op.get_bind()
    for key, fields in connection.execute(sa.select(row.c.id, row.c.fields)).all():
        codes = [doubt["code"] for field in fields.values() for doubt in field["doubts"]]
        connection.execute(row.update().where(row.c.id == key).values(asked=codes))


def downgrade() -> None:
    op.drop_index(op.f("ix_intake_document_digest"), "intake_document")
    op.drop_column("intake_document", "digest")
    op.drop_column("intake_document", "revision")
    op.execute("UPDATE task_event SET kind = 'corrected' WHERE kind IN ('amended', 'unlisted')")
    _allow_events(*(kind for kind in EVENTS if kind not in NEW_EVENTS))
    op.drop_column("task", "particulars")
    op.drop_table("remembered_name")
    op.drop_table("intake_step")
    op.drop_column("intake_row", "asked")
    op.drop_table("intake_case")
    op.drop_column("intake_document", "sealed")
    op.drop_table("petition_case")
    op.execute("DELETE FROM assignment WHERE role = 'petition_clerk'")
    _allow_roles(*ROLES)
