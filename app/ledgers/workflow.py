"""The life of a ledger issue, as one table."""

from app.access.actions import LedgerAction as Do
from app.ledgers.vocabulary import LedgerState as Is
from app.workflow import Workflow

LEDGER_WORKFLOW = Workflow(
    start=Is.DRAFT,
    moves={
        (Is.DRAFT, Do.PREPARE): Is.DRAFT,  # counted again
        (Is.DRAFT, Do.REVIEW): Is.REVIEWED,
        (Is.REVIEWED, Do.PREPARE): Is.DRAFT,  # taken back and counted again
        (Is.REVIEWED, Do.ISSUE): Is.ISSUED,
    },
)
