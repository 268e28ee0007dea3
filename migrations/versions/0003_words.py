"""New words: what can happen to a task, what is numbered, who acts at a step."""

from alembic import op

revision = "0003"
down_revision = "0002"

OLD_EVENTS = (
    "opened", "handed_over", "signed", "corrected", "amended", "unlisted", "progress", "evidence",
    "applied", "verified", "accepted", "returned", "closed",
)  # fmt: skip
EVENTS = (
    "decomposed", "linked", "merged", "planned", "report_returned", "commented", "extension_asked",
    "extended", "extension_refused", "suspension_asked", "suspended", "suspension_refused",
    "resumed", "deadline_set", "lamp_set", "urged", "replied", "people_named", "visited",
    "discussed", "instructed", "answered", "settled", "pointer_judged", "signed_off", "published", "examined", "filed", "looked_back",
    "relapsed", "objected", "deadline_recomputed", "criteria_set",
)  # fmt: skip
DOCUMENTS = (
    "reminder", "supervision_letter", "circular", "yellow_card", "red_card", "listing", "talk",
    "publicity", "deadline_decision", "minutes", "assessment",
)  # fmt: skip
OWNERS = ("applicant", "supervising", "acceptance", "office")
NEW_OWNERS = ("leader", "upper_office")


def _allow(table: str, column: str, name: str, words: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{word}'" for word in words)
    full = op.f(f"ck_{table}_{name}")
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(full, type_="check")
        batch_op.create_check_constraint(full, f"{column} IN ({listed})")


def upgrade() -> None:
    _allow("task_event", "kind", "eventkind", (*OLD_EVENTS, *EVENTS))
    _allow("document_counter", "kind", "documentkind", ("ledger", *DOCUMENTS))
    _allow("procedure_step", "owner", "stepowner", (*OWNERS, *NEW_OWNERS))


def downgrade() -> None:
    _allow("procedure_step", "owner", "stepowner", OWNERS)
    _allow("document_counter", "kind", "documentkind", ("ledger",))
    _allow("task_event", "kind", "eventkind", OLD_EVENTS)
