"""A small landscape painter's box: sky, hills, ground, water and trees."""

import math
from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]

WIDTH, HEIGHT = 1024, 768
SCALE = 2
"""Everything is painted twice as large and made smaller, which smooths the edges."""

FAINT = [(value + 640) // 6 for value in range(256)]
"""Brings noise close to the middle grey that leaves a picture as it is."""

WEATHERS: tuple[tuple[Colour, Colour], ...] = (
    ((142, 183, 214), (226, 236, 240)),
    ((160, 190, 208), (236, 236, 228)),
    ((176, 190, 200), (226, 229, 230)),
    ((132, 172, 205), (240, 230, 214)),
)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two; share 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Canvas:
    """What the scenes are painted on; the same seed always gives the same picture."""

    def __init__(self, seed: str) -> None:
        self.rng = Random(seed)  # noqa: S311  # a picture is no secret
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.draw = ImageDraw.Draw(self.image)

    def vary(self, colour: Colour, amount: int = 8) -> Colour:
        """Return a colour a little lighter or darker, and a little off."""
        shift = self.rng.randint(-amount, amount)
        red, green, blue = (
            max(0, min(255, part + shift + self.rng.randint(-2, 2))) for part in colour
        )
        return red, green, blue

    def poly(self, points: Sequence[Point], colour: Colour) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        self.poly([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], colour)

    def oval(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        corners = [(x - wide / 2) * SCALE, (y - high / 2) * SCALE]
        corners += [(x + wide / 2) * SCALE, (y + high / 2) * SCALE]
        self.draw.ellipse(corners, fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float = 3) -> None:
        self.draw.line(
            [(x * SCALE, y * SCALE) for x, y in points], colour, round(width * SCALE), "curve"
        )

    def band(self, y: float, high: float, top: Colour, bottom: Colour) -> None:
        """Fill the whole width from y downwards, shading from one colour to the other."""
        for row in range(math.ceil(high)):
            self.box(0, y + row, WIDTH, 1, mix(top, bottom, row / high))

    def sky(self, horizon: float, haze: float = 0.0) -> None:
        top, bottom = self.rng.choice(WEATHERS)
        grey = (188, 184, 176)
        low = mix(bottom, grey, haze)
        self.box(0, horizon, WIDTH, HEIGHT - horizon, mix(low, (150, 168, 140), 0.5))
        self.band(0, horizon + 4, mix(top, grey, haze), low)
        if haze:
            return
        for _ in range(self.rng.randint(2, 4)):
            x, y = self.rng.uniform(0, WIDTH), self.rng.uniform(50, horizon * 0.55)
            self._cloud(x, y, mix(bottom, (255, 255, 255), 0.55))

    def _cloud(self, x: float, y: float, colour: Colour) -> None:
        for _ in range(6):
            wide = self.rng.uniform(70, 190)
            self.oval(
                x + self.rng.uniform(-90, 90), y + self.rng.uniform(-8, 8), wide, wide / 6, colour
            )

    def hills(self, base: float, height: float, colour: Colour) -> None:
        """Paint a ridge that stands on the line `base`."""
        first, second = self.rng.uniform(0, 6), self.rng.uniform(0, 6)
        ridge = [
            (x, base - height * (0.62 + 0.25 * math.sin(x / 170 + first)
             + 0.13 * math.sin(x / 61 + second)))
            for x in range(0, WIDTH + 17, 16)
        ]  # fmt: skip
        self.poly([(0, base + 4), *ridge, (WIDTH, base + 4)], colour)

    def water(self, y: float, high: float, colour: Colour) -> None:
        """Paint water with its glints."""
        self.band(y, high, mix(colour, (235, 240, 240), 0.3), mix(colour, (10, 20, 24), 0.18))
        for _ in range(int(high / 4)):
            at = y + high * self.rng.random() ** 0.8
            x, wide = self.rng.uniform(0, WIDTH), self.rng.uniform(20, 110)
            self.line([(x, at), (x + wide, at)], mix(colour, (255, 255, 255), 0.3), 1.4)

    def ground(self, y: float, colour: Colour, speckles: int = 500) -> None:
        """Paint open ground down to the lower edge, with small stones or tufts."""
        self.band(y, HEIGHT - y, mix(colour, (255, 255, 255), 0.12), mix(colour, (0, 0, 0), 0.1))
        for _ in range(speckles):
            x, depth = self.rng.uniform(0, WIDTH), self.rng.random()
            size = 2 + 9 * depth
            shade = mix(colour, self.rng.choice([(0, 0, 0), (255, 255, 255)]), 0.12)
            self.oval(x, y + (HEIGHT - y) * depth, size, size / 2.4, shade)

    def grass(self, y: float, high: float, colour: Colour, count: int = 320) -> None:
        """Strew blades of grass between y and y + high."""
        for _ in range(count):
            x, at = self.rng.uniform(0, WIDTH), y + high * self.rng.random()
            lean, tall = self.rng.uniform(-5, 5), self.rng.uniform(6, 15)
            self.line([(x, at), (x + lean, at - tall)], self.vary(colour, 18), 2)

    def tree(self, x: float, y: float, size: float, colour: Colour = (82, 124, 74)) -> None:
        """Plant a leafy tree whose foot stands at (x, y)."""
        self.box(x - size / 22, y - size * 0.4, size / 11, size * 0.4, (98, 80, 64))
        for place in range(7):
            angle = place * 0.9
            self.oval(
                x + math.cos(angle) * size * 0.2,
                y - size * 0.66 + math.sin(angle) * size * 0.17,
                size * 0.42,
                size * 0.4,
                self.vary(mix(colour, (255, 255, 255), 0.03 * (7 - place)), 6),
            )

    def trees(self, y: float, size: float, count: int) -> None:
        """Plant a loose row of trees along a line."""
        for place in range(count):
            x = WIDTH * (place + self.rng.uniform(0.1, 0.9)) / count
            self.tree(x, y + self.rng.uniform(-4, 4), size * self.rng.uniform(0.75, 1.15))

    def jpeg(self, stamp: str) -> bytes:
        """Return the finished photo with grain and the camera's date in the corner."""
        photo = self.image.reduce(SCALE)
        photo = ImageChops.add(photo, self._grain(), scale=1, offset=-128)
        face = ImageFont.load_default(24)
        ImageDraw.Draw(photo).text(
            (WIDTH - 26, HEIGHT - 44), stamp, (255, 190, 70), face, "ra",
            stroke_width=2, stroke_fill=(60, 40, 20),
        )  # fmt: skip
        stream = BytesIO()
        photo.save(stream, "JPEG", quality=80)
        return stream.getvalue()

    def _grain(self) -> Image.Image:
        noise = self.rng.randbytes(WIDTH // 2 * (HEIGHT // 2))
        small = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), noise)
        soft = small.filter(ImageFilter.BoxBlur(2)).point(FAINT)
        return Image.merge("RGB", [soft.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)] * 3)
