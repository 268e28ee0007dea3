"""Assessments of units: points, lines, objections."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KINDS = (
    "ahead", "on_time", "late", "extended", "returned", "report_returned", "missing",
    "yellow_card", "red_card", "relapsed",
)  # fmt: skip


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "assessment_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("ahead_days", sa.Integer(), nullable=False),
        sa.Column("worth", sa.JSON(), nullable=False),
        sa.Column("set_by_name", sa.String(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ahead_days >= 0", name=op.f("ck_assessment_rules_ahead_is_days")),
        _key("assessment_rules", "list_id", "rectification_list"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_rules")),
        sa.UniqueConstraint(
            "list_id", "version_no", name=op.f("uq_assessment_rules_list_id_version_no")
        ),
    )
    _create_assessment()
    _create_lines()


def _create_assessment() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("rules_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column(
            "state", _words("assessmentstate", "draft", "announced", "published"), nullable=False
        ),
        sa.Column("number", sa.Integer()),
        sa.Column("announced_at", sa.DateTime(timezone=True)),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_assessment_days_in_order")),
        sa.CheckConstraint(
            "(state = 'published') = (number IS NOT NULL)",
            name=op.f("ck_assessment_published_is_numbered"),
        ),
        sa.CheckConstraint(
            "(state = 'draft') = (announced_at IS NULL)",
            name=op.f("ck_assessment_announced_at_a_moment"),
        ),
        _key("assessment", "list_id", "rectification_list"),
        _key("assessment", "rules_id", "assessment_rules"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint(
            "list_id",
            "first_day",
            "last_day",
            name=op.f("uq_assessment_list_id_first_day_last_day"),
        ),
    )


def _create_lines() -> None:
    op.create_table(
        "assessment_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("kind", _words("pointkind", *KINDS), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("event_id", sa.Integer()),
        sa.Column("period_id", sa.Integer()),
        sa.Column("struck", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(event_id IS NULL AND period_id IS NOT NULL)"
            " OR (event_id IS NOT NULL AND period_id IS NULL)",
            name=op.f("ck_assessment_line_rests_on_one_fact"),
        ),
        _key("assessment_line", "assessment_id", "assessment"),
        _key("assessment_line", "unit_id", "unit"),
        _key("assessment_line", "task_id", "task"),
        _key("assessment_line", "event_id", "task_event"),
        _key("assessment_line", "period_id", "period"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_line")),
    )
    op.create_index(
        op.f("ix_assessment_line_assessment_id_unit_id"),
        "assessment_line",
        ["assessment_id", "unit_id"],
    )
    op.create_table(
        "assessment_objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("raised_by_name", sa.String(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("upheld", sa.Boolean()),
        sa.Column("answer", sa.String()),
        sa.Column("decided_by_name", sa.String()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(
            "(upheld IS NULL) = (answer IS NULL)",
            name=op.f("ck_assessment_objection_decided_with_an_answer"),
        ),
        _key("assessment_objection", "line_id", "assessment_line"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_objection")),
        sa.UniqueConstraint("line_id", name=op.f("uq_assessment_objection_line_id")),
    )


def downgrade() -> None:
    for table in (
        "assessment_objection", "assessment_line", "assessment", "assessment_rules",
    ):  # fmt: skip
        op.drop_table(table)
