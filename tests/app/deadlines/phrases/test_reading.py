"""Published wordings and their families."""

import pytest

from app.deadlines.phrases import DeadlineKind, read_deadline
from tests.app.deadlines.phrases.facts import FACTS, FAMILY, STAGED
from tests.app.deadlines.phrases.wordings import WORDINGS


def meaning(phrase: str, year: int | None = None) -> tuple[str, str | None, str]:
    found = read_deadline(phrase, year)
    flags = {"S": found.sustained, "I": found.immediate, "?": found.needs_review}
    due_on = found.due_on and found.due_on.isoformat()
    return found.kind.value, due_on, "".join(flag for flag, given in flags.items() if given)


@pytest.mark.parametrize(("phrase", "kind", "due_on", "flags"), FACTS)
def test_a_published_wording_is_understood(phrase, kind, due_on, flags):
    assert meaning(phrase) == (kind, due_on, flags)


@pytest.mark.parametrize(("phrase", "stages"), STAGED)
def test_stages_are_listed_in_order_and_the_last_is_due(phrase, stages):
    found = read_deadline(phrase)
    assert found.kind is DeadlineKind.STAGED
    assert [stage.isoformat() for stage in found.stages] == stages
    assert found.due_on == found.stages[-1]
    assert not found.needs_review


@pytest.mark.parametrize(("phrase", "kind", "due_on", "flags"), FAMILY)
def test_a_wording_of_the_same_family_is_understood(phrase, kind, due_on, flags):
    assert meaning(phrase) == (kind, due_on, flags)


@pytest.mark.parametrize(("phrase", "year", "kind", "due_on", "flags"), WORDINGS)
def test_a_further_wording_is_understood(phrase, year, kind, due_on, flags):
    assert meaning(phrase, year) == (kind, due_on, flags)
