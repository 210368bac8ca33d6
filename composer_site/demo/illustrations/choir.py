"""The choir: its rows stand on the lines of a staff, a conductor before them."""

from math import cos, pi, sin

from .composers import singer
from .landscape import note
from .palette import (
    BARK,
    BLUE,
    EMBER,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    NIGHT,
    VERMILION,
)
from .pen import Sheet, box, dot, oval, path, place, ribbon, stroke

WIDTH, HEIGHT = 1920, 1080
AXIS = 960


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _stage(sheet)
    for row in range(4):
        sheet.lay(*_row(sheet, row))
    _conductor(sheet)
    return sheet


def _stage(sheet):
    wall = sheet.linear((0, NIGHT), (0.6, INDIGO), (1, BLUE))
    light = sheet.radial((0, LAMP, 1), (0.34, GOLD, 1), (0.62, "#a84a30", 0.8), (1, INDIGO, 0),
                         centre=(AXIS, 520, 900))  # fmt: skip
    sheet.lay(box(0, 0, WIDTH, HEIGHT, wall), box(0, 0, WIDTH, HEIGHT, light))
    sheet.lay(dot(AXIS, 560, 400, LAMP, opacity=0.35), dot(AXIS, 560, 270, IVORY, opacity=0.4))
    _song(sheet)


def _song(sheet):
    """Five arches over the choir: what it sings."""
    for k in range(5):
        rx, ry = 760 + 46 * k, 470 + 40 * k
        d = f"M{AXIS - rx},640A{rx},{ry} 0 0 1 {AXIS + rx},640"
        sheet.lay(stroke(d, IVORY, 4, opacity=0.85))
    for angle, line, flag in ((143, 3, True), (128, 2, False), (112, 0, True), (68, 1, False),
                              (52, 3, True), (37, 2, False)):  # fmt: skip
        rx, ry = 760 + 46 * line, 470 + 40 * line
        x, y = AXIS + rx * cos(angle * pi / 180), 640 - ry * sin(angle * pi / 180)
        sheet.lay(note(round(x), round(y), 17, LAMP, flag=flag))


def _row(sheet, row):
    """One arc of singers behind the one nearer to us; a line of the staff runs under their feet."""
    size, y = 34 + 7 * row, 470 + 128 * row
    step, count = size * 3.05, (15, 14, 13, 12)[row]
    robes = ((EMBER, VERMILION), (INDIGO, BLUE), (EMBER, VERMILION), (INK, INDIGO))[row]
    robe = sheet.linear((0, robes[1]), (0.6, robes[0]))
    marks = []
    for k in range(count):
        x = AXIS + (k - (count - 1) / 2) * step
        bend = -0.00013 * (x - AXIS) ** 2 + 60
        hair = (BARK, NIGHT, "#4f2f28")[(k * 7 + row) % 3]
        face = ("#ecc195", "#f3cfa6", "#dcab7c")[(k * 5 + row * 2) % 3]
        marks.append(singer(x, y + bend, size, robe, face, hair, braids=row > 1))
    return marks


def _conductor(sheet):
    """The conductor from behind, arms lifted; he is cut by the lower edge."""
    coat = sheet.linear((0, INDIGO), (1, NIGHT))
    rim = LAMP
    body = (
        "M832,1090C828,960 838,880 880,850C910,836 940,830 960,830"
        "C980,830 1010,836 1040,850C1082,880 1092,960 1088,1090Z"
    )
    left = [(920, 900), (860, 896), (796, 900), (716, 842), (690, 720)]
    right = [(1000, 900), (1060, 896), (1124, 900), (1206, 836), (1246, 716)]
    sheet.lay(
        path(ribbon(left, (76, 70, 58, 44), 40), coat),
        path(ribbon(right, (76, 70, 58, 44), 40), coat),
    )
    sheet.lay(
        path(body, coat),
        stroke("M880,850C910,836 940,830 960,830C980,830 1010,836 1040,850", rim, 4),
    )
    sheet.lay(
        path("M926,790H994V838Q960,856 926,838Z", "#a86f4d"), oval(960, 750, 52, 64, "#d9a877")
    )
    sheet.lay(path("M904,770C890,690 920,668 960,668C1000,668 1030,690 1016,770"
        "C1006,806 986,812 960,812"
                   "C934,812 914,806 904,770Z", NIGHT))  # fmt: skip
    sheet.lay(oval(905, 758, 9, 15, "#d9a877"), oval(1015, 758, 9, 15, "#d9a877"))
    sheet.lay(path("M916,834Q960,858 1004,834L1008,850Q960,874 912,850Z", IVORY))
    sheet.lay(_hand(690, 706, -1), _hand(1248, 702, 1))
    sheet.lay(path(ribbon([(1246, 690), (1330, 600), (1410, 520)], (7, 5, 2), 8), IVORY))
    sheet.lay(stroke("M960,880V1080M900,1080C896,1000 900,930 912,880M1020,1080"
        "C1024,1000 1020,930 1008,880",
                     INK, 4, opacity=0.8))  # fmt: skip


def _hand(x, y, side):
    palm = (
        "M-20,20C-24,-6 -22,-30 -12,-44C-8,-50 0,-48 0,-40C4,-52 14,-50 14,-38"
        "C24,-44 28,-36 24,-24L20,20Z"
    )
    cuff = box(-24, 12, 48, 16, IVORY, rx=4)
    return place(path(palm, "#d9a877"), cuff, x=x, y=y, turn=side * 14, flip=side < 0)
