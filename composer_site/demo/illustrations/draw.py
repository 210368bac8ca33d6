"""Draws every illustration: an SVG, and beside it the JPEG made from that SVG.

Run as a module, with the names of pictures to draw only those:
python -m composer_site.demo.illustrations.draw hero poster
"""

import struct
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image, ImageCms

FOLDER = Path(__file__).parent
QUALITY = 88

# Name of the picture: module and function that lay it on a sheet.
PICTURES = {
    "poster": "poster:draw",
    "hero": "hero:draw",
    "xian-xinghai": "composers:xian_xinghai",
    "baqytzhan-baiqadamov": "composers:baqytzhan_baiqadamov",
    "hu-jun": "cast:hu_jun",
    "xirzat-yahup": "cast:xirzat_yahup",
    "yuan-quan": "cast:yuan_quan",
    "berik-aitzhanov": "cast:berik_aitzhanov",
    "aruzhan-jazilbekova": "sister_and_niece:aruzhan_jazilbekova",
    "dilnaz-nurseit": "sister_and_niece:dilnaz_nurseit",
    "su-xiaowei": "crew:su_xiaowei",
    "sabit-kurmanbekov": "crew:sabit_kurmanbekov",
    "jonathan-jian-shen": "producers:jonathan_jian_shen",
    "bakhyt-kairbekov": "producers:bakhyt_kairbekov",
    "baldyrgan-baikadamova": "family:baldyrgan_baikadamova",
    "qian-yunling": "family:qian_yunling",
    "suitcase-and-violin": "street:draw",
    "alatau-opera": "opera:draw",
    "yellow-river": "river:draw",
    "train": "train:draw",
    "choir": "choir:draw",
    "letter": "letter:draw",
}


def main(names):
    for name in names or PICTURES:
        svg = draw(name)
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        save_jpeg(svg, FOLDER / f"{name}.jpg")


def draw(name):
    module, function = PICTURES[name].split(":")
    return getattr(import_module(f".{module}", __package__), function)().svg()


def save_jpeg(svg, target):
    pixels = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)))
    profile = srgb_profile()
    pixels.convert("RGB").save(
        target, quality=QUALITY, progressive=True, optimize=True, icc_profile=profile
    )


def srgb_profile():
    """The sRGB profile; the date in bytes 24-35 of its header is held still.

    Otherwise every drawing of an unchanged picture would make another file.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    return bytes(profile)


if __name__ == "__main__":
    main(sys.argv[1:])
