"""Tables of issue 4: engagements."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
