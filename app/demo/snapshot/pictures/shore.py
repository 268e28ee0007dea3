"""Scenes on the shore: wetland, wharf, sewage works."""

from app.demo.snapshot.pictures.canvas import WIDTH, Colour, mix
from app.demo.snapshot.pictures.stage import Stage

CLEAN: Colour = (92, 142, 158)
DYKE: Colour = (154, 134, 102)
SAND: Colour = (194, 174, 132)


def wetland(stage: Stage, phase: str) -> None:
    """Fish ponds between dykes, given back to the reeds."""
    stage.sky(290)
    stage.hills(316, 110, (138, 162, 150))
    stage.trees(322, 64, 14)
    stage.water(316, 452, (122, 132, 108) if phase == "before" else CLEAN)
    {"before": _fish_ponds, "during": _open_dykes, "after": _reed_beds}[phase](stage)


def _dykes(stage: Stage) -> None:
    for y, high in ((380, 16), (470, 26), (600, 40)):
        stage.box(0, y, WIDTH, high, DYKE)
    for top, foot in ((300, 120), (560, 512), (800, 930)):
        stage.poly([(top, 330), (top + 16, 330), (foot + 60, 768), (foot, 768)], DYKE)


def _fish_ponds(stage: Stage) -> None:
    _dykes(stage)
    for x, y in ((230, 436), (470, 430), (690, 540), (330, 552)):
        stage.oval(x, y, 62, 15, (214, 214, 206))
        stage.line([(x - 34, y), (x + 34, y)], (90, 94, 96), 3)
    stage.house(800, 600, 120, (206, 200, 188), (92, 116, 148))


def _open_dykes(stage: Stage) -> None:
    _dykes(stage)
    stage.excavator(380, 602, 230)
    stage.reeds(150, 560, 24, 90)


def _reed_beds(stage: Stage) -> None:
    for x, y in ((120, 520), (330, 470), (620, 500), (880, 560), (210, 720), (760, 730)):
        stage.reeds(x, y, 34, 90 + y / 8)
    for x, y in ((480, 560), (560, 590)):
        stage.heron(x, y)


def wharf(stage: Stage, phase: str) -> None:
    """A sand wharf on the great river, later a green bank."""
    stage.sky(300)
    stage.hills(330, 90, (150, 170, 176))
    stage.water(326, 250, (138, 150, 138))
    stage.oval(200, 440, 240, 26, (84, 92, 104))
    stage.box(110, 404, 150, 30, (122, 132, 148))
    stage.ground(560, (156, 142, 112) if phase == "before" else (112, 146, 82), 400)
    {"before": _sand_heaps, "during": _carry_away, "after": _green_bank}[phase](stage)


def _sand_heaps(stage: Stage) -> None:
    for x, tall in ((240, 150), (480, 190), (820, 160)):
        stage.poly([(x - tall, 640), (x, 640 - tall), (x + tall, 640)], stage.vary(SAND))
    stage.line([(560, 640), (860, 420)], (86, 92, 98), 14)
    for x, y in ((640, 580), (740, 510), (830, 445)):
        stage.line([(x, y), (x, 650)], (110, 112, 112), 6)


def _carry_away(stage: Stage) -> None:
    stage.poly([(60, 640), (190, 540), (330, 640)], SAND)
    stage.excavator(380, 690, 260)
    stage.box(720, 610, 210, 60, (196, 96, 52))
    stage.box(880, 576, 62, 60, (226, 226, 220))
    for x in (760, 840, 910):
        stage.oval(x, 676, 38, 38, (44, 46, 48))


def _green_bank(stage: Stage) -> None:
    stage.trees(640, 120, 9)
    stage.grass(590, 170, (86, 128, 62), 500)
    stage.sign(700, 730)


def works(stage: Stage, phase: str) -> None:
    """Round settling tanks of a sewage works."""
    stage.sky(260)
    stage.towers(284, 4)
    stage.trees(292, 90, 10)
    stage.ground(284, (138, 156, 112) if phase == "after" else (160, 152, 134), 260)
    stage.box(640, 236, 260, 96, (222, 218, 206))
    stage.box(630, 226, 280, 14, (58, 92, 140))
    filling = {"before": (78, 76, 60), "during": (176, 176, 168), "after": (86, 140, 150)}[phase]
    for x, y, wide in ((250, 420, 380), (770, 440, 400), (500, 630, 640)):
        _tank(stage, (x, y, wide), filling)
    if phase == "during":
        stage.worker(330, 520, 84)
        stage.worker(560, 610, 96)
        stage.excavator(700, 720, 230)


def _tank(stage: Stage, at: tuple[float, float, float], filling: Colour) -> None:
    x, y, wide = at
    high = wide * 0.36
    stage.oval(x, y + 22, wide + 18, high + 10, (150, 150, 144))
    stage.oval(x, y, wide + 18, high + 10, (206, 206, 200))
    stage.oval(x, y, wide - 10, high - 6, filling)
    stage.oval(x, y, wide * 0.6, high * 0.6, mix(filling, (255, 255, 255), 0.1))
    stage.line([(x - wide * 0.48, y), (x + wide * 0.1, y)], (88, 106, 128), 7)
    stage.oval(x, y, 32, 16, (88, 106, 128))
