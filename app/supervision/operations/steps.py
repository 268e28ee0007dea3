"""The one function that moves a letter."""

from app.access.actions import LetterAction
from app.supervision.models import Letter
from app.supervision.workflow import LETTER_WORKFLOW


def move(letter: Letter, action: LetterAction) -> None:
    """Move the letter by the table; IllegalAction where that is not in turn."""
    letter.state = LETTER_WORKFLOW.after(letter.state, action)
