"""The life of an assessment, as one table."""

from app.access.actions import AssessmentAction as Do
from app.assessment.vocabulary import AssessmentState as Is
from app.workflow import Workflow

ASSESSMENT_WORKFLOW = Workflow(
    start=Is.DRAFT,
    moves={
        (Is.DRAFT, Do.DRAFT): Is.DRAFT,
        (Is.DRAFT, Do.ANNOUNCE): Is.ANNOUNCED,
        (Is.ANNOUNCED, Do.OBJECT): Is.ANNOUNCED,
        (Is.ANNOUNCED, Do.DECIDE): Is.ANNOUNCED,
        (Is.ANNOUNCED, Do.PUBLISH): Is.PUBLISHED,
    },
)
