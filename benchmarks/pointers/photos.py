"""Drawn photos with altered copies, and different photos of like places."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageEnhance

from app.demo.snapshot.pictures import PHASES, SCENES, draw

STATIC = frozenset({"boiler"})
"""A scene that is drawn the same whatever the seed: its photos are one view, not like places."""


@dataclass(frozen=True)
class Photo:
    """A photo as a file; `view` says what it shows: photos of one view are copies."""

    view: str
    how: str
    content: bytes


def photos(seed: int, each: int) -> Iterator[Photo]:
    """Yield originals of every scene and phase, then altered copies of every third one."""
    chance = Random(seed)
    kept = []
    for scene in SCENES:
        if scene in STATIC:
            continue
        for phase in PHASES:
            for number in range(each):
                view = f"{scene}/{phase}/{number}"
                content = draw(scene, phase, view, f"2026.09.{chance.randint(10, 28)} 10:22")
                kept.append((view, content))
                yield Photo(view, "original", content)
    for at, (view, content) in enumerate(kept[::3]):
        how = list(CHANGES)[at % len(CHANGES)]
        with Image.open(BytesIO(content)) as picture:
            changed = CHANGES[how](chance, picture.convert("RGB"))
        yield Photo(view, how, _saved(chance, changed))


def _saved(chance: Random, picture: Image.Image) -> bytes:
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=chance.choice((45, 60, 75)))
    return stream.getvalue()


def _smaller(chance: Random, picture: Image.Image) -> Image.Image:
    share = chance.choice((0.3, 0.5, 0.7))
    return picture.resize((int(picture.width * share), int(picture.height * share)))


def _lit(chance: Random, picture: Image.Image) -> Image.Image:
    lit = ImageEnhance.Brightness(picture).enhance(chance.choice((0.75, 1.25)))
    return ImageEnhance.Contrast(lit).enhance(chance.choice((0.85, 1.15)))


def _cut(chance: Random, picture: Image.Image) -> Image.Image:
    left, top = chance.uniform(0, 0.1), chance.uniform(0, 0.1)
    right, bottom = chance.uniform(0, 0.1 - left), chance.uniform(0, 0.1 - top)
    wide, high = picture.size
    return picture.crop(
        (int(wide * left), int(high * top), int(wide * (1 - right)), int(high * (1 - bottom)))
    )


def _stamped(_chance: Random, picture: Image.Image) -> Image.Image:
    """A watermark of time and place, as cameras of telephones put it."""
    pen = ImageDraw.Draw(picture)
    wide, high = picture.size
    pen.text((wide * 0.03, high * 0.9), "2026-11-03 10:22", fill="white", font_size=36)
    return picture


def _all(chance: Random, picture: Image.Image) -> Image.Image:
    return _smaller(chance, _lit(chance, _cut(chance, picture)))


def _mirrored(_chance: Random, picture: Image.Image) -> Image.Image:
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


CHANGES = {
    "saved again": lambda _chance, picture: picture,
    "smaller": _smaller,
    "lighter or darker": _lit,
    "cut by up to 10%": _cut,
    "stamped": _stamped,
    "cut, lit, smaller": _all,
    "mirrored": _mirrored,
}
