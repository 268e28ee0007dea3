from dataclasses import replace
from itertools import permutations

import pytest

from app.inspections.drafts import DELIVERED, StepDraft
from app.inspections.vocabulary import StepKind as At
from app.inspections.vocabulary import StepOwner as Who
from app.inspections.workflow import ORDER, faults

WORKS = DELIVERED["works"]


def changed(kind, **values):
    """The procedure for works with one step otherwise."""
    steps = [replace(one, **values) if one.kind is kind else one for one in WORKS.steps]
    return replace(WORKS, steps=tuple(steps))


@pytest.mark.parametrize("code", list(DELIVERED))
def test_what_comes_with_the_program_can_be_followed(code):
    assert faults(DELIVERED[code]) == []


@pytest.mark.parametrize("kind", [At.APPLICATION, At.ACCEPTANCE, At.CLOSE_OUT])
def test_what_every_procedure_needs_is_missed(kind):
    steps = tuple(one for one in WORKS.steps if one.kind is not kind)
    assert [one.kinds for one in faults(replace(WORKS, steps=steps))] == [(kind,)]


def test_every_order_is_judged_by_the_same_pairs():
    """All orders of five steps: faulty exactly where some pair stands the wrong way round."""
    kinds = (At.APPLICATION, At.ACCEPTANCE, At.PUBLICITY, At.CLOSE_OUT, At.FILING)
    steps = {one.kind: one for one in WORKS.steps}
    for order in permutations(kinds):
        wrong = [
            pair for pair in ORDER
            if set(pair) <= set(order) and order.index(pair[0]) > order.index(pair[1])
        ]  # fmt: skip
        found = faults(replace(WORKS, steps=tuple(steps[kind] for kind in order)))
        assert sorted(one.kinds for one in found) == sorted(wrong)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (At.VERIFICATION, {"owner": Who.APPLICANT}),
        (At.SIGN_OFF, {"cosigners": (Who.APPLICANT,)}),
        (At.SIGN_OFF, {"cosigners": (Who.OFFICE,)}),
        (At.ACCEPTANCE, {"cosigners": (Who.OFFICE,)}),
        (At.APPLICATION, {"owner": Who.OFFICE}),
        (At.CLOSE_OUT, {"owner": Who.SUPERVISING}),
        (At.PUBLICITY, {"days": None}),
        (At.VERIFICATION, {"days": 0}),
        (At.FILING, {"filing_level": None}),
        (At.LOOK_BACK, {"after_months": None}),
        (At.LOOK_BACK, {"sampled_percent": 101}),
    ],
)
def test_a_step_that_cannot_be_followed_is_named(kind, values):
    (found,) = faults(changed(kind, **values))
    assert found.kinds == (kind,)
    assert WORKS.steps[found.at].kind is kind


def test_a_step_stands_once_and_objections_follow_a_publicity():
    twice = replace(
        WORKS, steps=(*WORKS.steps, StepDraft(At.LOOK_BACK, Who.OFFICE, after_months=1))
    )
    assert "出现了两次" in faults(twice)[0].text
    alone = tuple(one for one in WORKS.steps if one.kind is not At.PUBLICITY)
    assert faults(replace(WORKS, steps=alone))[0].kinds == (At.OBJECTION, At.PUBLICITY)
