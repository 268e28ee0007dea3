"""Tables of issue 4: parts."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
