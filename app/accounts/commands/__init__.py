"""People from the command line, and acting there as one of them."""

from app.accounts.commands.acting import act_as, as_user
from app.accounts.commands.users import users
from app.web.commands import in_words

__all__ = ["act_as", "as_user", "in_words", "users"]
