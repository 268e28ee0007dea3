"""Every table of the first issue, the triggers of the audit trail and its empty head."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


LATEST = "fk_task_latest_report_id_progress_report"
FORBID_CHANGES = {
    "sqlite": (
        """CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
        """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END""",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION audit_entry_is_final() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'an audit entry is never changed or removed'; END $$""",
        """CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_is_final()""",
        """CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_final()""",
    ),
}


def upgrade() -> None:
    engine = op.get_bind().dialect.name
    # A task points to its last report, a report to its task: SQLite takes the reference at once,
    # PostgreSQL when both tables are there.
    latest = [sa.ForeignKeyConstraint(["latest_report_id"], ["progress_report.id"], name=LATEST)]
    if engine != "sqlite":
        latest = []
    op.create_table(
        "audit_entry",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=80), nullable=False),
        sa.Column("origin", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "done",
                "refused",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("subject_kind", sa.String(length=40), nullable=True),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_audit_entry_counted_from_one")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entry_hash")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_action"), ["action"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_actor_name"), ["actor_name"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_audit_entry_subject_kind_subject_id"),
            ["subject_kind", "subject_id"],
            unique=False,
        )

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "blob",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=True),
        sa.CheckConstraint("size >= 0", name=op.f("ck_blob_size_counts_bytes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blob")),
        sa.UniqueConstraint("sha256", name=op.f("uq_blob_sha256")),
    )
    op.create_table(
        "calendar_year",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_calendar_year")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "failed",
                name="jobstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("max_attempts", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(length=120), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'running') = (worker IS NOT NULL AND lease_until IS NOT NULL)",
            name=op.f("ck_job_running_is_held"),
        ),
        sa.CheckConstraint(
            "(state IN ('done', 'failed')) = (finished_at IS NOT NULL)",
            name=op.f("ck_job_ended_has_a_time"),
        ),
        sa.CheckConstraint(
            "attempt >= 0 AND max_attempts >= 1", name=op.f("ck_job_attempts_are_counted")
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_job_percent_is_a_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(
            "ix_job_due",
            ["run_after", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'running')"),
            postgresql_where=sa.text("state IN ('waiting', 'running')"),
        )
        batch_op.create_index(
            "uq_job_live_key",
            ["key"],
            unique=True,
            sqlite_where=sa.text("state IN ('waiting', 'running')"),
            postgresql_where=sa.text("state IN ('waiting', 'running')"),
        )

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("post", sa.String(length=80), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failed_logins", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "language IN ('zh_Hans_CN', 'en')", name=op.f("ck_person_known_language")
        ),
        sa.CheckConstraint("failed_logins >= 0", name=op.f("ck_person_failures_are_counted")),
        sa.CheckConstraint("login = lower(login)", name=op.f("ck_person_login_in_small_letters")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("login", name=op.f("uq_person_login")),
    )
    op.create_table(
        "procedure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure")),
        sa.UniqueConstraint("code", "version_no", name=op.f("uq_procedure_code_version_no")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short_name", sa.String(length=60), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "party",
                "government",
                "department",
                "zone",
                "township",
                "enterprise",
                "institution",
                name="unitkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "province",
                "city",
                "county",
                "township",
                name="unitlevel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.Column("government_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "parent_id IS NULL OR parent_id <> id", name=op.f("ck_unit_not_its_own_parent")
        ),
        sa.ForeignKeyConstraint(
            ["government_id"], ["unit.id"], name=op.f("fk_unit_government_id_unit")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("name", name=op.f("uq_unit_name")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_government_id"), ["government_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_path"), ["path"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "office",
                "unit",
                "supervisor",
                "leader",
                "auditor",
                "system_admin",
                "security_admin",
                "audit_admin",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_assignment_ends_after_it_starts"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_assignment_person_id_person")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_assignment_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_assignment_unit_id_role"), ["unit_id", "role"], unique=False
        )

    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "off",
                "made_up",
                name="daykind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(
            ["year"], ["calendar_year.year"], name=op.f("fk_calendar_day_year_calendar_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("day", name=op.f("uq_calendar_day_day")),
    )
    with op.batch_alter_table("calendar_day", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_day_year"), ["year"], unique=False)

    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "central",
                "provincial",
                "city",
                name="inspectionlevel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "inspection",
                "look_back",
                "warning_film",
                "own_investigation",
                "work_plan",
                name="sourcekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("team", sa.String(), nullable=True),
        sa.Column("onsite_from", sa.Date(), nullable=True),
        sa.Column("onsite_to", sa.Date(), nullable=True),
        sa.Column("feedback_on", sa.Date(), nullable=True),
        sa.Column("government_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("onsite_from <= onsite_to", name=op.f("ck_inspection_onsite_in_order")),
        sa.CheckConstraint("round >= 1", name=op.f("ck_inspection_round_counts_from_one")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["unit.id"], name=op.f("fk_inspection_government_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        sa.UniqueConstraint("name", name=op.f("uq_inspection_name")),
    )
    op.create_table(
        "login_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ip", sa.String(length=60), nullable=False),
        sa.Column("user_agent", sa.String(length=200), nullable=False),
        sa.CheckConstraint("expires_at > created_at", name=op.f("ck_login_session_lasts")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_login_session_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_session_token_hash")),
    )
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_session_person_id"), ["person_id"], unique=False)

    op.create_table(
        "procedure_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "self_check",
                "application",
                "verification",
                "acceptance",
                "sign_off",
                "publicity",
                "objection",
                "close_out",
                "filing",
                "look_back",
                name="stepkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "owner",
            sa.Enum(
                "applicant",
                "supervising",
                "acceptance",
                "office",
                name="stepowner",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedure.id"],
            name=op.f("fk_procedure_step_procedure_id_procedure"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_step")),
        sa.UniqueConstraint(
            "procedure_id", "position", name=op.f("uq_procedure_step_procedure_id_position")
        ),
    )
    op.create_table(
        "unit_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "short",
                "former",
                "other",
                name="aliaskind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_alias_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_alias")),
        sa.UniqueConstraint("name", name=op.f("uq_unit_alias_name")),
    )
    with op.batch_alter_table("unit_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_alias_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "rectification_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("government_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("document_prefix", sa.String(), nullable=False),
        sa.Column(
            "period_kind",
            sa.Enum(
                "week",
                "half_month",
                "month",
                name="periodkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("cutoff_hour", sa.Integer(), nullable=False),
        sa.Column("near_due_days", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "cutoff_hour BETWEEN 0 AND 24", name=op.f("ck_rectification_list_cutoff_is_an_hour")
        ),
        sa.CheckConstraint(
            "near_due_days >= 0", name=op.f("ck_rectification_list_near_due_is_ahead")
        ),
        sa.ForeignKeyConstraint(
            ["government_id"], ["unit.id"], name=op.f("fk_rectification_list_government_id_unit")
        ),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name=op.f("fk_rectification_list_inspection_id_inspection"),
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["unit.id"], name=op.f("fk_rectification_list_office_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rectification_list")),
        sa.UniqueConstraint("code", name=op.f("uq_rectification_list_code")),
    )
    with op.batch_alter_table("rectification_list", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rectification_list_inspection_id"), ["inspection_id"], unique=False
        )

    op.create_table(
        "aspect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_aspect_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aspect")),
        sa.UniqueConstraint("list_id", "position", name=op.f("uq_aspect_list_id_position")),
    )
    op.create_table(
        "document_counter",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ledger", name="documentkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_document_counter_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("list_id", "kind", "year", name=op.f("pk_document_counter")),
    )
    op.create_table(
        "intake_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "reading",
                "failed",
                "review",
                "confirmed",
                "abandoned",
                "undone",
                name="importstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("script", sa.String(), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=False),
        sa.Column("uploaded_by_name", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'failed') = (failure IS NOT NULL)",
            name=op.f("ck_intake_document_failed_has_a_reason"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('confirmed', 'undone') OR confirmed_at IS NOT NULL",
            name=op.f("ck_intake_document_confirmed_has_a_time"),
        ),
        sa.ForeignKeyConstraint(
            ["blob_id"], ["blob.id"], name=op.f("fk_intake_document_blob_id_blob")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_intake_document_job_id_job")),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_intake_document_list_id_rectification_list"),
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_intake_document_uploaded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_document")),
    )
    with op.batch_alter_table("intake_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_document_list_id"), ["list_id"], unique=False)
        batch_op.create_index(
            "uq_intake_document_live",
            ["list_id", "blob_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('reading', 'review', 'confirmed')"),
            postgresql_where=sa.text("state IN ('reading', 'review', 'confirmed')"),
        )

    op.create_table(
        "period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "week",
                "half_month",
                "month",
                name="periodkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("cutoff_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_period_days_in_order")),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_period_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        sa.UniqueConstraint("list_id", "last_day", name=op.f("uq_period_list_id_last_day")),
    )
    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aspect_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aspect_id"], ["aspect.id"], name=op.f("fk_category_aspect_id_aspect")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("aspect_id", "position", name=op.f("uq_category_aspect_id_position")),
    )
    op.create_table(
        "ledger_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "reviewed",
                "issued",
                name="ledgerstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("prepared_by_id", sa.Integer(), nullable=False),
        sa.Column("prepared_by_name", sa.String(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewed_by_id", sa.Integer(), nullable=True),
        sa.Column("reviewed_by_name", sa.String(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("issued_by_name", sa.String(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pdf_blob_id", sa.Integer(), nullable=True),
        sa.Column("audit_count", sa.Integer(), nullable=True),
        sa.Column("audit_head", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(state = 'issued') = (number IS NOT NULL AND year IS NOT NULL AND pdf_blob_id IS NOT NULL AND audit_count IS NOT NULL AND audit_head IS NOT NULL AND issued_by_id IS NOT NULL AND issued_by_name IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_ledger_issue_issued_has_its_facts"),
        ),
        sa.CheckConstraint(
            "(state IN ('reviewed', 'issued')) = (reviewed_by_id IS NOT NULL AND reviewed_by_name IS NOT NULL AND reviewed_at IS NOT NULL)",
            name=op.f("ck_ledger_issue_reviewed_by_somebody"),
        ),
        sa.CheckConstraint(
            "state = 'issued' OR (number IS NULL AND year IS NULL AND pdf_blob_id IS NULL AND audit_count IS NULL AND audit_head IS NULL AND issued_at IS NULL)",
            name=op.f("ck_ledger_issue_unissued_has_no_number"),
        ),
        sa.CheckConstraint(
            "(replaces_id IS NULL) = (reason IS NULL)",
            name=op.f("ck_ledger_issue_correction_has_a_reason"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_ledger_issue_number_counts_from_one")),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["person.id"], name=op.f("fk_ledger_issue_issued_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_ledger_issue_list_id_rectification_list"),
        ),
        sa.ForeignKeyConstraint(
            ["pdf_blob_id"], ["blob.id"], name=op.f("fk_ledger_issue_pdf_blob_id_blob")
        ),
        sa.ForeignKeyConstraint(
            ["period_id"], ["period.id"], name=op.f("fk_ledger_issue_period_id_period")
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by_id"], ["person.id"], name=op.f("fk_ledger_issue_prepared_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["ledger_issue.id"],
            name=op.f("fk_ledger_issue_replaces_id_ledger_issue"),
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"], ["person.id"], name=op.f("fk_ledger_issue_reviewed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_issue")),
        sa.UniqueConstraint(
            "list_id", "year", "number", name=op.f("uq_ledger_issue_list_id_year_number")
        ),
        sa.UniqueConstraint("public_id", name=op.f("uq_ledger_issue_public_id")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_ledger_issue_replaces_id")),
    )
    with op.batch_alter_table("ledger_issue", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_issue_pdf_blob_id"), ["pdf_blob_id"], unique=False
        )
        batch_op.create_index(
            "uq_ledger_issue_unfinished",
            ["period_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'issued'"),
            postgresql_where=sa.text("state <> 'issued'"),
        )

    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("deadline_kind", sa.String(), nullable=False),
        sa.Column("deadline_wording", sa.String(), nullable=False),
        sa.Column("original_wording", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("original_due_on", sa.Date(), nullable=True),
        sa.Column("sustained", sa.Boolean(), nullable=False),
        sa.Column("immediate", sa.Boolean(), nullable=False),
        sa.Column("stages", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "in_rectification",
                "closing",
                "closed",
                "merged",
                "suspended",
                name="taskstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("counting_unit_id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=True),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("step_since", sa.Date(), nullable=True),
        sa.Column("applicant_unit_id", sa.Integer(), nullable=True),
        sa.Column("applicant_id", sa.Integer(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("latest_report_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_on IS NOT NULL)", name=op.f("ck_task_closed_has_a_day")
        ),
        sa.CheckConstraint(
            "(state = 'closing') = (step_id IS NOT NULL)", name=op.f("ck_task_closing_has_a_step")
        ),
        sa.CheckConstraint(
            "(state = 'draft') = (handed_over_on IS NULL)",
            name=op.f("ck_task_handed_over_has_a_day"),
        ),
        sa.CheckConstraint(
            "(state IN ('closing', 'closed')) = (done_on IS NOT NULL)",
            name=op.f("ck_task_done_has_a_day"),
        ),
        sa.CheckConstraint(
            "(done_on IS NULL) = (applicant_unit_id IS NULL)",
            name=op.f("ck_task_done_has_an_applicant"),
        ),
        sa.ForeignKeyConstraint(
            ["applicant_id"], ["person.id"], name=op.f("fk_task_applicant_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["applicant_unit_id"], ["unit.id"], name=op.f("fk_task_applicant_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_task_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["counting_unit_id"], ["unit.id"], name=op.f("fk_task_counting_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(
            ["list_id"], ["rectification_list.id"], name=op.f("fk_task_list_id_rectification_list")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["task.id"], name=op.f("fk_task_parent_id_task")),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_task_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["procedure_step.id"], name=op.f("fk_task_step_id_procedure_step")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("list_id", "number", name=op.f("uq_task_list_id_number")),
        sa.UniqueConstraint("list_id", "position", name=op.f("uq_task_list_id_position")),
        *latest,
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_category_id"), ["category_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_task_counting_unit_id"), ["counting_unit_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_task_list_id_state"), ["list_id", "state"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_task_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("applicant_name", sa.String(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "open",
                "returned",
                "closed",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(outcome = 'open') = (ended_on IS NULL)", name=op.f("ck_application_ended_has_a_day")
        ),
        sa.ForeignKeyConstraint(
            ["applicant_id"], ["person.id"], name=op.f("fk_application_applicant_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_application_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_application_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_application_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_task_id"), ["task_id"], unique=False)
        batch_op.create_index(
            "uq_application_open",
            ["task_id"],
            unique=True,
            sqlite_where=sa.text("outcome = 'open'"),
            postgresql_where=sa.text("outcome = 'open'"),
        )

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=False),
        sa.Column("uploaded_by_name", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("caption", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_evidence_blob_id_blob")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_evidence_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_evidence_unit_id_unit")),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_evidence_uploaded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("task_id", "blob_id", name=op.f("uq_evidence_task_id_blob_id")),
        sa.UniqueConstraint("token", name=op.f("uq_evidence_token")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_task_id"), ["task_id"], unique=False)

    op.create_table(
        "intake_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "open",
                "accepted",
                "dropped",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["intake_document.id"],
            name=op.f("fk_intake_row_document_id_intake_document"),
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_intake_row_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_row")),
        sa.UniqueConstraint(
            "document_id", "position", name=op.f("uq_intake_row_document_id_position")
        ),
    )
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_row_task_id"), ["task_id"], unique=False)

    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("units", sa.String(), nullable=True),
        sa.Column("deadline_wording", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_measure_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("task_id", "position", name=op.f("uq_measure_task_id_position")),
    )
    op.create_table(
        "progress_draft",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_progress_draft_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_progress_draft_task_id_task")
        ),
        sa.PrimaryKeyConstraint("task_id", "person_id", name=op.f("pk_progress_draft")),
    )
    op.create_table(
        "progress_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column(
            "pace",
            sa.Enum(
                "not_started",
                "behind_schedule",
                "on_schedule",
                "ahead_of_schedule",
                name="pace",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("difficulties", sa.String(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(version_no > 1) = (reason IS NOT NULL)",
            name=op.f("ck_progress_report_correction_has_a_reason"),
        ),
        sa.CheckConstraint(
            "percent BETWEEN 0 AND 100", name=op.f("ck_progress_report_percent_of_the_whole")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_progress_report_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["period_id"], ["period.id"], name=op.f("fk_progress_report_period_id_period")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_progress_report_task_id_task")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_progress_report_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report")),
        sa.UniqueConstraint(
            "task_id",
            "period_id",
            "version_no",
            name=op.f("uq_progress_report_task_id_period_id_version_no"),
        ),
    )
    with op.batch_alter_table("progress_report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_progress_report_period_id"), ["period_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_progress_report_task_id_submitted_at"),
            ["task_id", "submitted_at"],
            unique=False,
        )

    op.create_table(
        "task_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opened",
                "handed_over",
                "signed",
                "corrected",
                "progress",
                "evidence",
                "applied",
                "verified",
                "accepted",
                "returned",
                "closed",
                name="eventkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "in_rectification",
                "closing",
                "closed",
                "merged",
                "suspended",
                name="taskstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("counting_unit_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("original_due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["person.id"], name=op.f("fk_task_event_actor_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["counting_unit_id"], ["unit.id"], name=op.f("fk_task_event_counting_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["procedure_step.id"], name=op.f("fk_task_event_step_id_procedure_step")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_event_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_event")),
    )
    with op.batch_alter_table("task_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_task_event_recorded_at"), ["recorded_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_task_event_task_id_recorded_at"),
            ["task_id", "recorded_at"],
            unique=False,
        )

    op.create_table(
        "task_number",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "province",
                "city",
                "county",
                "section",
                name="numberlevel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_number_task_id_task")),
        sa.PrimaryKeyConstraint("task_id", "level", name=op.f("pk_task_number")),
    )
    op.create_table(
        "task_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "lead",
                "responsible",
                "cooperating",
                "supervising",
                "acceptance",
                name="part",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)",
            name=op.f("ck_task_unit_signed_by_somebody"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_task_unit_days_in_order")),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["person.id"], name=op.f("fk_task_unit_signed_by_id_person")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_unit_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_task_unit_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_unit")),
        sa.UniqueConstraint(
            "task_id",
            "unit_id",
            "part",
            "starts_on",
            name=op.f("uq_task_unit_task_id_unit_id_part_starts_on"),
        ),
    )
    with op.batch_alter_table("task_unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_unit_task_id"), ["task_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_task_unit_unit_id_part"), ["unit_id", "part"], unique=False
        )

    op.create_table(
        "step_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "passed",
                "returned",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person_name", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acted_on", sa.Date(), nullable=False),
        sa.Column("opinion", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_step_record_application_id_application"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_step_record_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["procedure_step.id"], name=op.f("fk_step_record_step_id_procedure_step")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_step_record_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_record")),
    )
    with op.batch_alter_table("step_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_step_record_application_id"), ["application_id"], unique=False
        )

    if engine != "sqlite":
        op.create_foreign_key(LATEST, "task", "progress_report", ["latest_report_id"], ["id"])
    for statement in FORBID_CHANGES[engine]:
        op.execute(statement)
    first = sa.text("INSERT INTO audit_head (id, count, hash) VALUES (1, 0, :genesis)")
    op.execute(first.bindparams(genesis="0" * 64))


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(LATEST, "task", type_="foreignkey")
    with op.batch_alter_table("step_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_step_record_application_id"))

    op.drop_table("step_record")
    with op.batch_alter_table("task_unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_unit_unit_id_part"))
        batch_op.drop_index(batch_op.f("ix_task_unit_task_id"))

    op.drop_table("task_unit")
    op.drop_table("task_number")
    with op.batch_alter_table("task_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_event_task_id_recorded_at"))
        batch_op.drop_index(batch_op.f("ix_task_event_recorded_at"))

    op.drop_table("task_event")
    with op.batch_alter_table("progress_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_progress_report_task_id_submitted_at"))
        batch_op.drop_index(batch_op.f("ix_progress_report_period_id"))

    op.drop_table("progress_report")
    op.drop_table("progress_draft")
    op.drop_table("measure")
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_row_task_id"))

    op.drop_table("intake_row")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_task_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_application_open",
            sqlite_where=sa.text("outcome = 'open'"),
            postgresql_where=sa.text("outcome = 'open'"),
        )
        batch_op.drop_index(batch_op.f("ix_application_task_id"))

    op.drop_table("application")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_parent_id"))
        batch_op.drop_index(batch_op.f("ix_task_list_id_state"))
        batch_op.drop_index(batch_op.f("ix_task_counting_unit_id"))
        batch_op.drop_index(batch_op.f("ix_task_category_id"))

    op.drop_table("task")
    with op.batch_alter_table("ledger_issue", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_ledger_issue_unfinished",
            sqlite_where=sa.text("state <> 'issued'"),
            postgresql_where=sa.text("state <> 'issued'"),
        )
        batch_op.drop_index(batch_op.f("ix_ledger_issue_pdf_blob_id"))

    op.drop_table("ledger_issue")
    op.drop_table("category")
    op.drop_table("period")
    with op.batch_alter_table("intake_document", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_intake_document_live",
            sqlite_where=sa.text("state IN ('reading', 'review', 'confirmed')"),
            postgresql_where=sa.text("state IN ('reading', 'review', 'confirmed')"),
        )
        batch_op.drop_index(batch_op.f("ix_intake_document_list_id"))

    op.drop_table("intake_document")
    op.drop_table("document_counter")
    op.drop_table("aspect")
    with op.batch_alter_table("rectification_list", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rectification_list_inspection_id"))

    op.drop_table("rectification_list")
    with op.batch_alter_table("unit_alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_alias_unit_id"))

    op.drop_table("unit_alias")
    op.drop_table("procedure_step")
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_login_session_person_id"))

    op.drop_table("login_session")
    op.drop_table("inspection")
    with op.batch_alter_table("calendar_day", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_day_year"))

    op.drop_table("calendar_day")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_unit_id_role"))
        batch_op.drop_index(batch_op.f("ix_assignment_person_id"))

    op.drop_table("assignment")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_path"))
        batch_op.drop_index(batch_op.f("ix_unit_parent_id"))
        batch_op.drop_index(batch_op.f("ix_unit_government_id"))

    op.drop_table("unit")
    op.drop_table("procedure")
    op.drop_table("person")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_job_live_key",
            sqlite_where=sa.text("state IN ('waiting', 'running')"),
            postgresql_where=sa.text("state IN ('waiting', 'running')"),
        )
        batch_op.drop_index(
            "ix_job_due",
            sqlite_where=sa.text("state IN ('waiting', 'running')"),
            postgresql_where=sa.text("state IN ('waiting', 'running')"),
        )

    op.drop_table("job")
    op.drop_table("calendar_year")
    op.drop_table("blob")
    op.drop_table("audit_head")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entry_subject_kind_subject_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_person_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_at"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_actor_name"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_action"))

    op.drop_table("audit_entry")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_entry_is_final()")
