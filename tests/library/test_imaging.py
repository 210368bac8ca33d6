"""Whatever the file was, what is stored is upright sRGB pixels and nothing else."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from composer_site.library.imaging import decode, encode, rendition_sizes, resize

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def opened(image, fmt="PNG", **options):
    out = io.BytesIO()
    image.save(out, fmt, **options)
    return io.BytesIO(out.getvalue())


def near(pixel, wanted, tolerance=12):
    return all(abs(one - other) <= tolerance for one, other in zip(pixel, wanted, strict=True))


def corners():
    """Red at the top left, green at the top right, blue at the bottom left; 40 × 20."""
    image = Image.new("RGB", (40, 20), WHITE)
    for colour, place in ((RED, (0, 0)), (GREEN, (30, 0)), (BLUE, (0, 10))):
        image.paste(colour, (*place, place[0] + 10, place[1] + 10))
    return image


# What has to be done to an upright picture so that this orientation makes it upright again.
TURNS = {
    1: (),
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_90,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_270,),
}


@pytest.mark.parametrize("orientation", TURNS)
def test_every_orientation_comes_out_upright(orientation):
    image = corners()
    for turn in TURNS[orientation]:
        image = image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    decoded = decode(opened(image, "PNG", exif=exif))
    assert decoded.size == (40, 20)
    assert [decoded.getpixel(at) for at in ((2, 2), (37, 2), (2, 17))] == [RED, GREEN, BLUE]


def test_cmyk_without_a_profile_keeps_its_colours():
    decoded = decode(opened(Image.new("RGB", (8, 8), RED).convert("CMYK"), "JPEG", quality=95))
    assert near(decoded.getpixel((4, 4)), RED)


def test_grey_and_one_bit_come_out_as_rgb():
    assert decode(opened(Image.new("L", (8, 8), 128))).getpixel((4, 4)) == (128, 128, 128)
    assert decode(opened(Image.new("1", (8, 8), 1))).getpixel((4, 4)) == WHITE


def test_sixteen_bits_keep_their_brightness():
    for value, grey in ((0, 0), (0x8000, 128), (0xFFFF, 255)):
        image = Image.new("I;16", (8, 8), value)
        assert near(decode(opened(image)).getpixel((4, 4)), (grey,) * 3, 1)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_stands_on_white(mode):
    assert decode(opened(Image.new(mode, (8, 8), 0))).getpixel((4, 4)) == WHITE


def test_half_transparent_is_mixed_with_white():
    decoded = decode(opened(Image.new("RGBA", (8, 8), (255, 0, 0, 128))))
    assert near(decoded.getpixel((4, 4)), (255, 127, 127), 2)


def test_a_palette_with_transparency_stands_on_white():
    image = Image.new("P", (8, 8), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(1, (4, 0, 8, 8))
    decoded = decode(opened(image, transparency=0))
    assert (decoded.getpixel((1, 1)), decoded.getpixel((6, 1))) == (WHITE, GREEN)


def profile(kind):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(kind)).tobytes()


@pytest.mark.parametrize(
    "broken",
    [b"", b"no profile", profile("sRGB")[:60], b"\x00" * 5000],
    ids=["empty", "words", "cut", "zeros"],
)
def test_a_broken_profile_is_dropped(broken):
    decoded = decode(opened(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=broken))
    assert decoded.getpixel((4, 4)) == RED


def test_a_profile_of_another_kind_of_pixels_is_dropped():
    image = Image.new("RGB", (8, 8), RED)
    assert decode(opened(image, icc_profile=profile("LAB"))).getpixel((4, 4)) == RED
    grey = Image.new("L", (8, 8), 128)
    assert decode(opened(grey, icc_profile=profile("sRGB"))).getpixel((4, 4)) == (128, 128, 128)


def test_transparency_survives_a_profile():
    image = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    assert decode(opened(image, icc_profile=profile("sRGB"))).getpixel((4, 4)) == WHITE


def swapped():
    """A profile whose red is green and whose green is red."""
    return (
        profile("sRGB")
        .replace(b"rXYZ", b"?XYZ", 1)
        .replace(b"gXYZ", b"rXYZ", 1)
        .replace(b"?XYZ", b"gXYZ", 1)
    )


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_are_brought_to_srgb_by_their_profile(mode):
    image = Image.new("RGB", (8, 8), RED).convert(mode)
    assert near(decode(opened(image, icc_profile=swapped())).getpixel((4, 4)), GREEN)


def test_only_the_first_frame_of_an_animation_is_taken():
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    file = opened(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert near(decode(file).getpixel((4, 4)), RED)


def located():
    exif = Image.Exif()
    exif[0x010F] = "Camera 4711"
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 15.0, 0.0), 3: "E", 4: (76.0, 57.0, 0.0)})
    return exif


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_of_what_the_camera_noted_is_stored(fmt):
    file = opened(Image.new("RGB", (64, 48), RED), fmt, exif=located())
    assert b"Camera 4711" in file.getvalue()
    image = decode(file)
    for extension in ("jpg", "webp"):
        for size in rendition_sizes(*image.size):
            stored = encode(resize(image, size), extension)
            assert b"4711" not in stored
            assert not Image.open(io.BytesIO(stored)).getexif()
            assert "icc_profile" not in Image.open(io.BytesIO(stored)).info


def test_text_in_a_png_is_not_stored():
    from PIL.PngImagePlugin import PngInfo

    said = PngInfo()
    said.add_text("Comment", "embargoed")
    image = decode(opened(Image.new("RGB", (8, 8)), pnginfo=said))
    assert b"embargoed" not in encode(image, "jpg")


def test_a_bomb_in_the_text_of_a_png_is_refused():
    from PIL.PngImagePlugin import PngInfo

    said = PngInfo()
    said.add_text("Comment", "0" * 50_000_000, zip=True)
    with pytest.raises(ValidationError):
        decode(opened(Image.new("RGB", (8, 8)), pnginfo=said))


def test_a_side_that_is_too_long_is_refused():
    with pytest.raises(ValidationError):
        decode(opened(Image.new("1", (12_001, 1))))


def test_widths_are_never_larger_than_the_picture():
    assert rendition_sizes(3000, 1000) == [(480, 160), (960, 320), (1920, 640)]
    assert rendition_sizes(700, 10_000) == [(480, 6857), (700, 10_000)]
    assert rendition_sizes(5000, 1) == [(480, 1), (960, 1), (1920, 1)]
