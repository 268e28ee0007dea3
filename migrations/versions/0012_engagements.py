"""What the office asks for on tasks, the people of a task, visits, joint reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    _create_instruction()
    _create_people()
    _create_reviews()


def _create_instruction() -> None:
    op.create_table(
        "instruction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "origin",
            _words("instructionorigin", "dispatch", "joint_review", "visit"),
            nullable=False,
        ),
        sa.Column("origin_id", sa.Integer()),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("given_by_name", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String()),
        sa.Column("answered_by_name", sa.String()),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("settled_on", sa.Date()),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answer IS NULL)",
            name=op.f("ck_instruction_answered_has_an_answer"),
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_instruction_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_instruction_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruction")),
    )
    op.create_index(op.f("ix_instruction_task_id"), "instruction", ["task_id"])
    op.create_index(
        op.f("ix_instruction_unit_id_settled_on"), "instruction", ["unit_id", "settled_on"]
    )


def _create_people() -> None:
    op.create_table(
        "task_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column(
            "role", _words("personrole", "sponsor", "responsible", "contact"), nullable=False
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("post", sa.String()),
        sa.Column("unit_id", sa.Integer()),
        sa.Column("person_id", sa.Integer()),
        sa.Column("every_days", sa.Integer()),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.CheckConstraint(
            "(role = 'sponsor') = (every_days IS NOT NULL)",
            name=op.f("ck_task_person_sponsor_has_a_rhythm"),
        ),
        sa.CheckConstraint("every_days > 0", name=op.f("ck_task_person_rhythm_is_days")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_task_person_days_in_order")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_person_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_task_person_unit_id_unit")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_task_person_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_person")),
    )
    op.create_index(op.f("ix_task_person_task_id"), "task_person", ["task_id"])
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sponsor_id", sa.Integer(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("demands", sa.String()),
        sa.Column("recorded_by_name", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sponsor_id"], ["task_person.id"], name=op.f("fk_visit_sponsor_id_task_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_sponsor_id"), "visit", ["sponsor_id"])


def _create_reviews() -> None:
    op.create_table(
        "joint_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("state", _words("reviewstate", "planned", "concluded"), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("present", sa.String()),
        sa.CheckConstraint(
            "(state = 'concluded') = (number IS NOT NULL)",
            name=op.f("ck_joint_review_concluded_has_a_number"),
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["rectification_list.id"],
            name=op.f("fk_joint_review_list_id_rectification_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_review")),
    )
    op.create_index(op.f("ix_joint_review_list_id"), "joint_review", ["list_id"])
    op.create_table(
        "review_item",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("conclusion", sa.String()),
        sa.ForeignKeyConstraint(
            ["review_id"], ["joint_review.id"], name=op.f("fk_review_item_review_id_joint_review")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_review_item_task_id_task")),
        sa.PrimaryKeyConstraint("review_id", "task_id", name=op.f("pk_review_item")),
    )
    op.create_index(op.f("ix_review_item_task_id"), "review_item", ["task_id"])


def downgrade() -> None:
    for table in ("review_item", "joint_review", "visit", "task_person"):
        op.drop_table(table)
    op.drop_table("instruction")
