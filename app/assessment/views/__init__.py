"""The pages of assessments: points, scores, objections, the circular."""

from flask import Blueprint

assessment = Blueprint("assessment", __name__, url_prefix="/assessments")

from app.assessment.views import objections, pages  # noqa: E402, F401  # routes
