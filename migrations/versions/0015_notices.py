"""Notices: addresses of people, what they have read and were mailed, calendars; daily work."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def _person(table: str) -> list[sa.Column | sa.Constraint]:
    name = op.f(f"fk_{table}_person_id_person")
    return [
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=name),
    ]


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("email", sa.String(254)))
        person.add_column(
            sa.Column("wants_mail", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        person.create_check_constraint(
            op.f("ck_person_mail_has_an_address"), "NOT wants_mail OR email IS NOT NULL"
        )
    with op.batch_alter_table("person") as person:
        person.alter_column("wants_mail", server_default=None)
    op.create_table(
        "daily_run",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "day", name=op.f("pk_daily_run")),
    )
    op.create_table(
        "notice_seen",
        *_person("notice_seen"),
        sa.Column("until_event_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_notice_seen")),
    )
    op.create_table(
        "mail_matter",
        *_person("mail_matter"),
        sa.Column("matter", sa.String(64), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("last_sent_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "matter", name=op.f("pk_mail_matter")),
    )
    op.create_table(
        "calendar_feed",
        *_person("calendar_feed"),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )


def downgrade() -> None:
    for table in ("calendar_feed", "mail_matter", "notice_seen", "daily_run"):
        op.drop_table(table)
    with op.batch_alter_table("person") as person:
        person.drop_constraint(op.f("ck_person_mail_has_an_address"), type_="check")
        person.drop_column("wants_mail")
        person.drop_column("email")
