"""Reads documents and compares: one at a time, or many by family and by type of file."""

import json
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.intake.parsing.document import parse_file
from benchmarks.variants.making import Document, document
from benchmarks.variants.scoring import Difference, Score, compare


@dataclass
class Tally:
    """Scores by family and by type, and the documents that were not read as they should be."""

    families: dict[str, Score] = field(default_factory=dict)
    suffixes: dict[str, Score] = field(default_factory=dict)

    def add(self, made: Document, score: Score) -> None:
        self.families.setdefault(made.family, Score()).add(score)
        self.suffixes.setdefault(made.suffix, Score()).add(score)

    @property
    def whole(self) -> Score:
        total = Score()
        for score in self.families.values():
            total.add(score)
        return total


def read(made: Document, folder: Path) -> Score:
    """Parse one document as the command would and compare."""
    file = folder / made.name
    file.write_bytes(made.data)
    try:
        found = parse_file(file).to_json()
    except Exception:  # noqa: BLE001  # a crash is what is looked for
        score = Score(documents=1, crashes=1)
        score.counts["expected"] = len(made.variant.items)
        score.differences.append(Difference("", "crash", "", traceback.format_exc()))
        return score
    score = compare(made.variant.items, found["items"], made.variant.kind)
    coverage = found["coverage"]
    score.lost = (
        coverage["lines"] != coverage["mapped"] + coverage["ignored"] + coverage["unexplained"]
    )
    score.counts["lines"] = coverage["lines"]
    score.counts["unexplained"] = coverage["unexplained"]
    if made.variant.kind not in ("", found["document"]["kind"]):
        score.differences.append(
            Difference("", "kind", made.variant.kind, found["document"]["kind"])
        )
    return score


def measure(
    families: list[str], count: int, seed: int, folder: Path
) -> Iterator[tuple[Document, Score]]:
    """Read `count` documents of each family."""
    for family in families:
        for place in range(count):
            made = document(family, seed * 100_000 + place)
            score = read(made, folder)
            if score.differences:
                truth = json.dumps(made.variant.items, ensure_ascii=False, indent=1)
                (folder / f"{made.name}.truth.json").write_text(truth, encoding="utf-8")
            else:
                (folder / made.name).unlink()
            yield made, score
