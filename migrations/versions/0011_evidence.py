"""Evidence by kind, step and version; what pictures tell and resemble; marks; pointers judged."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KINDS = (
    "photo_before", "photo_during", "photo_after", "photo", "test_report", "acceptance", "scheme",
    "contract", "drawing", "minutes", "other",
)  # fmt: skip
STEPS = (
    "self_check", "application", "verification", "acceptance", "sign_off", "publicity",
    "objection", "close_out", "filing", "look_back",
)  # fmt: skip
POINTERS = (
    "indicator", "photo", "photo_time", "photo_place", "percent", "wording", "vague", "document",
    "haste",
)  # fmt: skip
PRINT = ("first", "second", "third", "fourth")


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    _widen_evidence()
    _create_pictures()
    op.create_table(
        "report_mark",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["progress_report.id"],
            name=op.f("fk_report_mark_report_id_progress_report"),
        ),
        sa.PrimaryKeyConstraint("report_id", "value", name=op.f("pk_report_mark")),
    )  # fmt: skip
    op.create_index(op.f("ix_report_mark_value"), "report_mark", ["value"])
    _create_judgements()


def _widen_evidence() -> None:
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind", _words("evidencekind", *KINDS), nullable=False, server_default="other"
            )
        )
        batch_op.add_column(sa.Column("step", _words("stepkind", *STEPS)))
        batch_op.add_column(sa.Column("supersedes_id", sa.Integer()))
        batch_op.create_foreign_key(
            op.f("fk_evidence_supersedes_id_evidence"), "evidence", ["supersedes_id"], ["id"]
        )
        batch_op.create_unique_constraint(op.f("uq_evidence_supersedes_id"), ["supersedes_id"])
    op.create_index(op.f("ix_evidence_blob_id"), "evidence", ["blob_id"])
    op.execute(
        "UPDATE evidence SET kind = 'photo'"
        " WHERE blob_id IN (SELECT id FROM blob WHERE media_type LIKE 'image/%')"
    )
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.alter_column("kind", server_default=None)


def _create_pictures() -> None:
    op.create_table(
        "picture",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_picture_blob_id_blob")),
        sa.PrimaryKeyConstraint("blob_id", name=op.f("pk_picture")),
    )
    op.create_table(
        "picture_print",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        *(sa.Column(word, sa.Integer(), nullable=False) for word in PRINT),
        sa.ForeignKeyConstraint(
            ["blob_id"], ["blob.id"], name=op.f("fk_picture_print_blob_id_blob")
        ),
        sa.PrimaryKeyConstraint("blob_id", "window", name=op.f("pk_picture_print")),
    )
    for word in PRINT:
        op.create_index(op.f(f"ix_picture_print_{word}"), "picture_print", [word])
    op.create_table(
        "picture_pair",
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["blob_id"], ["blob.id"], name=op.f("fk_picture_pair_blob_id_blob")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["blob.id"], name=op.f("fk_picture_pair_other_id_blob")
        ),
        sa.PrimaryKeyConstraint("blob_id", "other_id", name=op.f("pk_picture_pair")),
    )
    op.create_index(op.f("ix_picture_pair_other_id"), "picture_pair", ["other_id"])


def _create_judgements() -> None:
    op.create_table(
        "pointer_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("kind", _words("pointerkind", *POINTERS), nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.Column("verdict", _words("verdict", "real", "explained"), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("judged_by_id", sa.Integer(), nullable=False),
        sa.Column("judged_by_name", sa.String(), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_pointer_judgement_task_id_task")
        ),
        sa.ForeignKeyConstraint(
            ["judged_by_id"], ["person.id"], name=op.f("fk_pointer_judgement_judged_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pointer_judgement")),
    )
    op.create_index(op.f("ix_pointer_judgement_task_id"), "pointer_judgement", ["task_id"])


def downgrade() -> None:
    op.drop_table("pointer_judgement")
    op.drop_table("report_mark")
    for table in ("picture_pair", "picture_print", "picture"):
        op.drop_table(table)
    op.drop_index(op.f("ix_evidence_blob_id"), "evidence")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_constraint(op.f("uq_evidence_supersedes_id"), type_="unique")
        batch_op.drop_constraint(op.f("fk_evidence_supersedes_id_evidence"), type_="foreignkey")
        batch_op.drop_constraint(op.f("ck_evidence_evidencekind"), type_="check")
        batch_op.drop_constraint(op.f("ck_evidence_stepkind"), type_="check")
        batch_op.drop_column("supersedes_id")
        batch_op.drop_column("step")
        batch_op.drop_column("kind")
