"""The pages of sponsoring leaders, their visits, and joint reviews."""

from flask import Blueprint

engagements = Blueprint("engagements", __name__)

from app.engagements.views import people, reviews  # noqa: E402, F401  # routes
