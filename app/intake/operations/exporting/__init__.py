"""Writing workbooks: templates, what stands in the books, and rows in error."""

from app.intake.operations.exporting.records import export_cases, export_tasks
from app.intake.operations.exporting.templates import write_template
from app.intake.operations.exporting.wrong_rows import export_wrong_rows

__all__ = ["export_cases", "export_tasks", "export_wrong_rows", "write_template"]
