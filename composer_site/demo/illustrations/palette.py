"""The one palette of all the illustrations."""

NIGHT = "#0a0f2c"
INK = "#121a42"
INDIGO = "#1d2a5e"
BLUE = "#31437f"
DUSK = "#5566a0"
MIST = "#8f9cc4"
SNOW = "#c9cfe4"
IVORY = "#f5ecd8"
PAPER = "#e9dcbf"
LAMP = "#f7d48a"
GOLD = "#e3a644"
OCHRE = "#bf7a2c"
UMBER = "#6d3f22"
BARK = "#3a2226"
VERMILION = "#bf4530"
EMBER = "#8a2f2a"
SKIN = "#d9a877"
SKIN_SHADE = "#a86f4d"

# Distant ridges are pale, near ones dark: air between them makes the depth.
RIDGES = ("#6f7fb4", "#54659f", "#3c4d88", "#293870", "#1a2656")
