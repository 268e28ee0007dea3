"""Scenes by the water: outfall, river, lake, wetland, wharf, sewage works."""

from app.demo.pictures.canvas import WIDTH, Canvas, Colour, mix

CLEAN: Colour = (92, 142, 158)
FOUL: Colour = (66, 70, 58)
ALGAE: Colour = (116, 144, 82)
CONCRETE: Colour = (172, 174, 170)


def outfall(canvas: Canvas, phase: str) -> None:
    """A pipe in the bank: pouring foul water, being dug up, or closed with a plate."""
    canvas.sky(230)
    canvas.hills(250, 120, (132, 158, 136))
    canvas.trees(270, 110, 8)
    canvas.band(262, 70, (118, 148, 92), (104, 130, 84))
    canvas.band(326, 214, mix(CONCRETE, (255, 255, 255), 0.15), mix(CONCRETE, (0, 0, 0), 0.12))
    for row in range(4):
        canvas.line([(0, 372 + row * 48), (WIDTH, 372 + row * 48)], (150, 152, 148), 2)
    canvas.water(536, 232, FOUL if phase == "before" else CLEAN)
    x = canvas.rng.uniform(360, 640)
    canvas.oval(x, 430, 168, 168, (138, 140, 136))
    canvas.oval(x, 430, 136, 136, (40, 42, 42) if phase == "before" else (120, 124, 124))
    if phase == "before":
        _pour(canvas, x)
    elif phase == "during":
        canvas.excavator(x - 300, 336, 190)
        canvas.worker(x + 150, 345, 74)
        canvas.cone(x + 210, 344)
    else:
        canvas.line([(x - 46, 384), (x + 46, 476)], (96, 100, 100), 7)
        canvas.line([(x + 46, 384), (x - 46, 476)], (96, 100, 100), 7)
        canvas.sign(x + 190, 336)
        canvas.reeds(150, 590, 26, 90)


def _pour(canvas: Canvas, x: float) -> None:
    canvas.poly([(x - 52, 450), (x + 52, 450), (x + 78, 560), (x - 78, 560)], (92, 84, 58))
    for place in range(9):
        at = x - 48 + place * 12
        canvas.line([(at, 456), (at + (at - x) * 0.4, 556)], (124, 116, 84), 2.5)
    for _ in range(60):
        canvas.oval(
            x + canvas.rng.gauss(0, 90), 575 + canvas.rng.random() * 60, 18, 8, (176, 172, 150)
        )


def river(canvas: Canvas, phase: str) -> None:
    """A stream through town with a bridge."""
    canvas.sky(270)
    canvas.towers(300)
    canvas.trees(306, 96, 9)
    canvas.ground(296, (126, 150, 98), 200)
    colour = FOUL if phase == "before" else mix(CLEAN, ALGAE, 0.25 if phase == "during" else 0)
    canvas.water(390, 378, colour)
    bank = (132, 128, 112) if phase == "before" else (118, 152, 88)
    canvas.poly([(0, 372), (340, 396), (150, 768), (0, 768)], bank)
    canvas.poly([(WIDTH, 372), (700, 396), (900, 768), (WIDTH, 768)], mix(bank, (0, 0, 0), 0.06))
    _bridge(canvas)
    if phase == "before":
        for _ in range(34):
            x, y = canvas.rng.uniform(250, 780), canvas.rng.uniform(430, 740)
            canvas.oval(x, y, 26, 9, canvas.rng.choice([(206, 202, 192), (150, 140, 96), (40, 42, 38)]))
    elif phase == "during":
        canvas.excavator(40, 640, 280)
        canvas.worker(872, 640, 110)
    else:
        canvas.reeds(200, 620, 34, 120)
        canvas.reeds(850, 640, 30, 120)


def _bridge(canvas: Canvas) -> None:
    canvas.box(0, 352, WIDTH, 26, (196, 196, 190))
    for x in range(20, WIDTH, 44):
        canvas.box(x, 322, 5, 32, (212, 212, 206))
    canvas.box(0, 318, WIDTH, 6, (212, 212, 206))
    for x in (300, 512, 724):
        canvas.box(x - 14, 376, 28, 70, (164, 164, 158))


def lake(canvas: Canvas, phase: str) -> None:
    """A wide lake with a pumping station on its shore."""
    canvas.sky(300)
    canvas.hills(330, 150, (146, 168, 168))
    canvas.hills(330, 80, (122, 150, 132))
    colour = {"before": ALGAE, "during": mix(ALGAE, CLEAN, 0.6)}.get(phase, CLEAN)
    canvas.water(328, 440, colour)
    if phase == "before":
        for _ in range(130):
            x, y = canvas.rng.uniform(0, WIDTH), 380 + 380 * canvas.rng.random()
            canvas.oval(x, y, 40 + y / 9, 5 + y / 90, mix(ALGAE, (90, 130, 40), 0.6))
    canvas.poly([(560, 768), (640, 640), (WIDTH, 560), (WIDTH, 768)], (124, 142, 92))
    canvas.box(742, 500, 190, 118, (214, 208, 194))
    canvas.box(730, 488, 214, 16, (62, 96, 138))
    for x in (764, 826, 888):
        canvas.box(x, 532, 30, 34, (110, 138, 158))
    for place in range(2 if phase == "before" else 3):
        canvas.line([(760 + place * 44, 610), (640 + place * 44, 690)], (72, 108, 158), 13)
    if phase != "before":
        canvas.reeds(180, 700, 46, 150)
        canvas.reeds(420, 740, 30, 120)
    canvas.grass(640, 120, (96, 126, 70), 120)


