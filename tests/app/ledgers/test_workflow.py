"""Every pair of state and action of a ledger issue."""

from itertools import product

import pytest

from app.access.actions import LedgerAction
from app.ledgers.vocabulary import LedgerState, Verdict
from app.ledgers.workflow import LEDGER_WORKFLOW
from app.workflow import IllegalAction

ALLOWED = {
    (LedgerState.DRAFT, LedgerAction.PREPARE): LedgerState.DRAFT,
    (LedgerState.DRAFT, LedgerAction.REVIEW): LedgerState.REVIEWED,
    (LedgerState.REVIEWED, LedgerAction.PREPARE): LedgerState.DRAFT,
    (LedgerState.REVIEWED, LedgerAction.ISSUE): LedgerState.ISSUED,
}


@pytest.mark.parametrize(("state", "action"), list(product(LedgerState, LedgerAction)))
def test_the_table_says_what_follows(state: LedgerState, action: LedgerAction) -> None:
    if (state, action) in ALLOWED:
        assert LEDGER_WORKFLOW.after(state, action) is ALLOWED[state, action]
    else:
        with pytest.raises(IllegalAction):
            LEDGER_WORKFLOW.after(state, action)


def test_every_word_has_a_label() -> None:
    assert [state.label for state in LedgerState] == ["草稿", "已审核", "已签发"]
    assert all(verdict.label for verdict in Verdict)
