"""Every figure once."""

from app.metrics.queries.balance import Account, Standing, balance, scope_at, standings
from app.metrics.queries.curves import Point, closed_and_planned, days_of
from app.metrics.queries.figures import ADDRESS, PARTS, Figures, figures

__all__ = [
    "ADDRESS", "PARTS", "Account", "Figures", "Point", "Standing", "balance",
    "closed_and_planned", "days_of", "figures", "scope_at", "standings",
]  # fmt: skip
