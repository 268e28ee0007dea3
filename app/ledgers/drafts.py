"""Values that the operations on ledgers take and give."""

from dataclasses import dataclass

from app.ledgers.vocabulary import Verdict


@dataclass(frozen=True)
class Comparison:
    """What a file, the database and the audit trail say of one issue, each on its own."""

    file: Verdict
    public_id: str | None = None
    content_whole: bool = True
    """The stored content still has the checksum that was printed."""
    trail_whole: bool = True
    """The audit trail still holds the entry whose hash was printed."""
    entries_since: int = 0
    replaced_by: int | None = None
    """The number of the correction that has taken its place."""

    @property
    def agrees(self) -> bool:
        return self.file is Verdict.GENUINE and self.content_whole and self.trail_whole
