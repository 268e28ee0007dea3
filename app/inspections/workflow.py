"""What makes a close-out procedure one that can be followed: its order, its owners, its days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.inspections.drafts import ProcedureDraft, StepDraft
from app.inspections.vocabulary import StepKind, StepOwner
from app.wording import N_

NEEDED = (StepKind.APPLICATION, StepKind.ACCEPTANCE, StepKind.CLOSE_OUT)
BY_THE_APPLICANT = frozenset({StepKind.SELF_CHECK, StepKind.APPLICATION})
BY_AN_OFFICE = frozenset(
    {StepKind.PUBLICITY, StepKind.OBJECTION, StepKind.CLOSE_OUT, StepKind.FILING}
)
OFFICES = frozenset({StepOwner.OFFICE, StepOwner.UPPER_OFFICE})

# Each pair in this order, wherever both are there.
ORDER = (
    (StepKind.SELF_CHECK, StepKind.APPLICATION),
    *((StepKind.APPLICATION, kind) for kind in StepKind if kind not in BY_THE_APPLICANT),
    (StepKind.ACCEPTANCE, StepKind.PUBLICITY),
    (StepKind.PUBLICITY, StepKind.OBJECTION),
    *(
        (kind, StepKind.CLOSE_OUT)
        for kind in (
            StepKind.VERIFICATION,
            StepKind.ACCEPTANCE,
            StepKind.SIGN_OFF,
            StepKind.PUBLICITY,
            StepKind.OBJECTION,
        )
    ),
    (StepKind.CLOSE_OUT, StepKind.FILING),
    (StepKind.CLOSE_OUT, StepKind.LOOK_BACK),
)
MOST_PERCENT = 100


@dataclass(frozen=True)
class Fault:
    """What is wrong with a procedure: a message, the words in it, and the step that it is about."""

    text: str
    kinds: tuple[StepKind, ...] = ()
    at: int | None = None


def faults(draft: ProcedureDraft) -> list[Fault]:
    """Return everything that forbids publishing, in the order of the page."""
    found = [*_missing(draft.steps), *_disorder(draft.steps)]
    for at, step in enumerate(draft.steps):
        found += [Fault(text, (step.kind,), at) for wrong, text in CHECKS if wrong(step)]
    return found


def _missing(steps: Sequence[StepDraft]) -> Iterator[Fault]:
    kinds = [step.kind for step in steps]
    for kind in NEEDED:
        if kind not in kinds:
            yield Fault(N_("缺“%(first)s”一步。"), (kind,))
    for at, kind in enumerate(kinds):
        if kind in kinds[:at]:
            yield Fault(N_("“%(first)s”出现了两次。"), (kind,), at)


def _disorder(steps: Sequence[StepDraft]) -> Iterator[Fault]:
    place = {step.kind: at for at, step in reversed(list(enumerate(steps)))}
    for first, second in ORDER:
        if first in place and second in place and place[first] > place[second]:
            yield Fault(N_("“%(first)s”要在“%(second)s”之前。"), (first, second), place[second])
    if StepKind.OBJECTION in place and StepKind.PUBLICITY not in place:
        yield Fault(
            N_("有“%(first)s”就要有“%(second)s”。"),
            (StepKind.OBJECTION, StepKind.PUBLICITY),
            place[StepKind.OBJECTION],
        )


def _owner_is_wrong(step: StepDraft) -> bool:
    """The applicant applies, and does nothing else."""
    applicant = StepOwner.APPLICANT in step.owners
    return applicant is not (step.kind in BY_THE_APPLICANT)


CHECKS: tuple[tuple[Callable[[StepDraft], bool], str], ...] = (
    (
        _owner_is_wrong,
        N_("“%(first)s”的办理单位不对：自查和申请由责任单位办，其余各步责任单位都不能办。"),
    ),
    (
        lambda step: step.kind in BY_AN_OFFICE and not OFFICES.issuperset(step.owners),
        N_("“%(first)s”由整改办或上级整改办办理。"),
    ),
    (
        lambda step: bool(step.cosigners) and step.kind is not StepKind.SIGN_OFF,
        N_("只有“签批”可以由几家会签；“%(first)s”请只选一家。"),
    ),
    (
        lambda step: len(set(step.owners)) < len(step.owners),
        N_("“%(first)s”的会签单位重复了。"),
    ),
    (
        lambda step: step.days is not None and step.days < 1,
        N_("“%(first)s”的天数至少是1。"),
    ),
    (
        lambda step: step.kind is StepKind.PUBLICITY and not step.days,
        N_("“%(first)s”要写明公示几天。"),
    ),
    (
        lambda step: step.kind is StepKind.FILING and step.filing_level is None,
        N_("“%(first)s”要写明报哪一级。"),
    ),
    (
        lambda step: step.kind is StepKind.LOOK_BACK and not (step.after_months or 0) > 0,
        N_("“%(first)s”要写明销号后几个月。"),
    ),
    (
        lambda step: (
            step.sampled_percent is not None and not 0 < step.sampled_percent <= MOST_PERCENT
        ),
        N_("“%(first)s”的抽查比例是1至100。"),
    ),
)
