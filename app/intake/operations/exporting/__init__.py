"""Writing workbooks: templates, what stands in the books, and rows in error."""

from app.intake.operations.exporting.records import export_cases, export_tasks
from app.intake.operations.exporting.templates import write_template

__all__ = ["export_cases", "export_tasks", "write_template"]
