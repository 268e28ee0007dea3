"""The life of a joint review, as one table."""

from app.access.actions import ReviewAction as Do
from app.engagements.vocabulary import ReviewState as Is
from app.workflow import Workflow

REVIEW_WORKFLOW = Workflow(
    start=Is.PLANNED,
    moves={
        (Is.PLANNED, Do.PLAN): Is.PLANNED,
        (Is.PLANNED, Do.CONCLUDE): Is.CONCLUDED,
    },
)
