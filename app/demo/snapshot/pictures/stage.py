"""The canvas with everything that stands in a picture: houses, machines, people."""

from app.demo.snapshot.pictures.canvas import WIDTH, Canvas, Colour, mix


class Stage(Canvas):
    """Things are placed by the point their foot stands on."""

    def reeds(self, x: float, y: float, count: int, tall: float = 120) -> None:
        """Grow a clump of reeds."""
        for _ in range(count):
            at, lean = x + self.rng.gauss(0, tall * 0.45), self.rng.uniform(-14, 14)
            top = y - tall * self.rng.uniform(0.55, 1.05)
            self.line([(at, y), (at + lean, top)], self.vary((122, 142, 78), 16), 2.2)
            self.oval(at + lean, top, 5, 24, self.vary((150, 116, 78), 10))

    def house(self, x: float, y: float, size: float, wall: Colour, roof: Colour) -> None:
        """Build a small house standing on (x, y), its left lower corner."""
        self.box(x, y - size * 0.6, size, size * 0.6, wall)
        self.poly(
            [(x - size * 0.08, y - size * 0.58), (x + size * 0.5, y - size * 0.95),
             (x + size * 1.08, y - size * 0.58)], roof,
        )  # fmt: skip
        for place in (0.14, 0.62):
            self.box(x + size * place, y - size * 0.44, size * 0.2, size * 0.18, (120, 146, 164))

    def towers(self, y: float, count: int = 7) -> None:
        """Build a distant skyline."""
        for _ in range(count):
            x, tall = self.rng.uniform(0, WIDTH), self.rng.uniform(50, 150)
            wide = self.rng.uniform(36, 70)
            wall = self.vary((192, 200, 206), 10)
            self.box(x, y - tall, wide, tall, wall)
            for floor in range(int(tall / 18)):
                self.box(
                    x + 6, y - tall + 8 + floor * 18, wide - 12, 6, mix(wall, (90, 120, 150), 0.4)
                )

    def excavator(self, x: float, y: float, size: float = 150) -> None:
        """Park an excavator with its tracks on (x, y)."""
        yellow, dark = (228, 168, 42), (58, 60, 62)
        unit = size / 10
        self.oval(x + unit * 2.6, y - unit * 0.7, unit * 6, unit * 1.6, dark)
        self.box(x + unit * 0.6, y - unit * 3.2, unit * 4.2, unit * 2.0, yellow)
        self.box(x + unit * 2.6, y - unit * 5, unit * 2, unit * 2.2, (176, 202, 214))
        arm = [(x + unit * 4.4, y - unit * 2.6), (x + unit * 7.4, y - unit * 6.4)]
        self.line([*arm, (x + unit * 9.6, y - unit * 2.4)], yellow, unit * 0.7)
        self.poly(
            [(x + unit * 8.8, y - unit * 2.5), (x + unit * 10.3, y - unit * 2.3),
             (x + unit * 9.4, y - unit * 0.9)], dark,
        )  # fmt: skip

    def worker(self, x: float, y: float, size: float = 60) -> None:
        """Let somebody in a safety vest stand on (x, y)."""
        self.box(x - size * 0.1, y - size * 0.42, size * 0.2, size * 0.42, (52, 62, 82))
        self.box(x - size * 0.14, y - size * 0.8, size * 0.28, size * 0.42, (236, 122, 40))
        self.box(x - size * 0.14, y - size * 0.64, size * 0.28, size * 0.06, (232, 228, 150))
        self.oval(x, y - size * 0.9, size * 0.19, size * 0.21, (222, 182, 152))
        self.oval(x, y - size * 0.97, size * 0.25, size * 0.13, (240, 214, 60))

    def sign(self, x: float, y: float, colour: Colour = (28, 94, 150)) -> None:
        """Put up a notice board whose posts stand on y."""
        for post in (8, 108):
            self.box(x + post, y - 110, 6, 110, (140, 146, 150))
        self.box(x, y - 128, 122, 74, colour)
        for row, wide in enumerate((86, 100, 64)):
            self.box(x + 11, y - 116 + row * 19, wide, 7, (232, 240, 246))

    def cone(self, x: float, y: float, size: float = 44) -> None:
        self.poly([(x - size * 0.32, y), (x, y - size), (x + size * 0.32, y)], (232, 104, 36))
        self.box(x - size * 0.17, y - size * 0.52, size * 0.34, size * 0.15, (244, 240, 232))

    def heron(self, x: float, y: float) -> None:
        white = (246, 246, 242)
        self.line([(x, y), (x, y + 42)], (70, 70, 66), 2)
        self.oval(x, y - 6, 46, 22, white)
        self.line([(x + 16, y - 10), (x + 26, y - 38), (x + 36, y - 36)], white, 5)
        self.line([(x + 36, y - 36), (x + 50, y - 33)], (222, 166, 60), 3)
