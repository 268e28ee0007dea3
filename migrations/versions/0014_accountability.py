"""Tables of issue 4: accountability."""

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add nothing yet."""


def downgrade() -> None:
    """Nothing to take away."""
