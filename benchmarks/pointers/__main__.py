"""Measures precision and recall of the pointers: `python -m benchmarks.pointers`."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import perf_counter

from alembic import command

from app import create_app
from app.database import db
from app.files.models import PicturePair
from app.files.operations import put
from app.maintenance.operations import migrations
from app.pointers.parsing.figures import only_vague
from app.pointers.parsing.named import named_documents, shows
from app.pointers.parsing.passages import compare, is_copy, is_repetition
from app.tasks.parsing import marks
from benchmarks.pointers.photos import Photo, photos
from benchmarks.pointers.phrases import documents, vague
from benchmarks.pointers.texts import Pair, pairs, weeks
from config import Config

SEED = 20261122


@dataclass(frozen=True)
class Score:
    """What was found, of what was there, and what was pointed at for nothing."""

    name: str
    right: int
    missed: int
    wrong: int
    honest: int

    def row(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        return (
            f"| {self.name} | {self.right + self.missed} | {self.honest} | {self.right} | "
            f"{self.wrong} | {precision:.1%} | {recall:.1%} |"
        )


def scored(name: str, answers: Iterable[tuple[bool, bool]]) -> Score:
    """Count pairs of (what is true, what was said)."""
    counted = Counter(answers)
    return Score(
        name,
        counted[True, True],
        counted[True, False],
        counted[False, True],
        counted[False, True] + counted[False, False],
    )


def wording(count: int, seed: int = SEED) -> Score:
    """Copies of other tasks' reports: found by their marks first, then compared."""
    return scored(
        "wording: another task's", ((one.copied, _copied(one)) for one in pairs(seed, count))
    )


def _copied(pair: Pair) -> bool:
    ours = marks(pair.text)
    shared = len(ours & marks(pair.other))
    near = shared >= 2 and shared * 3 >= len(ours)  # as in pointers.queries
    return near and is_copy(compare(pair.text, pair.other, [pair.target]))


def repetition(count: int, seed: int = SEED) -> Score:
    return scored(
        "wording: last period's",
        (
            (one.copied, is_repetition(compare(one.text, one.other), one.text, one.other))
            for one in weeks(seed, count)
        ),
    )


def phrases(count: int, seed: int = SEED) -> Score:
    return scored("vague phrases", ((true, only_vague(text)) for text, true in vague(seed, count)))


def missing(count: int, seed: int = SEED) -> Score:
    return scored(
        "document missing",
        (
            (
                true,
                any(
                    not any(shows(one, file) for file in filed) for one in named_documents([wanted])
                ),
            )
            for wanted, filed, true in documents(seed, count)
        ),
    )


def same_view(each: int, seed: int = SEED) -> tuple[list[Score], float]:
    """Photos come in one by one, as they are uploaded; the pairs kept are what was found."""
    shown = list(photos(seed, each))
    begun = perf_counter()
    keys = [put(BytesIO(photo.content), "photo.jpg").id for photo in shown]
    seconds = (perf_counter() - begun) / len(shown)
    place = {key: at for at, key in enumerate(keys)}
    found = {
        frozenset((place[pair.blob_id], place[pair.other_id]))
        for pair in db.session.query(PicturePair)
    }
    answers = [
        (shown[one].view == shown[other].view, frozenset((one, other)) in found)
        for one in range(len(shown))
        for other in range(one)
    ]
    usual = [photo.how for photo in shown]
    return [scored("same photo", answers), *_by_change(shown, usual, found)], seconds


def _by_change(shown: list[Photo], usual: list[str], found: set[frozenset[int]]) -> Iterator[Score]:
    first = {photo.view: at for at, photo in reversed(list(enumerate(shown)))}
    for how in dict.fromkeys(usual[len(first) :]):
        copies = [at for at, photo in enumerate(shown) if photo.how == how]
        yield scored(
            f"same photo, {how}",
            ((True, frozenset((at, first[shown[at].view])) in found) for at in copies),
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/pointers.db"
        app = create_app(Config("benchmark", url, Path(folder)))
        with app.app_context():
            command.upgrade(migrations(db.engine), "head")
            photo_scores, seconds = same_view(5)
            db.session.rollback()
    print("| what | true cases | honest cases | found | found wrongly | precision | recall |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for score in (wording(400), repetition(200), phrases(300), missing(300), *photo_scores):
        print(score.row())
    print(f"\nTaking in a photo: {seconds * 1000:.0f} ms (read, prints, pairs).")


if __name__ == "__main__":
    main()
