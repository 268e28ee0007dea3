"""Scenes on land: pipes, boilers, yards, slopes, landfill, sites, farms, stations."""

from app.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Colour, mix

EARTH: Colour = (170, 138, 104)
GREEN: Colour = (112, 148, 84)
ASPHALT: Colour = (124, 126, 128)
ROCK: Colour = (182, 168, 148)
STEEL: Colour = (98, 112, 128)


def pipe(canvas: Canvas, phase: str) -> None:
    """A street: an overflowing manhole, a trench with a pipe, a mended road."""
    canvas.sky(240)
    canvas.towers(262, 8)
    canvas.trees(270, 100, 7)
    canvas.ground(262, ASPHALT, 700)
    canvas.poly([(0, 262), (250, 262), (0, 560)], (190, 184, 172))
    canvas.poly([(WIDTH, 262), (774, 262), (WIDTH, 560)], (190, 184, 172))
    if phase == "during":
        _trench(canvas)
        return
    for y in range(300, 760, 90):
        wide = 6 + (y - 262) / 40
        canvas.box(512 - wide / 2, y, wide, 50, (226, 222, 206))
    x, y = canvas.rng.uniform(360, 640), 590
    if phase == "before":
        canvas.oval(x, y + 20, 620, 170, (74, 70, 58))
        canvas.oval(x + 60, y + 30, 420, 90, (98, 94, 80))
        canvas.oval(x, y, 200, 78, (34, 34, 32))
        canvas.line([(x - 130, y - 70), (x - 60, y - 12)], (222, 120, 44), 14)
        return
    canvas.oval(x, y + 4, 230, 92, (96, 98, 100))
    canvas.oval(x, y, 206, 80, (70, 74, 78))
    for row in range(-2, 3):
        canvas.line([(x - 70, y + row * 13), (x + 70, y + row * 13)], (104, 108, 112), 5)


def _trench(canvas: Canvas) -> None:
    canvas.poly([(470, 300), (560, 300), (800, HEIGHT), (230, HEIGHT)], (112, 84, 58))
    canvas.poly([(490, 300), (540, 300), (680, HEIGHT), (350, HEIGHT)], (78, 60, 44))
    canvas.poly([(503, 306), (527, 306), (604, HEIGHT), (428, HEIGHT)], (66, 112, 164))
    canvas.poly([(511, 306), (519, 306), (540, HEIGHT), (490, HEIGHT)], (112, 156, 200))
    for y in (360, 440, 560, 700):
        half = 13 + (y - 306) * 0.17
        canvas.line([(515 - half, y), (515 + half, y)], (46, 82, 124), 5)
    for _ in range(150):
        side = canvas.rng.choice((-1, 1))
        depth = canvas.rng.random()
        x = 515 + side * (70 + 320 * depth + canvas.rng.uniform(-20, 50))
        canvas.oval(x, 320 + 440 * depth, 26 + 34 * depth, 12 + 16 * depth, canvas.vary((150, 118, 84), 12))
    canvas.excavator(690, 420, 210)
    canvas.worker(300, 480, 110)
    canvas.cone(220, 640, 80)


def boiler(canvas: Canvas, phase: str) -> None:
    """A boiler house with its chimney; later a lawn."""
    canvas.sky(420, 0.5 if phase == "before" else 0.0)
    canvas.towers(440, 8)
    canvas.ground(436, GREEN if phase == "after" else (150, 144, 132), 300)
    if phase == "after":
        canvas.poly([(420, 440), (470, 440), (700, 768), (360, 768)], (206, 196, 176))
        canvas.trees(470, 130, 8)
        canvas.grass(480, 280, (96, 140, 66), 600)
        canvas.tree(190, 700, 280)
        canvas.tree(880, 690, 260, (96, 138, 70))
        return
    canvas.box(180, 320, 430, 240, (176, 116, 92))
    canvas.box(170, 306, 450, 18, (104, 92, 88))
    for x in (214, 312, 410, 508):
        canvas.box(x, 372, 62, 70, (94, 108, 118))
    top = 60 if phase == "before" else 260
    canvas.poly([(690, top), (746, top), (764, 560), (672, 560)], (170, 110, 88))
    for y in range(top + 20, 540, 70):
        canvas.line([(686, y), (752, y)], (214, 206, 194), 8)
    if phase == "before":
        _smoke(canvas, 718, top)
        canvas.poly([(40, 640), (170, 540), (330, 640)], (52, 52, 54))
        return
    canvas.line([(880, 560), (880, 90), (640, 90)], (222, 172, 44), 12)
    canvas.line([(700, 90), (700, 240)], (70, 72, 74), 3)
    canvas.excavator(300, 680, 260)
    canvas.worker(860, 680, 110)


