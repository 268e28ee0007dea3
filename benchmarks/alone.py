"""Starts the application, reads one file with the library alone, and stops."""

import sys
from importlib import import_module

from app import create_app


def read(file: str) -> int:
    """Return how much there was to read; only the library that the file needs is imported."""
    if file.endswith(".docx"):
        paragraphs = import_module("docx").Document(file).paragraphs
        return sum(len(paragraph.text) for paragraph in paragraphs)
    book = import_module("python_calamine").CalamineWorkbook.from_path(file)
    return len(book.get_sheet_by_index(0).to_python())


if __name__ == "__main__":
    create_app()
    print(read(sys.argv[1]))
