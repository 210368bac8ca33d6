"""Uploaded pictures are decoded in full, brought to plain sRGB pixels and encoded anew.

What comes out holds no EXIF, no GPS, no thumbnail and no byte of what was sent.
"""

import io
import warnings
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_BYTES = 30_000_000
MAX_PIXELS = 50_000_000
MAX_SIDE = 12_000
WIDTHS = (480, 960, 1920)
PAPER = (255, 255, 255)


def decode(file: BinaryIO) -> Image.Image:
    """The first frame as upright RGB pixels. ValidationError where the file does not serve."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            _check_size(image)
            image.load()
            return _plain_rgb(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        raise ValidationError(
            _("This file is not a whole JPEG, PNG, WebP or AVIF picture. Export it once more.")
        ) from error


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise _too_large()


def _too_large() -> ValidationError:
    return ValidationError(
        _("This picture is too large. Up to 50 megapixels and 12,000 pixels a side will do.")
    )


def _plain_rgb(image: Image.Image) -> Image.Image:
    image = _to_srgb(image)
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        image = _eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (*PAPER, 255))
        image = Image.alpha_composite(paper, image)
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _to_srgb(image: Image.Image) -> Image.Image:
    """Wide-gamut and CMYK pixels by their profile; a profile that does not serve is dropped."""
    profile = image.info.pop("icc_profile", None)
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def encode(image: Image.Image, extension: str) -> bytes:
    """`extension` is jpg (the original, for the press) or webp (what pages show)."""
    out = io.BytesIO()
    if extension == "jpg":
        image.save(out, "JPEG", quality=92, progressive=True, optimize=True)
    else:
        image.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()


def rendition_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The three widths, never larger than the picture itself: [(width, height)], small first."""
    widths = sorted({min(wanted, width) for wanted in WIDTHS})
    return [(wanted, max(1, round(height * wanted / width))) for wanted in widths]


def resize(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS)
