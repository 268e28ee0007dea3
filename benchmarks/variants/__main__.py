"""`python -m benchmarks.variants --count 200 --seed 1 [--family NAME] [--show 20] [--keep FOLDER]`."""

import argparse
import tempfile
from pathlib import Path

from benchmarks.variants.families.registry import FAMILIES
from benchmarks.variants.measuring import Tally, measure
from benchmarks.variants.report import differences, report


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.variants", description=__doc__)
    asked.add_argument("--count", type=int, default=20, help="documents of each family")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--family", action="append", choices=list(FAMILIES))
    asked.add_argument("--show", type=int, default=0, help="differences to print")
    asked.add_argument("--keep", type=Path, help="folder for the documents that differ")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.keep or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        tally, left = Tally(), given.show
        for made, score in measure(given.family or list(FAMILIES), given.count, given.seed, folder):
            tally.add(made, score)
            for text in differences(made, score):
                if left > 0:
                    print(text)
                    left -= 1
    print(report(tally))


if __name__ == "__main__":
    main()
