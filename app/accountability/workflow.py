"""The life of an accountability matter, as one table."""

from app.access.actions import AccountabilityAction as Do
from app.accountability.vocabulary import MatterState as Is
from app.workflow import Workflow

MATTER_WORKFLOW = Workflow(
    start=Is.TRANSFERRED,
    moves={
        (Is.TRANSFERRED, Do.EDIT): Is.TRANSFERRED,
        (Is.TRANSFERRED, Do.CONCLUDE): Is.CONCLUDED,
        (Is.CONCLUDED, Do.CONCLUDE): Is.CONCLUDED,
    },
)
