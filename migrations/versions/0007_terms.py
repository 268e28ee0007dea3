"""Tables of issue 4: terms."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
