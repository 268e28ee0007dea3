"""Writing workbooks: templates, what stands in the books, and rows in error."""

from app.intake.operations.exporting.templates import write_template

__all__ = ["write_template"]
