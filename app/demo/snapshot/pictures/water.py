"""Scenes by the water: outfall, river, lake."""

from app.demo.snapshot.pictures.canvas import WIDTH, Colour, mix
from app.demo.snapshot.pictures.stage import Stage

CLEAN: Colour = (92, 142, 158)
FOUL: Colour = (66, 70, 58)
ALGAE: Colour = (116, 144, 82)
CONCRETE: Colour = (172, 174, 170)
LITTER = ((206, 202, 192), (150, 140, 96), (40, 42, 38))


def outfall(stage: Stage, phase: str) -> None:
    """A pipe in the bank: pouring foul water, being dug up, or closed with a plate."""
    stage.sky(230)
    stage.hills(250, 120, (132, 158, 136))
    stage.trees(270, 110, 8)
    stage.band(262, 70, (118, 148, 92), (104, 130, 84))
    stage.band(326, 214, mix(CONCRETE, (255, 255, 255), 0.15), mix(CONCRETE, (0, 0, 0), 0.12))
    for row in range(4):
        stage.line([(0, 372 + row * 48), (WIDTH, 372 + row * 48)], (150, 152, 148), 2)
    stage.water(536, 232, FOUL if phase == "before" else CLEAN)
    x = stage.rng.uniform(360, 640)
    stage.oval(x, 430, 168, 168, (138, 140, 136))
    stage.oval(x, 430, 136, 136, (40, 42, 42) if phase == "before" else (120, 124, 124))
    {"before": _pour, "during": _dig, "after": _seal}[phase](stage, x)


def _pour(stage: Stage, x: float) -> None:
    stage.poly([(x - 52, 450), (x + 52, 450), (x + 78, 560), (x - 78, 560)], (92, 84, 58))
    for place in range(9):
        at = x - 48 + place * 12
        stage.line([(at, 456), (at + (at - x) * 0.4, 556)], (124, 116, 84), 2.5)
    for _ in range(60):
        foam = x + stage.rng.gauss(0, 90), 575 + stage.rng.random() * 60
        stage.oval(*foam, 18, 8, (176, 172, 150))


def _dig(stage: Stage, x: float) -> None:
    stage.excavator(x - 300, 336, 190)
    stage.worker(x + 150, 345, 74)
    stage.cone(x + 210, 344)


def _seal(stage: Stage, x: float) -> None:
    stage.line([(x - 46, 384), (x + 46, 476)], (96, 100, 100), 7)
    stage.line([(x + 46, 384), (x - 46, 476)], (96, 100, 100), 7)
    stage.sign(x + 190, 336)
    stage.reeds(150, 590, 26, 90)


def river(stage: Stage, phase: str) -> None:
    """A stream through town with a bridge."""
    stage.sky(270)
    stage.towers(300)
    stage.trees(306, 96, 9)
    stage.ground(296, (126, 150, 98), 200)
    clearing = mix(CLEAN, ALGAE, 0.25)
    stage.water(390, 378, {"before": FOUL, "during": clearing, "after": CLEAN}[phase])
    bank = (132, 128, 112) if phase == "before" else (118, 152, 88)
    stage.poly([(0, 372), (340, 396), (150, 768), (0, 768)], bank)
    right = [(WIDTH, 372), (700, 396), (900, 768), (WIDTH, 768)]
    stage.poly(right, mix(bank, (0, 0, 0), 0.06))
    _bridge(stage)
    {"before": _litter, "during": _dredge, "after": _green_banks}[phase](stage)


def _bridge(stage: Stage) -> None:
    stage.box(0, 352, WIDTH, 26, (196, 196, 190))
    for x in range(20, WIDTH, 44):
        stage.box(x, 322, 5, 32, (212, 212, 206))
    stage.box(0, 318, WIDTH, 6, (212, 212, 206))
    for x in (300, 512, 724):
        stage.box(x - 14, 376, 28, 70, (164, 164, 158))


def _litter(stage: Stage) -> None:
    for _ in range(34):
        at = stage.rng.uniform(250, 780), stage.rng.uniform(430, 740)
        stage.oval(*at, 26, 9, stage.rng.choice(LITTER))


def _dredge(stage: Stage) -> None:
    stage.excavator(40, 640, 280)
    stage.worker(872, 640, 110)


def _green_banks(stage: Stage) -> None:
    stage.reeds(200, 620, 34, 120)
    stage.reeds(850, 640, 30, 120)


def lake(stage: Stage, phase: str) -> None:
    """A wide lake with a pumping station on its shore."""
    stage.sky(300)
    stage.hills(330, 150, (146, 168, 168))
    stage.hills(330, 80, (122, 150, 132))
    clearing = mix(ALGAE, CLEAN, 0.6)
    stage.water(328, 440, {"before": ALGAE, "during": clearing, "after": CLEAN}[phase])
    if phase == "before":
        _bloom(stage)
    else:
        stage.reeds(180, 700, 46, 150)
        stage.reeds(420, 740, 30, 120)
    stage.poly([(560, 768), (640, 640), (WIDTH, 560), (WIDTH, 768)], (124, 142, 92))
    _pumping_station(stage, 2 if phase == "before" else 3)
    stage.grass(640, 120, (96, 126, 70), 120)


def _bloom(stage: Stage) -> None:
    for _ in range(130):
        x, y = stage.rng.uniform(0, WIDTH), 380 + 380 * stage.rng.random()
        stage.oval(x, y, 40 + y / 9, 5 + y / 90, mix(ALGAE, (90, 130, 40), 0.6))


def _pumping_station(stage: Stage, pipes: int) -> None:
    stage.box(742, 500, 190, 118, (214, 208, 194))
    stage.box(730, 488, 214, 16, (62, 96, 138))
    for x in (764, 826, 888):
        stage.box(x, 532, 30, 34, (110, 138, 158))
    for place in range(pipes):
        foot = (640 + place * 44, 690)
        stage.line([(760 + place * 44, 610), foot], (72, 108, 158), 13)
