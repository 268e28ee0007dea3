"""Scenes in the hills: quarry slope, villas, monitoring station, railway."""

from app.demo.snapshot.pictures.canvas import HEIGHT, WIDTH, Colour, mix
from app.demo.snapshot.pictures.stage import Stage

GREEN: Colour = (112, 148, 84)
ROCK: Colour = (182, 168, 148)
BLUE: Colour = (40, 96, 154)
RUBBLE = ((206, 196, 180), (170, 106, 82), (150, 146, 138))
TERRACES = ((150, 290), (90, 390), (40, 500), (0, 630))


def slope(stage: Stage, phase: str) -> None:
    """A quarry's steep face, cut into terraces and planted."""
    stage.sky(330)
    stage.hills(430, 190, (138, 160, 138))
    stage.ground(428, (150, 158, 116), 200)
    for place, (inset, y) in enumerate(TERRACES):
        rock = mix(stage.vary(ROCK), (0, 0, 0), 0.04 * place)
        face = mix(rock, GREEN, 0.82) if phase == "after" else rock
        ledge = GREEN if phase == "after" else mix(rock, (255, 255, 255), 0.25)
        far = WIDTH - inset
        stage.poly(
            [(inset + 90, y - 90), (far - 60, y - 104), (far, y + 40), (inset, y + 40)], face
        )
        {"before": _bare, "during": _netted, "after": _planted}[phase](stage, inset, y)
        edge = [(inset, y + 36), (far, y + 36), (far + 30, y + 58), (inset - 30, y + 58)]
        stage.poly(edge, ledge)
    stage.ground(680, GREEN if phase == "after" else (182, 160, 128), 300)
    if phase == "during":
        stage.excavator(590, 700, 260)
        stage.worker(330, 720, 110)


def _bare(stage: Stage, inset: float, y: float) -> None:
    for _ in range(46):
        x = stage.rng.uniform(inset + 90, WIDTH - inset - 90)
        crack = [(x, y - 84), (x + stage.rng.uniform(-26, 26), y + 30)]
        stage.line(crack, mix(ROCK, (0, 0, 0), 0.25), 2.5)


def _netted(stage: Stage, inset: float, y: float) -> None:
    for _ in range(46):
        x = stage.rng.uniform(inset + 90, WIDTH - inset - 90)
        stage.line([(x, y - 84), (x + 14, y + 34)], (120, 148, 108), 2)


def _planted(stage: Stage, inset: float, y: float) -> None:
    for _ in range(46):
        x = stage.rng.uniform(inset + 90, WIDTH - inset - 90)
        stage.tree(x, y + 44, stage.rng.uniform(30, 62), (88, 132, 70))


def villas(stage: Stage, phase: str) -> None:
    """Houses in a protected forest; later the forest alone."""
    stage.sky(280)
    stage.hills(420, 300, (122, 152, 128))
    stage.hills(450, 180, (98, 136, 100))
    stage.trees(470, 150, 11)
    stage.ground(466, (120, 148, 88), 200)
    {"before": _lived_in, "during": _pulled_down, "after": _young_forest}[phase](stage)


def _lived_in(stage: Stage) -> None:
    for x, y, size in ((110, 590, 190), (420, 560, 170), (700, 610, 220)):
        stage.house(x, y, size, (226, 216, 198), (156, 90, 66))
    stage.poly([(300, 768), (520, 600), (580, 600), (520, 768)], (204, 196, 180))


def _pulled_down(stage: Stage) -> None:
    for _ in range(260):
        x, y = stage.rng.gauss(400, 130), stage.rng.uniform(560, 660)
        stage.oval(x, y, 30, 18, stage.rng.choice(RUBBLE))
    stage.excavator(560, 650, 290)
    stage.worker(240, 730, 120)


def _young_forest(stage: Stage) -> None:
    stage.grass(480, 280, (92, 132, 64), 600)
    for place in range(18):
        x, y = 40 + place * 56 + stage.rng.uniform(-16, 16), stage.rng.uniform(560, 740)
        stage.tree(x, y, stage.rng.uniform(60, 110), (106, 150, 78))


def station(stage: Stage, phase: str) -> None:
    """An automatic monitoring station with its mast."""
    stage.sky(400)
    stage.hills(430, 150, (132, 158, 140))
    stage.ground(426, GREEN, 200)
    stage.grass(440, 320, (100, 138, 72), 500)
    stage.box(330, 610, 420, 34, (196, 194, 188))
    if phase == "before":
        stage.excavator(420, 610, 220)
        stage.worker(300, 660, 120)
        return
    _cabin(stage)
    _mast(stage)
    if phase == "during":
        stage.worker(800, 660, 120)
    for x in range(30, WIDTH, 90):
        stage.box(x, 650, 7, 90, (226, 228, 226))
    stage.line([(0, 672), (WIDTH, 672)], (226, 228, 226), 5)


def _cabin(stage: Stage) -> None:
    stage.box(360, 400, 360, 212, (236, 238, 238))
    stage.box(346, 384, 388, 20, BLUE)
    stage.box(360, 470, 360, 16, BLUE)
    stage.box(420, 500, 76, 112, (150, 166, 178))
    stage.box(580, 510, 92, 62, (110, 142, 166))


def _mast(stage: Stage) -> None:
    stage.line([(680, 386), (680, 170)], (150, 156, 160), 7)
    for y in (190, 250):
        stage.line([(640, y), (720, y)], (150, 156, 160), 5)
        stage.oval(640, y, 18, 18, (222, 226, 228))
    stage.line([(400, 384), (400, 300), (430, 280)], (170, 174, 176), 9)


def railway(stage: Stage, phase: str) -> None:
    """A railway embankment being built."""
    stage.sky(330)
    stage.hills(360, 140, (142, 164, 148))
    stage.ground(356, (150, 152, 104), 300)
    stage.poly([(470, 356), (556, 356), (900, HEIGHT), (60, HEIGHT)], (176, 150, 118))
    if phase == "before":
        stage.grass(380, 380, (122, 138, 76), 500)
        stage.sign(760, 640, (170, 60, 48))
        return
    for place in range(14):
        y = 366 + (place / 13) ** 2 * 400
        half = 16 + (y - 356) * 0.55
        stage.line([(513 - half * 0.9, y), (513 + half * 0.8, y)], (120, 112, 102), 3 + place)
    if phase == "after":
        for left, right in (((505, 358), (300, HEIGHT)), ((521, 358), (700, HEIGHT))):
            stage.line([left, right], (84, 88, 94), 8)
    stage.excavator(700, 520, 220)
    stage.worker(220, 560, 110)
