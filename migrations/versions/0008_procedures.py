"""Tables of issue 4: procedures."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
