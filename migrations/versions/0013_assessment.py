"""Tables of issue 4: assessment."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
