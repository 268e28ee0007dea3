"""Tables of issue 4: supervision."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
