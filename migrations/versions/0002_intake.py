"""Intake: what issue 3 adds.

Revision ID: 0002
Revises: 0001
"""

from alembic import op  # noqa: F401  # each engineer adds the own part below

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what intake keeps since."""


def downgrade() -> None:
    """Take it away again."""
