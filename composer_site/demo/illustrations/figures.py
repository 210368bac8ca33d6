"""People. A head is drawn in hundredths of its height, a body in centimetres from the ground.

Everyone looks to the left; a scene mirrors them where it needs to.
"""

from .palette import BARK, EMBER, GOLD, INK, LAMP, NIGHT, SKIN, SKIN_SHADE, VERMILION
from .pen import group, oval, path, place, stroke

FACE = (
    "M22,10C13,20 8,30 9,38C9,42 12.5,44 12.5,48C10,54 3,59 0.5,65C0,69 4,70.5 8.5,70.5"
    "C8.5,73 5.5,74 4.5,76.5C4.5,78.5 7,79.5 9.5,80C7,81 5.5,83 6.5,86C8,88 11,88 11.5,90.5"
    "C9.5,94 10,98 14,101C20,105 30,102 38,99"
)
SKULL = "C39,106 37,116 34,130L88,130C84,112 82,100 80,84C94,70 98,50 95,30C86,4 40,-10 22,10Z"
_HAIR = (
    "M20,16C20,2 36,-8 56,-7C84,-5 101,18 99,46C98,62 95,76 89,88C85,92 80,91 76,86"
    "C72,81 69,76 66,70"
    "C64,60 62,52 57,47C53,51 51,58 49,63C46,55 48,42 44,33C36,29 25,24 20,16Z"
)


def head(hair=NIGHT, skin=SKIN, shade=SKIN_SHADE, features=BARK):
    """A man's head in profile: crown at y 0, chin at y 100, nose at x 0."""
    return group(
        path(FACE + SKULL, skin),
        path(
            "M38,99C50,94 56,84 60,70L82,84C82,100 84,112 88,130L34,130C37,116 39,106 38,99Z", shade
        ),
        path(_HAIR, hair),
        oval(56, 57, 6, 9, skin, transform="rotate(-12 56 57)"),
        stroke("M54,52C59,52 59,60 55,63", shade, 2),
        path("M11,38C15,34.5 22,34.5 28,37.5C22,37 16,37.5 11,40Z", features),
        path("M14.5,47C18,49.5 22,49.5 26,47.5C22,51.5 17,51.5 14.5,47Z", features),
        stroke("M9.5,80C12,79.6 14,79.8 16,81", features, 1.6),
        stroke("M9.5,70C12,70.5 14,68 13,65", shade, 1.6),
    )


def cap(cloth=INK, light=GOLD):
    """A flat cap for a head of the same scale."""
    return group(
        path("M12,24C4,4 30,-18 62,-15C92,-12 106,10 102,36C84,27 48,20 12,24Z", cloth),
        path("M20,20C8,20 -4,26 -11,34C4,33 22,31 44,25Z", NIGHT),
        stroke("M13,19C10,4 32,-14 60,-12", light, 2.6),
    )


def fur_hat(fur=BARK, light=GOLD):
    """A karakul hat for a head of the same scale; its curls catch the light."""
    curls = "".join(
        f"M{x},{y}c3,-6 10,-5 10,1"
        for x, y in ((18, 4), (34, -8), (52, -12), (30, 12), (48, 4), (66, -2), (80, 8), (64, 16))
    )
    return group(
        path(
            "M8,28C0,10 10,-18 24,-24C50,-32 84,-28 98,-14C108,2 106,24 101,38C76,28 40,24 8,28Z",
            fur,
        ),
        stroke(curls, light, 1.8, opacity=0.45),
        stroke("M9,20C6,4 14,-16 26,-20", light, 2.6),
    )


def seated_musician(coat, case, seat, rim=LAMP):
    """A man in an overcoat on a suitcase, hands upon the violin case before him; 138 cm high.

    `case` and `seat` are drawn luggage in millimetres (see `instruments`).
    """
    return group(
        _far_leg(),
        place(seat, x=10, y=0, scale=0.1),
        place(case, x=-55, y=-79, scale=0.1, turn=7),
        _near_leg(coat),
        _seated_coat(coat, rim),
        place(head(), cap(), x=-22, y=-138, scale=0.25, turn=-10),
        _scarf(),
        _arm_on_case(coat, rim),
    )


