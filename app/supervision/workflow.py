"""The life of a letter and of a recipient's reply, as two tables."""

from app.access.actions import LetterAction as Do
from app.supervision.vocabulary import LetterState as Is
from app.supervision.vocabulary import ReplyState as Reply
from app.workflow import Workflow

LETTER_WORKFLOW = Workflow(
    start=Is.DRAFT,
    moves={
        (Is.DRAFT, Do.DRAFT): Is.DRAFT,
        (Is.DRAFT, Do.REVIEW): Is.REVIEWED,
        (Is.DRAFT, Do.ISSUE): Is.ISSUED,
        (Is.DRAFT, Do.WITHDRAW): Is.WITHDRAWN,
        (Is.REVIEWED, Do.DRAFT): Is.DRAFT,  # changed, so to be reviewed again
        (Is.REVIEWED, Do.ISSUE): Is.ISSUED,
        (Is.REVIEWED, Do.WITHDRAW): Is.WITHDRAWN,
        (Is.ISSUED, Do.REPLY): Is.ISSUED,
        (Is.ISSUED, Do.ACCEPT): Is.ISSUED,
        (Is.ISSUED, Do.ASK_AGAIN): Is.ISSUED,
        (Is.ISSUED, Do.END): Is.ENDED,
        (Is.ISSUED, Do.CORRECT): Is.ISSUED,
        (Is.ENDED, Do.CORRECT): Is.ENDED,
    },
)

REPLY_WORKFLOW = Workflow(
    start=Reply.AWAITED,
    moves={
        (Reply.AWAITED, Do.REPLY): Reply.REPLIED,
        (Reply.REPLIED, Do.REPLY): Reply.REPLIED,  # a further version
        (Reply.REPLIED, Do.ACCEPT): Reply.ACCEPTED,
        (Reply.REPLIED, Do.ASK_AGAIN): Reply.ASKED_AGAIN,
        (Reply.ASKED_AGAIN, Do.REPLY): Reply.REPLIED,
    },
)