def _smoke(canvas: Canvas, x: float, y: float) -> None:
    for place in range(26):
        size = 40 + place * 9
        colour = mix((104, 102, 100), (186, 184, 178), place / 30)
        canvas.oval(x + place * 13 + canvas.rng.uniform(-12, 12), y - 4 - place * 2.2, size, size * 0.5, colour)


def yard(canvas: Canvas, phase: str) -> None:
    """A material yard: open heaps, then a closed shed."""
    canvas.sky(360, 0.35 if phase == "before" else 0.0)
    canvas.hills(390, 100, (148, 160, 146))
    canvas.ground(386, (152, 144, 132), 500)
    if phase != "after":
        for x, tall in ((260, 150), (560, 210), (850, 160)):
            heap = canvas.vary((84, 84, 86), 10)
            canvas.poly([(x - tall * 1.3, 600), (x, 600 - tall), (x + tall * 1.3, 600)], heap)
            canvas.poly([(x, 600 - tall), (x + tall * 1.3, 600), (x + 20, 600)], mix(heap, (0, 0, 0), 0.2))
    if phase == "during":
        for x in range(120, 960, 105):
            canvas.box(x, 250, 10, 350, STEEL)
        canvas.line([(110, 254), (520, 160), (950, 254)], STEEL, 12)
        canvas.worker(420, 690, 120)
    if phase == "after":
        _shed(canvas)


def _shed(canvas: Canvas) -> None:
    canvas.box(110, 320, 800, 250, (222, 226, 228))
    canvas.poly([(90, 326), (510, 200), (930, 326)], (58, 104, 158))
    for x in range(130, 910, 40):
        canvas.line([(x, 330), (x, 566)], (202, 208, 212), 2)
    for x in (250, 610):
        canvas.box(x, 410, 160, 160, (142, 156, 168))
        for y in range(424, 570, 22):
            canvas.line([(x, y), (x + 160, y)], (122, 136, 150), 3)
    canvas.ground(568, (164, 162, 156), 160)
    for x in (80, 940):
        canvas.tree(x, 620, 170)


def slope(canvas: Canvas, phase: str) -> None:
    """A quarry's steep face, cut into terraces and planted."""
    canvas.sky(330)
    canvas.hills(430, 190, (138, 160, 138))
    canvas.ground(428, (150, 158, 116), 200)
    steps = ((150, 290), (90, 390), (40, 500), (0, 630))
    for place, (inset, y) in enumerate(steps):
        rock = mix(canvas.vary(ROCK), (0, 0, 0), 0.04 * place)
        face = mix(rock, GREEN, 0.82) if phase == "after" else rock
        canvas.poly([(inset + 90, y - 90), (WIDTH - inset - 60, y - 104), (WIDTH - inset, y + 40), (inset, y + 40)], face)
        _face(canvas, (inset, y), phase)
        canvas.poly([(inset, y + 36), (WIDTH - inset, y + 36), (WIDTH - inset + 30, y + 58), (inset - 30, y + 58)],
                    GREEN if phase == "after" else mix(rock, (255, 255, 255), 0.25))  # fmt: skip
    canvas.ground(680, GREEN if phase == "after" else (182, 160, 128), 300)
    if phase == "during":
        canvas.excavator(590, 700, 260)
        canvas.worker(330, 720, 110)
    if phase == "after":
        canvas.trees(730, 110, 8)


def _face(canvas: Canvas, at: tuple[float, float], phase: str) -> None:
    inset, y = at
    for _ in range(46):
        x = canvas.rng.uniform(inset + 90, WIDTH - inset - 90)
        if phase == "after":
            canvas.tree(x, y + 44, canvas.rng.uniform(30, 62), (88, 132, 70))
        elif phase == "during":
            canvas.line([(x, y - 84), (x + 14, y + 34)], (120, 148, 108), 2)
        else:
            canvas.line([(x, y - 84), (x + canvas.rng.uniform(-26, 26), y + 30)], mix(ROCK, (0, 0, 0), 0.25), 2.5)