def _far_leg():
    return group(
        path("M-30,-50L-52,-50C-56,-30 -62,-16 -64,-6L-50,-4Z", NIGHT),
        path("M-58,-10L-72,-6C-82,-4 -86,0 -84,1L-56,1Z", NIGHT),
    )


def _near_leg(coat):
    return group(
        path("M-46,-54C-50,-34 -47,-18 -45,-6L-29,-6C-28,-22 -26,-36 -22,-50Z", NIGHT),
        stroke("M-46,-50C-49,-34 -47,-20 -45.5,-8", GOLD, 0.8, opacity=0.7),
        path("M-46,-8L-28,-8C-26,-4 -26,-1 -27,1L-60,1C-62,-2 -56,-5.5 -46,-8Z", BARK),
        stroke("M-60,0.6L-27,0.6", NIGHT, 1.6),
        stroke("M-59,-2C-56,-5 -52,-6 -46,-7.4", GOLD, 0.7),
    )


def _seated_coat(coat, rim):
    body = (
        "M-6,-112C-12,-106 -16,-98 -17,-90C-19,-80 -19,-74 -18,-66C-30,-66 -42,-65 -49,-61"
        "C-54,-57 -54,-48 -52,-40C-51,-34 -52,-28 -53,-22C-42,-18 -28,-20 -18,-26"
        "C-6,-32 8,-36 34,-33C33,-44 34,-52 32,-62C31,-78 29,-94 21,-105C16,-111 8,-114 2,-114Z"
    )
    return group(
        path(body, coat),
        path(
            "M-18,-66C-6,-60 10,-54 33,-50C34,-44 33,-38 34,-33C8,-36 -6,-32 -18,-26"
            "C-22,-40 -24,-54 -18,-66Z",
            NIGHT,
            opacity=0.35,
        ),
        stroke(
            "M-18,-66C-12,-63 -4,-58 8,-55M-20,-62C-22,-48 -20,-36 -18,-27", NIGHT, 0.9, opacity=0.7
        ),
        stroke("M-18,-67C-30,-67 -42,-66 -49,-62C-53,-58.5 -54,-50 -52.6,-42", rim, 1.3),
        stroke("M8,-113C14,-112 18,-109 21,-105C24,-101 26,-97 27.5,-92", rim, 1.1, opacity=0.8),
        stroke("M-16.6,-92C-18,-84 -18.4,-76 -18,-70", rim, 1, opacity=0.8),
    )


def _scarf():
    return group(
        path(
            "M-14,-114C-8,-109 4,-109 9,-115C14,-117 17,-109 13,-105C6,-99 -8,-98 -15,-104"
            "C-19,-108 -18,-115 -14,-114Z",
            VERMILION,
        ),
        path("M-12,-105C-13,-96 -16,-88 -19,-80L-9,-77C-6,-86 -4,-96 -4,-104Z", VERMILION),
        path("M-8,-104C-8,-95 -10,-86 -12,-78L-9,-77C-6,-86 -4,-96 -4,-104Z", EMBER),
        stroke("M-15,-107C-8,-102 6,-102 12,-109", EMBER, 0.9),
    )


