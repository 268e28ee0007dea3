"""What becomes of rows in error: mended in Excel and brought again, or left out."""

from app.intake.operations.mending.cases import bring_cases_again
from app.intake.operations.mending.tasks import bring_again, leave_out

__all__ = ["bring_again", "bring_cases_again", "leave_out"]
