"""Tables of issue 4: dispatch."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
