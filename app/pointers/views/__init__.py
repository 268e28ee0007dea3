"""Pointers on the page of a task, and the page on which one is looked at and judged."""

from flask import Blueprint

pointers = Blueprint("pointers", __name__, url_prefix="/tasks/<int:task_id>/pointers")

from app.pointers.views import judging, notice  # noqa: E402, F401  # routes and the section