def _arm_on_case(coat, rim):
    sleeve = (
        "M8,-106C0,-106 -6,-98 -9,-88C-11,-82 -14,-78 -17,-77C-26,-78 -36,-79.6 -44,-81.6"
        "C-46,-78 -47,-74 -46,-70C-34,-66 -20,-62.6 -10,-62C-2,-64 4,-74 9,-86"
        "C14,-96 14,-104 8,-106Z"
    )
    return group(
        path(
            "M-43,-81.5C-47,-84 -54,-85 -59,-83C-63,-81 -64,-77 -62,-75L-60,-72"
            "C-57,-71 -50,-70.4 -44,-71.6Z",
            SKIN,
        ),
        stroke(
            "M-62,-78.4C-59,-79.4 -57,-79 -54,-78M-61.4,-75.2C-59,-76.2 -57,-76 -54,-75",
            SKIN_SHADE,
            0.7,
        ),
        path(sleeve, coat),
        stroke("M-10,-62C-2,-64 4,-74 9,-86C12,-92 13.4,-98 12,-103", NIGHT, 1.1, opacity=0.8),
        stroke(
            "M3,-105C-3,-102 -7,-95 -9.6,-87.5C-11.5,-82 -14,-78.4 -17,-77.4"
            "C-26,-78.6 -35,-80 -43.4,-82",
            rim,
            1.2,
        ),
        path(
            "M-42,-82.4L-45.6,-82C-47.4,-78 -47.8,-74 -46.8,-69.6L-42.6,-68.6"
            "C-43.4,-73 -43.2,-78 -42,-82.4Z",
            NIGHT,
        ),
    )


def standing_friend(coat, rim=LAMP):
    """A man in a fur hat who steps to the left and holds out his hand; 178 cm high."""
    body = (
        "M-4,-152C-14,-146 -18,-138 -19,-128C-20,-112 -19,-100 -21,-86C-23,-66 -28,-46 -32,-30"
        "C-14,-24 14,-24 32,-31C28,-50 26,-70 25,-90C26,-110 27,-126 23,-138"
        "C19,-148 12,-152 6,-153Z"
    )
    return group(
        _walking_legs(),
        path(body, coat),
        stroke("M-19,-112C-19,-100 -20,-92 -21,-86C-23,-66 -28,-46 -32,-31", rim, 1.2),
        stroke("M-8,-120C-9,-90 -12,-58 -16,-28", NIGHT, 0.9, opacity=0.7),
        *(oval(-13 - k * 1.2, -112 + 16 * k, 1.4, 1.4, GOLD) for k in range(3)),
        place(head(), fur_hat(), x=-18, y=-179, scale=0.248, turn=-4),
        path(
            "M-12,-153C-6,-149 8,-149 13,-155C18,-157 22,-148 18,-144C8,-138 -8,-138 -14,-144"
            "C-18,-148 -16,-155 -12,-153Z",
            BARK,
        ),
        _held_out_arm(coat, rim),
    )


def _walking_legs():
    return group(
        path("M4,-40C10,-26 16,-14 20,-4L32,-5C30,-18 26,-30 22,-42Z", NIGHT),
        path("M18,-7L33,-8L34,1L8,1C6,-3 12,-6 18,-7Z", NIGHT),
        path("M-22,-40C-24,-26 -27,-14 -28,-4L-15,-4C-10,-16 -6,-28 -2,-40Z", INK),
        path("M-29,-8L-14,-8L-13,1L-42,1C-43,-3 -37,-6 -29,-8Z", BARK),
    )


def _held_out_arm(coat, rim):
    sleeve = (
        "M6,-151C-2,-147 -8,-138 -14,-128C-17,-123 -20,-121 -24,-120.4L-50,-118L-50,-105"
        "C-38,-104 -24,-104 -14,-106C-4,-109 8,-120 18,-134C24,-144 16,-154 6,-151Z"
    )
    return group(
        path(
            "M-50,-116C-55,-117 -62,-117 -67,-115C-69,-113 -67,-112 -64,-112L-58,-111.6"
            "C-61,-110 -64,-107 -62,-105.6C-58,-105 -53,-106 -49,-106Z",
            SKIN,
        ),
        path(sleeve, coat),
        stroke("M0,-147C-7,-140 -11,-132 -15,-127C-18,-122 -21,-121 -24,-120.4L-50,-118", rim, 1.2),
        stroke(
            "M18,-134C8,-120 -4,-109 -14,-106C-20,-105 -28,-104.4 -36,-104.4",
            NIGHT,
            1.1,
            opacity=0.8,
        ),
    )
