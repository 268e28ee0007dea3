"""Scenes in town: pipe, boiler, building site."""

from app.demo.snapshot.pictures.canvas import HEIGHT, WIDTH, Colour, mix
from app.demo.snapshot.pictures.stage import Stage

ASPHALT: Colour = (124, 126, 128)
LAWN: Colour = (112, 148, 84)
NET: Colour = (74, 132, 84)
CRANE: Colour = (216, 164, 44)


def pipe(stage: Stage, phase: str) -> None:
    """A street: an overflowing manhole, a trench with a pipe, a mended road."""
    stage.sky(240)
    stage.towers(262, 8)
    stage.trees(270, 100, 7)
    stage.ground(262, ASPHALT, 700)
    stage.poly([(0, 262), (250, 262), (0, 560)], (190, 184, 172))
    stage.poly([(WIDTH, 262), (774, 262), (WIDTH, 560)], (190, 184, 172))
    {"before": _overflow, "during": _trench, "after": _cover}[phase](stage)


def _lane(stage: Stage) -> float:
    """Paint the middle line of the road; return where the manhole lies."""
    for y in range(300, 760, 90):
        wide = 6 + (y - 262) / 40
        stage.box(512 - wide / 2, y, wide, 50, (226, 222, 206))
    return stage.rng.uniform(360, 640)


def _overflow(stage: Stage) -> None:
    x = _lane(stage)
    stage.oval(x, 610, 620, 170, (74, 70, 58))
    stage.oval(x + 60, 620, 420, 90, (98, 94, 80))
    stage.oval(x, 590, 200, 78, (34, 34, 32))
    stage.line([(x - 130, 520), (x - 60, 578)], (222, 120, 44), 14)


def _cover(stage: Stage) -> None:
    x = _lane(stage)
    stage.oval(x, 594, 230, 92, (96, 98, 100))
    stage.oval(x, 590, 206, 80, (70, 74, 78))
    for row in range(-2, 3):
        stage.line([(x - 70, 590 + row * 13), (x + 70, 590 + row * 13)], (104, 108, 112), 5)


def _trench(stage: Stage) -> None:
    stage.poly([(470, 300), (560, 300), (800, HEIGHT), (230, HEIGHT)], (112, 84, 58))
    stage.poly([(490, 300), (540, 300), (680, HEIGHT), (350, HEIGHT)], (78, 60, 44))
    stage.poly([(503, 306), (527, 306), (604, HEIGHT), (428, HEIGHT)], (66, 112, 164))
    stage.poly([(511, 306), (519, 306), (540, HEIGHT), (490, HEIGHT)], (112, 156, 200))
    for y in (360, 440, 560, 700):
        half = 13 + (y - 306) * 0.17
        stage.line([(515 - half, y), (515 + half, y)], (46, 82, 124), 5)
    for _ in range(150):
        depth = stage.rng.random()
        aside = 70 + 320 * depth + stage.rng.uniform(-20, 50)
        x = 515 + stage.rng.choice((-1, 1)) * aside
        soil = stage.vary((150, 118, 84), 12)
        stage.oval(x, 320 + 440 * depth, 26 + 34 * depth, 12 + 16 * depth, soil)
    stage.excavator(690, 420, 210)
    stage.worker(300, 480, 110)
    stage.cone(220, 640, 80)


def boiler(stage: Stage, phase: str) -> None:
    """A boiler house with its chimney; later a lawn."""
    stage.sky(420, 0.5 if phase == "before" else 0.0)
    stage.towers(440, 8)
    stage.ground(436, LAWN if phase == "after" else (150, 144, 132), 300)
    {"before": _smoking, "during": _taken_down, "after": _lawn}[phase](stage)


def _boiler_house(stage: Stage, top: int) -> None:
    stage.box(180, 320, 430, 240, (176, 116, 92))
    stage.box(170, 306, 450, 18, (104, 92, 88))
    for x in (214, 312, 410, 508):
        stage.box(x, 372, 62, 70, (94, 108, 118))
    stage.poly([(690, top), (746, top), (764, 560), (672, 560)], (170, 110, 88))
    for y in range(top + 20, 540, 70):
        stage.line([(686, y), (752, y)], (214, 206, 194), 8)


def _smoking(stage: Stage) -> None:
    _boiler_house(stage, 60)
    for place in range(26):
        size = 40 + place * 9
        colour = mix((104, 102, 100), (186, 184, 178), place / 30)
        x = 718 + place * 13 + stage.rng.uniform(-12, 12)
        stage.oval(x, 56 - place * 2.2, size, size * 0.5, colour)
    stage.poly([(40, 640), (170, 540), (330, 640)], (52, 52, 54))


def _taken_down(stage: Stage) -> None:
    _boiler_house(stage, 260)
    stage.line([(880, 560), (880, 90), (640, 90)], CRANE, 12)
    stage.line([(700, 90), (700, 240)], (70, 72, 74), 3)
    stage.excavator(300, 680, 260)
    stage.worker(860, 680, 110)


def _lawn(stage: Stage) -> None:
    stage.poly([(420, 440), (470, 440), (700, 768), (360, 768)], (206, 196, 176))
    stage.trees(470, 130, 8)
    stage.grass(480, 280, (96, 140, 66), 600)
    stage.tree(190, 700, 280)
    stage.tree(880, 690, 260, (96, 138, 70))


def site(stage: Stage, phase: str) -> None:
    """A building site: bare soil, then green nets and a wall."""
    stage.sky(380, 0.4 if phase == "before" else 0.0)
    stage.towers(400, 5)
    stage.ground(396, (176, 150, 116), 400)
    for floor in range(7):
        stage.box(120, 120 + floor * 42, 240, 10, (176, 176, 170))
        for x in range(124, 360, 46):
            stage.box(x, 128 + floor * 42, 8, 36, (190, 190, 184))
    stage.line([(560, 420), (560, 70), (900, 70)], CRANE, 11)
    stage.line([(560, 70), (440, 70)], CRANE, 11)
    stage.line([(820, 70), (820, 230)], (70, 72, 74), 3)
    for x, tall in ((470, 120), (760, 170)):
        _heap(stage, x, tall, netted=phase != "before")
    if phase != "before":
        _wall(stage)
    if phase == "during":
        stage.excavator(80, 590, 220)


def _heap(stage: Stage, x: float, tall: float, *, netted: bool) -> None:
    shape = [(x - tall * 1.6, 560), (x - tall * 0.4, 560 - tall)]
    shape += [(x + tall * 0.5, 540 - tall), (x + tall * 1.6, 560)]
    stage.poly(shape, NET if netted else (182, 150, 110))
    for place in range(-6, 7) if netted else ():
        seam = [(x + place * tall * 0.2, 556), (x + place * tall * 0.08, 566 - tall)]
        stage.line(seam, mix(NET, (0, 0, 0), 0.16), 2)


def _wall(stage: Stage) -> None:
    """Put up the blue fence, with the fine spray that lays the dust."""
    stage.box(0, 600, WIDTH, 74, (58, 110, 168))
    stage.box(0, 600, WIDTH, 9, (236, 238, 240))
    for x in range(30, WIDTH, 128):
        stage.poly([(x, 604), (x - 36, 560), (x + 36, 560)], (226, 236, 242))
    stage.worker(900, 740, 120)
