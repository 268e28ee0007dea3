"""Tables of issue 4: publication."""

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
