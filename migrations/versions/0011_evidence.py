"""Tables of issue 4: evidence."""

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
