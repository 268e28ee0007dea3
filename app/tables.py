"""Every table, imported once, so that metadata is whole."""

import app.accountability.models
import app.accounts.models
import app.assessment.models
import app.audit.models
import app.calendars.models
import app.closeout.models
import app.engagements.models
import app.files.models
import app.inspections.models
import app.intake.models
import app.jobs.models
import app.ledgers.models
import app.notices.models
import app.petitions.models
import app.pointers.models
import app.publication.models
import app.supervision.models
import app.tasks.models
import app.terms.models
import app.units.models  # noqa: F401  # imported for what they register
