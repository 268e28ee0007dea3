"""Every table, imported once, so that metadata is whole."""

from app.accounts import models as accounts
from app.audit import models as audit
from app.calendars import models as calendars
from app.closeout import models as closeout
from app.files import models as files
from app.inspections import models as inspections
from app.intake import models as intake
from app.jobs import models as jobs
from app.ledgers import models as ledgers
from app.tasks import models as tasks
from app.units import models as units

__all__ = [
    "accounts", "audit", "calendars", "closeout", "files", "inspections", "intake", "jobs",
    "ledgers", "tasks", "units",
]  # fmt: skip
