"""Tables of issue 4: notices."""

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
