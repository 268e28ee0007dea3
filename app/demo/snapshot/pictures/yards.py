"""Scenes where things are kept: material yard, landfill, farm."""

from app.demo.snapshot.pictures.canvas import WIDTH, Colour, mix
from app.demo.snapshot.pictures.stage import Stage

STEEL: Colour = (98, 112, 128)
RUBBISH = ((206, 200, 190), (92, 124, 168), (186, 88, 70), (120, 112, 96), (214, 190, 96))
HILL = ((40, 640), (220, 380), (480, 310), (760, 350), (1000, 640))


def yard(stage: Stage, phase: str) -> None:
    """A material yard: open heaps, then a closed shed."""
    stage.sky(360, 0.35 if phase == "before" else 0.0)
    stage.hills(390, 100, (148, 160, 146))
    stage.ground(386, (152, 144, 132), 500)
    {"before": _heaps, "during": _frame, "after": _shed}[phase](stage)


def _heaps(stage: Stage) -> None:
    for x, tall in ((260, 150), (560, 210), (850, 160)):
        heap = stage.vary((84, 84, 86), 10)
        stage.poly([(x - tall * 1.3, 600), (x, 600 - tall), (x + tall * 1.3, 600)], heap)
        shade = mix(heap, (0, 0, 0), 0.2)
        stage.poly([(x, 600 - tall), (x + tall * 1.3, 600), (x + 20, 600)], shade)


def _frame(stage: Stage) -> None:
    _heaps(stage)
    for x in range(120, 960, 105):
        stage.box(x, 250, 10, 350, STEEL)
    stage.line([(110, 254), (520, 160), (950, 254)], STEEL, 12)
    stage.worker(420, 690, 120)


def _shed(stage: Stage) -> None:
    stage.box(110, 320, 800, 250, (222, 226, 228))
    stage.poly([(90, 326), (510, 200), (930, 326)], (58, 104, 158))
    for x in range(130, 910, 40):
        stage.line([(x, 330), (x, 566)], (202, 208, 212), 2)
    for x in (250, 610):
        stage.box(x, 410, 160, 160, (142, 156, 168))
        for y in range(424, 570, 22):
            stage.line([(x, y), (x + 160, y)], (122, 136, 150), 3)
    stage.ground(568, (164, 162, 156), 160)
    for x in (80, 940):
        stage.tree(x, 620, 170)


def landfill(stage: Stage, phase: str) -> None:
    """A rubbish hill: open, half covered, sealed with a membrane."""
    stage.sky(320, 0.2 if phase == "before" else 0.0)
    stage.hills(350, 110, (136, 156, 132))
    stage.ground(346, (140, 148, 104), 200)
    stage.poly(HILL, (60, 92, 74) if phase == "after" else (150, 138, 116))
    {"before": _open_hill, "during": _half_covered, "after": _sealed}[phase](stage)


def _open_hill(stage: Stage) -> None:
    for _ in range(700):
        x = stage.rng.uniform(150, 900)
        y = stage.rng.uniform(390 + abs(x - 500) * 0.25, 636)
        stage.oval(x, y, 15, 8, stage.rng.choice(RUBBISH))
    stage.oval(512, 690, 760, 80, (58, 52, 40))


def _half_covered(stage: Stage) -> None:
    _open_hill(stage)
    stage.poly([*HILL[:3], (520, 640)], (54, 62, 66))
    _seams(stage, 500, (84, 92, 96))
    stage.excavator(600, 660, 230)


def _sealed(stage: Stage) -> None:
    _seams(stage, 960, (88, 122, 102))
    stage.oval(512, 690, 760, 80, (96, 124, 122))
    for x in (330, 480, 640):
        stage.line([(x, 430), (x, 370), (x + 16, 370)], (212, 214, 210), 8)
    stage.sign(840, 730)


def _seams(stage: Stage, until: int, colour: Colour) -> None:
    for x in range(100, until, 70):
        stage.line([(x, 636), (480 + (x - 480) * 0.36, 334)], colour, 2.5)


def farm(stage: Stage, phase: str) -> None:
    """Pig sheds with an open lagoon, later closed tanks."""
    stage.sky(320)
    stage.hills(350, 110, (136, 162, 132))
    stage.trees(356, 80, 12)
    stage.ground(350, (134, 158, 98), 300)
    for x in (60, 370, 680):
        _pigsty(stage, x)
    if phase == "before":
        stage.oval(470, 620, 760, 200, (92, 78, 54))
        stage.oval(500, 612, 540, 110, (74, 62, 44))
        stage.line([(210, 456), (300, 560)], (96, 80, 56), 16)
        return
    for x, y in ((260, 620), (560, 640), (820, 610)):
        _closed_tank(stage, x, y)
    stage.line([(60, 700), (WIDTH - 44, 700)], (212, 178, 60), 9)
    if phase == "during":
        stage.worker(420, 730, 110)
        stage.excavator(640, 748, 220)


def _pigsty(stage: Stage, x: float) -> None:
    stage.box(x, 370, 270, 84, (222, 214, 202))
    stage.poly([(x - 12, 374), (x + 40, 326), (x + 230, 326), (x + 282, 374)], (72, 108, 156))
    for window in range(5):
        stage.box(x + 20 + window * 50, 396, 26, 24, (118, 132, 142))


def _closed_tank(stage: Stage, x: float, y: float) -> None:
    stage.box(x - 110, y - 90, 220, 100, (98, 128, 118))
    stage.oval(x, y + 10, 220, 60, (86, 114, 106))
    stage.oval(x, y - 90, 220, 66, (190, 66, 56))
