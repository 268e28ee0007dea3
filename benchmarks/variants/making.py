"""One document for a family and a seed: always the same one."""

from dataclasses import dataclass
from random import Random

from benchmarks.variants.families.registry import FAMILIES
from benchmarks.variants.files.writing import suffixes, write
from benchmarks.variants.noise import spoil
from benchmarks.variants.paper import Variant
from benchmarks.variants.truth import Dice


@dataclass(frozen=True)
class Document:
    family: str
    suffix: str
    data: bytes
    variant: Variant
    name: str


def document(family: str, seed: int, suffix: str | None = None, *, noisy: bool = True) -> Document:
    """Throw the dice of one document."""
    dice = Dice(Random(f"{family}/{seed}"))  # chance, not secrecy
    variant = FAMILIES[family](dice)
    fitting = suffixes(variant)
    suffix = suffix if suffix in fitting else fitting[seed % len(fitting)]
    if noisy:
        spoil(variant, dice, suffix)
    data = write(variant, suffix, dice)
    name = f"{family.replace(', ', '-').replace(' ', '-')}-{seed}.{suffix}"
    return Document(family, suffix, data, variant, name)