def landfill(canvas: Canvas, phase: str) -> None:
    """A rubbish hill: open, half covered, sealed with a membrane."""
    canvas.sky(320, 0.2 if phase == "before" else 0.0)
    canvas.hills(350, 110, (136, 156, 132))
    canvas.ground(346, (140, 148, 104), 200)
    hill = [(40, 640), (220, 380), (480, 310), (760, 350), (1000, 640)]
    canvas.poly(hill, (150, 138, 116) if phase != "after" else (60, 92, 74))
    if phase != "after":
        for _ in range(700):
            x = canvas.rng.uniform(150, 900)
            y = canvas.rng.uniform(390 + abs(x - 500) * 0.25, 636)
            colour = canvas.rng.choice([(206, 200, 190), (92, 124, 168), (186, 88, 70), (120, 112, 96), (214, 190, 96)])
            canvas.oval(x, y, 15, 8, colour)
    if phase == "during":
        canvas.poly([(40, 640), (220, 380), (480, 310), (520, 640)], (54, 62, 66))
        canvas.excavator(600, 660, 230)
    seams = range(100, 960 if phase == "after" else 500, 70)
    for x in seams if phase != "before" else ():
        canvas.line([(x, 636), (480 + (x - 480) * 0.36, 334)], (88, 122, 102) if phase == "after" else (84, 92, 96), 2.5)
    canvas.oval(512, 690, 760, 80, (58, 52, 40) if phase == "before" else (96, 124, 122))
    if phase == "after":
        for x in (330, 480, 640):
            canvas.line([(x, 430), (x, 370), (x + 16, 370)], (212, 214, 210), 8)
        canvas.sign(840, 730)


def site(canvas: Canvas, phase: str) -> None:
    """A building site: bare soil, then green nets and a spray."""
    canvas.sky(380, 0.4 if phase == "before" else 0.0)
    canvas.towers(400, 5)
    canvas.ground(396, (176, 150, 116), 400)
    for floor in range(7):
        canvas.box(120, 120 + floor * 42, 240, 10, (176, 176, 170))
        for x in range(124, 360, 46):
            canvas.box(x, 128 + floor * 42, 8, 36, (190, 190, 184))
    canvas.line([(560, 420), (560, 70), (900, 70)], (216, 164, 44), 11)
    canvas.line([(560, 70), (440, 70)], (216, 164, 44), 11)
    canvas.line([(820, 70), (820, 230)], (70, 72, 74), 3)
    net = (74, 132, 84)
    for x, tall in ((470, 120), (760, 170)):
        heap = (182, 150, 110) if phase == "before" else net
        canvas.poly([(x - tall * 1.6, 560), (x - tall * 0.4, 560 - tall), (x + tall * 0.5, 540 - tall), (x + tall * 1.6, 560)], heap)
        if phase != "before":
            for place in range(-6, 7):
                canvas.line([(x + place * tall * 0.2, 556), (x + place * tall * 0.08, 566 - tall)], mix(net, (0, 0, 0), 0.16), 2)
    if phase == "before":
        return
    canvas.box(0, 600, WIDTH, 74, (58, 110, 168))
    canvas.box(0, 600, WIDTH, 9, (236, 238, 240))
    for x in range(30, WIDTH, 128):
        canvas.poly([(x, 604), (x - 36, 560), (x + 36, 560)], (226, 236, 242))
    canvas.worker(900, 740, 120)


def farm(canvas: Canvas, phase: str) -> None:
    """Pig sheds with an open lagoon, later closed tanks."""
    canvas.sky(320)
    canvas.hills(350, 110, (136, 162, 132))
    canvas.trees(356, 80, 12)
    canvas.ground(350, (134, 158, 98), 300)
    for x in (60, 370, 680):
        canvas.box(x, 370, 270, 84, (222, 214, 202))
        canvas.poly([(x - 12, 374), (x + 40, 326), (x + 230, 326), (x + 282, 374)], (72, 108, 156))
        for window in range(5):
            canvas.box(x + 20 + window * 50, 396, 26, 24, (118, 132, 142))
    if phase == "before":
        canvas.oval(470, 620, 760, 200, (92, 78, 54))
        canvas.oval(500, 612, 540, 110, (74, 62, 44))
        canvas.line([(210, 456), (300, 560)], (96, 80, 56), 16)
        return
    for x, y in ((260, 620), (560, 640), (820, 610)):
        canvas.box(x - 110, y - 90, 220, 100, (98, 128, 118) if phase == "after" else (178, 178, 172))
        canvas.oval(x, y + 10, 220, 60, (86, 114, 106) if phase == "after" else (160, 160, 154))
        canvas.oval(x, y - 90, 220, 66, (190, 66, 56) if phase == "after" else (96, 98, 98))
    canvas.line([(60, 700), (980, 700)], (212, 178, 60), 9)
    if phase == "during":
        canvas.worker(420, 730, 110)
        canvas.excavator(640, 748, 220)


