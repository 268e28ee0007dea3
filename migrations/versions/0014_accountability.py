"""Accountability matters and the persons counted in them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

MANNERS = (
    "criminal", "party", "administrative", "organisational", "admonished", "circulated", "talk",
    "other",
)  # fmt: skip


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "accountability_matter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer()),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("transferred_on", sa.Date(), nullable=False),
        sa.Column("state", _words("matterstate", "transferred", "concluded"), nullable=False),
        sa.Column("concluded_on", sa.Date()),
        sa.Column("persons", sa.Integer()),
        sa.Column("document", sa.String()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'concluded') = (concluded_on IS NOT NULL AND persons IS NOT NULL)",
            name=op.f("ck_accountability_matter_concluded_has_a_day_and_a_total"),
        ),
        sa.CheckConstraint(
            "persons >= 0", name=op.f("ck_accountability_matter_persons_are_counted")
        ),
        sa.CheckConstraint(
            "concluded_on >= transferred_on", name=op.f("ck_accountability_matter_days_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_accountability_matter_list_id_rectification_list"),
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_accountability_matter_task_id_task")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accountability_matter")),
        sa.UniqueConstraint(
            "list_id", "number", name=op.f("uq_accountability_matter_list_id_number")
        ),
    )
    op.create_index(op.f("ix_accountability_matter_task_id"), "accountability_matter", ["task_id"])
    op.create_table(
        "accountability_count",
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("rank", _words("rank", "bureau", "county", "township"), nullable=False),
        sa.Column("manner", _words("manner", *MANNERS), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons > 0", name=op.f("ck_accountability_count_somebody_is_counted")),
        sa.ForeignKeyConstraint(
            ["matter_id"],
            ["accountability_matter.id"],
            name=op.f("fk_accountability_count_matter_id_accountability_matter"),
        ),
        sa.PrimaryKeyConstraint(
            "matter_id", "rank", "manner", name=op.f("pk_accountability_count")
        ),
    )


def downgrade() -> None:
    op.drop_table("accountability_count")
    op.drop_table("accountability_matter")
