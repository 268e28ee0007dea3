"""What the wording of a deadline means: 2025年底前完成并长期坚持 is 2025-12-31, sustained."""

from app.deadlines.phrases.deadline import Deadline, DeadlineKind
from app.deadlines.phrases.reading import read_deadline

__all__ = ["Deadline", "DeadlineKind", "read_deadline"]