def station(canvas: Canvas, phase: str) -> None:
    """An automatic monitoring station with its mast."""
    canvas.sky(400)
    canvas.hills(430, 150, (132, 158, 140))
    canvas.ground(426, GREEN, 200)
    canvas.grass(440, 320, (100, 138, 72), 500)
    canvas.box(330, 610, 420, 34, (196, 194, 188))
    if phase == "before":
        canvas.excavator(420, 610, 220)
        canvas.worker(300, 660, 120)
        return
    canvas.box(360, 400, 360, 212, (236, 238, 238))
    canvas.box(346, 384, 388, 20, (40, 96, 154))
    canvas.box(360, 470, 360, 16, (40, 96, 154))
    canvas.box(420, 500, 76, 112, (150, 166, 178))
    canvas.box(580, 510, 92, 62, (110, 142, 166))
    canvas.line([(680, 386), (680, 170)], (150, 156, 160), 7)
    for y in (190, 250):
        canvas.line([(640, y), (720, y)], (150, 156, 160), 5)
        canvas.oval(640, y, 18, 18, (222, 226, 228))
    canvas.line([(400, 384), (400, 300), (430, 280)], (170, 174, 176), 9)
    if phase == "during":
        canvas.worker(800, 660, 120)
    for x in range(30, WIDTH, 90):
        canvas.box(x, 650, 7, 90, (226, 228, 226))
    canvas.line([(0, 672), (WIDTH, 672)], (226, 228, 226), 5)


def villas(canvas: Canvas, phase: str) -> None:
    """Houses in a protected forest; later the forest alone."""
    canvas.sky(280)
    canvas.hills(420, 300, (122, 152, 128))
    canvas.hills(450, 180, (98, 136, 100))
    canvas.trees(470, 150, 11)
    canvas.ground(466, (120, 148, 88), 200)
    if phase == "before":
        for x, y, size in ((110, 590, 190), (420, 560, 170), (700, 610, 220)):
            canvas.house(x, y, size, (226, 216, 198), (156, 90, 66))
        canvas.poly([(300, 768), (520, 600), (580, 600), (520, 768)], (204, 196, 180))
    elif phase == "during":
        for _ in range(260):
            x, y = canvas.rng.gauss(400, 130), canvas.rng.uniform(560, 660)
            canvas.oval(x, y, 30, 18, canvas.rng.choice([(206, 196, 180), (170, 106, 82), (150, 146, 138)]))
        canvas.excavator(560, 650, 290)
        canvas.worker(240, 730, 120)
    else:
        canvas.grass(480, 280, (92, 132, 64), 600)
        for place in range(18):
            x = 40 + place * 56
            canvas.tree(x + canvas.rng.uniform(-16, 16), canvas.rng.uniform(560, 740), canvas.rng.uniform(60, 110), (106, 150, 78))


def railway(canvas: Canvas, phase: str) -> None:
    """A railway embankment being built."""
    canvas.sky(330)
    canvas.hills(360, 140, (142, 164, 148))
    canvas.ground(356, (150, 152, 104), 300)
    canvas.poly([(470, 356), (556, 356), (900, HEIGHT), (60, HEIGHT)], (176, 150, 118))
    if phase == "before":
        canvas.grass(380, 380, (122, 138, 76), 500)
        canvas.sign(760, 640, (170, 60, 48))
        return
    for place in range(14):
        y = 366 + (place / 13) ** 2 * 400
        half = 16 + (y - 356) * 0.55
        canvas.line([(513 - half * 0.9, y), (513 + half * 0.8, y)], (120, 112, 102), 3 + place)
    if phase == "after":
        for left, right in (((505, 358), (300, HEIGHT)), ((521, 358), (700, HEIGHT))):
            canvas.line([left, right], (84, 88, 94), 8)
    canvas.excavator(700, 520, 220)
    canvas.worker(220, 560, 110)
