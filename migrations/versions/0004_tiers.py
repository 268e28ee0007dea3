"""Links between tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KINDS = ("merged_into", "carried_over_from", "same_deadline_as", "relapse_of", "same_source")


def upgrade() -> None:
    op.create_table(
        "task_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="linkkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("end_reason", sa.String()),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer()),
        sa.Column("made_by_name", sa.String(), nullable=False),
        sa.CheckConstraint("task_id <> other_id", name=op.f("ck_task_link_two_tasks")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_task_link_days_in_order")),
        sa.CheckConstraint(
            "(ends_on IS NULL) = (end_reason IS NULL)", name=op.f("ck_task_link_end_has_a_reason")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_link_task_id_task")),
        sa.ForeignKeyConstraint(["other_id"], ["task.id"], name=op.f("fk_task_link_other_id_task")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_task_link_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_link")),
    )
    op.create_index(op.f("ix_task_link_other_id"), "task_link", ["other_id"])
    op.create_index(
        op.f("ix_task_link_task_id_other_id_kind"),
        "task_link",
        ["task_id", "other_id", "kind"],
        unique=True,
        sqlite_where=sa.text("ends_on IS NULL"),
        postgresql_where=sa.text("ends_on IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("task_link")
