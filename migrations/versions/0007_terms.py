"""Deadlines, lamp and pace: rules of lists, lamps by hand, base days, applications."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

OVERRIDE_ENDS = "(lamp_override IS NULL) = (lamp_override_until IS NULL)"
BASE_RESTS = "(base_on IS NULL) = (base_source IS NULL)"
UNDECIDED = sa.text("outcome = 'open'")


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _lamp() -> sa.Enum:
    return _words("lamp", "red", "yellow", "green", "off")


def _key(column: str, table: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def upgrade() -> None:
    with op.batch_alter_table("task") as task:
        task.add_column(sa.Column("base_on", sa.Date()))
        task.add_column(sa.Column("base_source", sa.String()))
        task.add_column(sa.Column("lamp_override", _lamp()))
        task.add_column(sa.Column("lamp_override_until", sa.Date()))
        task.create_check_constraint(op.f("ck_task_override_has_an_end"), OVERRIDE_ENDS)
        task.create_check_constraint(op.f("ck_task_base_has_a_source"), BASE_RESTS)
    with op.batch_alter_table("task_event") as event:
        event.add_column(sa.Column("lamp_override", _lamp()))
        event.add_column(sa.Column("lamp_override_until", sa.Date()))
    _rules()
    _applications()


def _rules() -> None:
    op.create_table(
        "list_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Integer()),
        sa.Column("recorded_by_name", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("near_due_days", sa.Integer(), nullable=False),
        sa.Column(
            "pace_basis", _words("pacebasis", "reported", "elapsed", "stages"), nullable=False
        ),
        sa.Column("yellow_behind", sa.Integer(), nullable=False),
        sa.Column("red_behind", sa.Integer()),
        sa.Column("silent_days", sa.Integer()),
        sa.Column("silent_lamp", _lamp(), nullable=False),
        sa.CheckConstraint(
            "near_due_days BETWEEN 0 AND 365", name=op.f("ck_list_rules_near_due_is_ahead")
        ),
        sa.CheckConstraint(
            "yellow_behind BETWEEN 1 AND 100", name=op.f("ck_list_rules_behind_is_a_part")
        ),
        sa.CheckConstraint(
            "red_behind >= yellow_behind", name=op.f("ck_list_rules_red_after_yellow")
        ),
        sa.CheckConstraint("silent_days >= 1", name=op.f("ck_list_rules_silence_has_days")),
        sa.CheckConstraint(
            "silent_lamp IN ('red', 'yellow')", name=op.f("ck_list_rules_silence_warns")
        ),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_list_rules_has_a_reason")),
        _key("list_id", "list_rules", "rectification_list"),
        _key("recorded_by_id", "list_rules", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_rules")),
    )
    op.create_index(
        op.f("ix_list_rules_list_id_effective_from"), "list_rules", ["list_id", "effective_from"]
    )


def _applications() -> None:
    op.create_table(
        "term_application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("kind", _words("termkind", "extension", "suspension"), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("applicant_name", sa.String(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("due_on_before", sa.Date()),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column(
            "outcome",
            _words("termoutcome", "open", "approved", "refused", "withdrawn"),
            nullable=False,
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_by_name", sa.String()),
        sa.Column("decided_for_id", sa.Integer()),
        sa.Column("opinion", sa.String()),
        sa.Column("granted_on", sa.Date()),
        sa.Column("number", sa.String()),
        sa.Column("upper_document", sa.String()),
        sa.CheckConstraint("tier BETWEEN 1 AND 3", name=op.f("ck_term_application_tier_of_three")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_term_application_has_a_reason")),
        sa.CheckConstraint(
            "(outcome = 'open') = (ended_at IS NULL)",
            name=op.f("ck_term_application_ended_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(outcome IN ('approved', 'refused')) = (number IS NOT NULL)",
            name=op.f("ck_term_application_decided_is_numbered"),
        ),
        sa.CheckConstraint(
            "(outcome = 'approved') = (granted_on IS NOT NULL)",
            name=op.f("ck_term_application_grants_a_day"),
        ),
        _key("task_id", "term_application", "task"),
        _key("unit_id", "term_application", "unit"),
        _key("applicant_id", "term_application", "person"),
        _key("decided_by_id", "term_application", "person"),
        _key("decided_for_id", "term_application", "unit"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_application")),
    )
    op.create_index(op.f("ix_term_application_task_id"), "term_application", ["task_id"])
    op.create_index(
        "uq_term_application_open",
        "term_application",
        ["task_id"],
        unique=True,
        sqlite_where=UNDECIDED,
        postgresql_where=UNDECIDED,
    )
    op.create_table(
        "term_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("of_decision", sa.Boolean(), nullable=False),
        _key("application_id", "term_paper", "term_application"),
        _key("blob_id", "term_paper", "blob"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_paper")),
        sa.UniqueConstraint("token", name=op.f("uq_term_paper_token")),
    )
    op.create_index(op.f("ix_term_paper_application_id"), "term_paper", ["application_id"])


def downgrade() -> None:
    op.drop_table("term_paper")
    op.drop_table("term_application")
    op.drop_table("list_rules")
    with op.batch_alter_table("task_event") as event:
        event.drop_constraint(op.f("ck_task_event_lamp"), type_="check")
        event.drop_column("lamp_override_until")
        event.drop_column("lamp_override")
    with op.batch_alter_table("task") as task:
        task.drop_constraint(op.f("ck_task_base_has_a_source"), type_="check")
        task.drop_constraint(op.f("ck_task_override_has_an_end"), type_="check")
        task.drop_constraint(op.f("ck_task_lamp"), type_="check")
        task.drop_column("lamp_override_until")
        task.drop_column("lamp_override")
        task.drop_column("base_source")
        task.drop_column("base_on")
