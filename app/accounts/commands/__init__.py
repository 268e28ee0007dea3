"""People from the command line, and acting there as one of them."""

from app.accounts.commands.acting import act_as, as_user, in_words
from app.accounts.commands.users import users

__all__ = ["act_as", "as_user", "in_words", "users"]
