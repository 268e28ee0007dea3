"""Which steps of a close-out procedure the applicant completes by applying."""

from app.inspections.vocabulary import StepKind

DONE_BY_APPLYING = (StepKind.SELF_CHECK, StepKind.APPLICATION)
