"""Tables of issue 4: tiers."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
