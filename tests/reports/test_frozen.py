"""Content as JSON and back."""

import json
from dataclasses import replace

import pytest

from reports.frozen import UnknownSchema
from reports.weekly_ledger.content import WeeklyLedger
from tests.reports import sample


def test_content_survives_json() -> None:
    ledger = sample.ledger()
    stored = json.loads(json.dumps(ledger.to_json()))
    assert WeeklyLedger.from_json(stored) == ledger
    assert WeeklyLedger.from_json(stored).checksum == ledger.checksum


def test_the_checksum_changes_with_any_word() -> None:
    ledger = sample.ledger()
    assert replace(ledger, changes_note="新增1项。").checksum != ledger.checksum


def test_the_checksum_does_not_depend_on_the_order_of_keys() -> None:
    stored = sample.ledger().to_json()
    turned = dict(reversed(stored.items()))
    assert WeeklyLedger.from_json(turned).checksum == sample.ledger().checksum


@pytest.mark.parametrize("schema", [None, 0, 99])
def test_content_of_an_unknown_schema_is_refused(schema: int | None) -> None:
    with pytest.raises(UnknownSchema):
        WeeklyLedger.from_json({**sample.ledger().to_json(), "schema": schema})
