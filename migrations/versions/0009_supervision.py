"""Urging letters, their recipients and replies, the rules of a list."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _create_letter()
    _create_letter_task()
    _create_letter_unit()
    _create_letter_reply()
    _create_reply_file()
    _create_urging_rules()


def _create_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ledger",
                "reminder",
                "supervision_letter",
                "circular",
                "yellow_card",
                "red_card",
                "listing",
                "talk",
                "publicity",
                "deadline_decision",
                "minutes",
                "assessment",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "reviewed",
                "issued",
                "ended",
                "withdrawn",
                name="letterstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "urgency",
            sa.Enum(
                "ordinary",
                "urgent",
                "most_urgent",
                name="urgency",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("opening", sa.String(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("demands", sa.JSON(), nullable=False),
        sa.Column("reply_due_on", sa.Date(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column(
            "rule",
            sa.Enum(
                "overdue",
                "silent",
                name="rule",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("matter", sa.String(length=60), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("drafted_by_id", sa.Integer(), nullable=True),
        sa.Column("drafted_by_name", sa.String(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewed_by_name", sa.String(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("issued_by_name", sa.String(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("pdf_blob_id", sa.Integer(), nullable=True),
        sa.Column("docx_blob_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state IN ('issued', 'ended')) = (number IS NOT NULL AND year IS NOT NULL AND content IS NOT NULL AND pdf_blob_id IS NOT NULL AND docx_blob_id IS NOT NULL AND issued_by_id IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_letter_issued_has_its_facts"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_letter_number_counts_from_one")),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["letter.id"], name=op.f("fk_letter_corrects_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["docx_blob_id"], ["blob.id"], name=op.f("fk_letter_docx_blob_id_blob")
        ),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"], ["person.id"], name=op.f("fk_letter_drafted_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["person.id"], name=op.f("fk_letter_issued_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_letter_list_id_rectification_list"),
        ),
        sa.ForeignKeyConstraint(
            ["pdf_blob_id"], ["blob.id"], name=op.f("fk_letter_pdf_blob_id_blob")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_letter_corrects_id")),
        sa.UniqueConstraint(
            "list_id", "kind", "year", "number", name=op.f("uq_letter_list_id_kind_year_number")
        ),
    )
    op.create_index(op.f("ix_letter_list_id"), "letter", ["list_id"], unique=False)
    op.create_index(
        "uq_letter_matter",
        "letter",
        ["matter"],
        unique=True,
        sqlite_where=sa.text("matter IS NOT NULL AND state IN ('draft', 'reviewed', 'issued')"),
        postgresql_where=sa.text("matter IS NOT NULL AND state IN ('draft', 'reviewed', 'issued')"),
    )


def _create_letter_task() -> None:
    op.create_table(
        "letter_task",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_letter_task_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_letter_task_task_id_task")),
        sa.PrimaryKeyConstraint("letter_id", "task_id", name=op.f("pk_letter_task")),
    )
    op.create_index(op.f("ix_letter_task_task_id"), "letter_task", ["task_id"], unique=False)


def _create_letter_unit() -> None:
    op.create_table(
        "letter_unit",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("copied", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_letter_unit_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_letter_unit_unit_id_unit")),
        sa.PrimaryKeyConstraint("letter_id", "unit_id", name=op.f("pk_letter_unit")),
    )
    op.create_index(op.f("ix_letter_unit_unit_id"), "letter_unit", ["unit_id"], unique=False)


def _create_letter_reply() -> None:
    op.create_table(
        "letter_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("replied_by_id", sa.Integer(), nullable=False),
        sa.Column("replied_by_name", sa.String(), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "awaited",
                "replied",
                "accepted",
                "asked_again",
                name="replystate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("verdict_note", sa.String(), nullable=True),
        sa.Column("judged_by_name", sa.String(), nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(verdict IS NULL) = (judged_at IS NULL)",
            name=op.f("ck_letter_reply_judged_has_a_moment"),
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_letter_reply_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["replied_by_id"], ["person.id"], name=op.f("fk_letter_reply_replied_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_letter_reply_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_reply")),
        sa.UniqueConstraint(
            "letter_id",
            "unit_id",
            "version_no",
            name=op.f("uq_letter_reply_letter_id_unit_id_version_no"),
        ),
    )
    op.create_index(op.f("ix_letter_reply_letter_id"), "letter_reply", ["letter_id"], unique=False)


def _create_reply_file() -> None:
    op.create_table(
        "reply_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("reply_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_reply_file_blob_id_blob")),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["letter_reply.id"], name=op.f("fk_reply_file_reply_id_letter_reply")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_file")),
        sa.UniqueConstraint("token", name=op.f("uq_reply_file_token")),
    )
    op.create_index(op.f("ix_reply_file_reply_id"), "reply_file", ["reply_id"], unique=False)


def _create_urging_rules() -> None:
    op.create_table(
        "urging_rules",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("overdue_days", sa.Integer(), nullable=True),
        sa.Column("silent_periods", sa.Integer(), nullable=True),
        sa.Column("yellow_makes_red", sa.Integer(), nullable=True),
        sa.Column("prefixes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_urging_rules_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("list_id", name=op.f("pk_urging_rules")),
    )


def downgrade() -> None:
    for table in (
        "urging_rules",
        "reply_file",
        "letter_reply",
        "letter_unit",
        "letter_task",
        "letter",
    ):
        op.drop_table(table)