def wetland(canvas: Canvas, phase: str) -> None:
    """Fish ponds between dykes, given back to the reeds."""
    canvas.sky(290)
    canvas.hills(316, 110, (138, 162, 150))
    canvas.trees(322, 64, 14)
    canvas.water(316, 452, (122, 132, 108) if phase == "before" else CLEAN)
    if phase != "after":
        for y, high in ((380, 16), (470, 26), (600, 40)):
            canvas.box(0, y, WIDTH, high, (150, 130, 98))
        for top, foot in ((300, 120), (560, 512), (800, 930)):
            canvas.poly([(top, 330), (top + 16, 330), (foot + 60, 768), (foot, 768)], (158, 138, 104))
    if phase == "before":
        for x, y in ((230, 436), (470, 430), (690, 540), (330, 552)):
            canvas.oval(x, y, 62, 15, (214, 214, 206))
            canvas.line([(x - 34, y), (x + 34, y)], (90, 94, 96), 3)
        canvas.house(800, 600, 120, (206, 200, 188), (92, 116, 148))
    elif phase == "during":
        canvas.excavator(380, 602, 230)
        canvas.reeds(150, 560, 24, 90)
    else:
        for x, y in ((120, 520), (330, 470), (620, 500), (880, 560), (210, 720), (760, 730)):
            canvas.reeds(x, y, 34, 90 + y / 8)
        for x, y in ((480, 560), (560, 590)):
            _heron(canvas, x, y)


def _heron(canvas: Canvas, x: float, y: float) -> None:
    white = (246, 246, 242)
    canvas.line([(x, y), (x, y + 42)], (70, 70, 66), 2)
    canvas.oval(x, y - 6, 46, 22, white)
    canvas.line([(x + 16, y - 10), (x + 26, y - 38), (x + 36, y - 36)], white, 5)
    canvas.line([(x + 36, y - 36), (x + 50, y - 33)], (222, 166, 60), 3)


def wharf(canvas: Canvas, phase: str) -> None:
    """A sand wharf on the great river, later a green bank."""
    canvas.sky(300)
    canvas.hills(330, 90, (150, 170, 176))
    canvas.water(326, 250, (138, 150, 138))
    canvas.oval(200, 440, 240, 26, (84, 92, 104))
    canvas.box(110, 404, 150, 30, (122, 132, 148))
    canvas.ground(560, (156, 142, 112) if phase == "before" else (112, 146, 82), 400)
    if phase == "before":
        for x, tall in ((240, 150), (480, 190), (820, 160)):
            canvas.poly([(x - tall, 640), (x, 640 - tall), (x + tall, 640)], canvas.vary((194, 174, 132)))
        canvas.line([(560, 640), (860, 420)], (86, 92, 98), 14)
        for x, y in ((640, 580), (740, 510), (830, 445)):
            canvas.line([(x, y), (x, 650)], (110, 112, 112), 6)
    elif phase == "during":
        canvas.poly([(60, 640), (190, 540), (330, 640)], (194, 174, 132))
        canvas.excavator(380, 690, 260)
        canvas.box(720, 610, 210, 60, (196, 96, 52))
        canvas.box(880, 576, 62, 60, (226, 226, 220))
        for x in (760, 840, 910):
            canvas.oval(x, 676, 38, 38, (44, 46, 48))
    else:
        canvas.trees(640, 120, 9)
        canvas.grass(590, 170, (86, 128, 62), 500)
        canvas.sign(700, 730)


def works(canvas: Canvas, phase: str) -> None:
    """Round settling tanks of a sewage works."""
    canvas.sky(260)
    canvas.towers(284, 4)
    canvas.trees(292, 90, 10)
    canvas.ground(284, (138, 156, 112) if phase == "after" else (160, 152, 134), 260)
    canvas.box(640, 236, 260, 96, (222, 218, 206))
    canvas.box(630, 226, 280, 14, (58, 92, 140))
    water = {"before": (78, 76, 60), "during": (176, 176, 168)}.get(phase, (86, 140, 150))
    for x, y, wide in ((250, 420, 380), (770, 440, 400), (500, 630, 640)):
        high = wide * 0.36
        canvas.oval(x, y + 22, wide + 18, high + 10, (150, 150, 144))
        canvas.oval(x, y, wide + 18, high + 10, (206, 206, 200))
        canvas.oval(x, y, wide - 10, high - 6, water)
        canvas.oval(x, y, wide * 0.6, high * 0.6, mix(water, (255, 255, 255), 0.1))
        canvas.line([(x - wide * 0.48, y), (x + wide * 0.1, y)], (88, 106, 128), 7)
        canvas.oval(x, y, 32, 16, (88, 106, 128))
    if phase == "during":
        canvas.worker(330, 520, 84)
        canvas.worker(560, 610, 96)
        canvas.excavator(700, 720, 230)
