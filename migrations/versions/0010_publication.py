"""Publicities as they were frozen, their photographs; objections, and apart from them who objected."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    _create_publicity()
    _create_public_photo()
    _create_objection()
    _create_sealed()
    op.create_table(
        "objection_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address_hash", sa.String(64), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_attempt")),
    )
    op.create_index(
        op.f("ix_objection_attempt_address_hash_tried_at"),
        "objection_attempt",
        ["address_hash", "tried_at"],
    )


def _create_publicity() -> None:
    op.create_table(
        "publicity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(32), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("kind", _words("daycount", "days", "working_days"), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.Column("opened_by_name", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.Column("ended_by_id", sa.Integer()),
        sa.CheckConstraint("length >= 1", name=op.f("ck_publicity_length_counts_days")),
        sa.CheckConstraint(
            "(ended_on IS NULL) = (ended_by_id IS NULL)",
            name=op.f("ck_publicity_ended_by_somebody"),
        ),
        _to("publicity", "task_id", "task"),
        _to("publicity", "application_id", "application"),
        _to("publicity", "paper_id", "blob"),
        _to("publicity", "document_id", "blob"),
        _to("publicity", "opened_by_id", "person"),
        _to("publicity", "ended_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publicity")),
        sa.UniqueConstraint("application_id", name=op.f("uq_publicity_application_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_publicity_public_id")),
    )
    op.create_index(op.f("ix_publicity_task_id"), "publicity", ["task_id"])


def _create_public_photo() -> None:
    op.create_table(
        "public_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("publicity_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        _to("public_photo", "publicity_id", "publicity"),
        _to("public_photo", "evidence_id", "evidence"),
        _to("public_photo", "blob_id", "blob"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_photo")),
        sa.UniqueConstraint("token", name=op.f("uq_public_photo_token")),
    )
    op.create_index(op.f("ix_public_photo_publicity_id"), "public_photo", ["publicity_id"])


def _create_objection() -> None:
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("publicity_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("wording", sa.String()),
        sa.Column("examined_on", sa.Date()),
        sa.Column("examined_by_name", sa.String()),
        sa.Column("ruling", _words("ruling", "upheld", "dismissed")),
        sa.Column("reply", sa.String()),
        sa.CheckConstraint(
            "(examined_on IS NULL) = (ruling IS NULL)",
            name=op.f("ck_objection_examined_with_a_ruling"),
        ),
        sa.CheckConstraint(
            "ruling IS NULL OR (wording IS NOT NULL AND reply IS NOT NULL)",
            name=op.f("ck_objection_examined_with_a_reply"),
        ),
        _to("objection", "publicity_id", "publicity"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
        sa.UniqueConstraint("token", name=op.f("uq_objection_token")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_objection_code_hash")),
    )
    op.create_index(op.f("ix_objection_publicity_id"), "objection", ["publicity_id"])


def _create_sealed() -> None:
    op.create_table(
        "objection_identity",
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _to("objection_identity", "objection_id", "objection"),
        sa.PrimaryKeyConstraint("objection_id", name=op.f("pk_objection_identity")),
    )
    op.create_table(
        "objection_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        _to("objection_file", "objection_id", "objection"),
        _to("objection_file", "blob_id", "blob"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_file")),
    )
    op.create_index(op.f("ix_objection_file_objection_id"), "objection_file", ["objection_id"])


def downgrade() -> None:
    for table in (
        "objection_attempt", "objection_file", "objection_identity", "objection", "public_photo",
        "publicity",
    ):  # fmt: skip
        op.drop_table(table)
