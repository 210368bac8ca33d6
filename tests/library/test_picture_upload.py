"""Pictures come in through one form: whole, plain, and with what must be printed beside them."""

import io
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.urls import reverse
from factories import make_film, make_picture, make_superuser, make_user, picture_bytes, published
from forms_of_the_admin import address, errors, open_form, save, save_well
from PIL import Image

from composer_site.library.models import Picture

pytestmark = pytest.mark.django_db
ADD = "/admin/library/picture/add/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def upload(client, content, file_name="a.jpg", **fields):
    data = {
        "name": "Poster",
        "source_language": "en",
        "rights": "press",
        "alt_en": "A violin",
        "credit_en": "Us",
        "file": SimpleUploadedFile(file_name, content),
    }
    return client.post(ADD, data | fields)


def stored_files():
    def walk(path):
        folders, files = default_storage.listdir(path)
        return [*files, *(file for folder in folders for file in walk(f"{path}/{folder}"))]

    return sorted(walk("pictures")) if default_storage.exists("pictures") else []


def test_an_upload_makes_a_row_and_its_files(editor):
    assert upload(editor, picture_bytes((2000, 1000))).status_code == 302
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (2000, 1000)
    assert stored_files() == ["1920.webp", "480.webp", "960.webp", "original.jpg"]


def content_of(picture):
    with default_storage.open(f"pictures/{picture.token}/original.jpg") as file:
        return file.read()


def png_bomb():
    """A PNG of 13,000 × 13,000 pixels in some 20 kB."""

    def chunk(kind, data):
        return (
            len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        )

    side = 13_000
    header = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def half(content):
    return content[: len(content) // 2]


def gif():
    out = io.BytesIO()
    frames = [Image.new("P", (50, 50), colour) for colour in range(3)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NOT_WHOLE = "This file is not a whole JPEG, PNG, WebP or AVIF picture. Export it once more."
TOO_LARGE = "This picture is too large. Up to 50 megapixels and 12,000 pixels a side will do."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (half(picture_bytes()), NOT_WHOLE),
        (half(picture_bytes(fmt="PNG")), NOT_WHOLE),
        (half(picture_bytes(fmt="WEBP")), NOT_WHOLE),
        (b"", "The submitted file is empty."),
        (b"\x00random\xff" * 50, NOT_WHOLE),
        (SVG, NOT_WHOLE),
        (gif(), NOT_WHOLE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", NOT_WHOLE),
        (png_bomb(), TOO_LARGE),
    ],
    ids=["half jpeg", "half png", "half webp", "empty", "noise", "svg", "gif", "eps", "bomb"],
)
def test_what_is_no_whole_picture_is_refused_at_its_field(editor, content, sentence):
    response = upload(editor, content)
    assert errors(response) == {"file": [sentence]}
    assert (Picture.objects.count(), stored_files()) == (0, [])
    assert 'value="A violin"' in response.text


def test_a_file_larger_than_thirty_megabytes_is_refused(editor, monkeypatch):
    monkeypatch.setattr("composer_site.library.imaging.MAX_BYTES", 1000)
    response = upload(editor, picture_bytes())
    assert errors(response) == {"file": ["This file is larger than 30 MB. Export it smaller."]}


def test_without_a_file_the_field_says_so(editor):
    response = editor.post(ADD, {"name": "Poster", "source_language": "en", "rights": "press"})
    assert errors(response)["file"] == ["This field is required."]


def test_alt_and_credit_are_asked_for_in_the_source_language(editor):
    response = upload(editor, picture_bytes(), alt_en="", credit_en="")
    assert set(errors(response)) == {"alt_en", "credit_en"}
    assert stored_files() == []


def test_a_taken_name_is_refused_before_a_file_is_written(editor):
    make_picture(name="Poster")
    before = stored_files()
    assert set(errors(upload(editor, picture_bytes()))) == {"name"}
    assert stored_files() == before


def test_a_file_stopped_half_way_is_not_there():
    def stopping():
        yield b"half"
        raise OSError("no room")

    half = ContentFile(b"")
    half.chunks = stopping
    with pytest.raises(OSError, match="no room"):
        default_storage.save("pictures/half.jpg", half)
    assert not default_storage.exists("pictures/half.jpg")


def test_files_go_where_their_row_was_not_stored(editor, monkeypatch):
    def fail(*args, **options):
        raise IntegrityError

    monkeypatch.setattr("django.db.models.Model.save", fail)
    with pytest.raises(IntegrityError):
        upload(editor, picture_bytes())
    assert stored_files() == []


@pytest.mark.parametrize(
    "name",
    ["../../x.png", "..\\x.png", "a\r\nb.jpg", "\u202egpj.exe", "CON.png", ".htaccess", "x" * 90],
)
def test_stored_names_are_ours_whatever_the_file_was_called(editor, name):
    assert upload(editor, picture_bytes((40, 30)), name).status_code == 302
    assert stored_files() == ["40.webp", "original.jpg"]


def test_one_name_twice_makes_two_pictures(editor):
    for number in range(2):
        upload(editor, picture_bytes((40, 30)), "same.jpg", name=f"Picture {number}")
    tokens = set(Picture.objects.values_list("token", flat=True))
    assert (len(tokens), len(stored_files())) == (2, 4)


def test_the_form_of_a_stored_picture_takes_no_file(editor):
    picture = make_picture()
    stored = content_of(picture)
    form = open_form(editor, picture)
    file = SimpleUploadedFile("new.jpg", picture_bytes((99, 99)))
    save_well(editor, picture, form | {"file": file, "caption_en": "New"})
    picture.refresh_from_db()
    assert (picture.width, picture.caption_en) == (64, "New")
    assert content_of(picture) == stored
    assert "The file never changes." in editor.get(address(picture)).text


def test_a_picture_in_use_is_not_deleted_and_the_page_says_where(editor):
    picture = make_picture()
    film = make_film(poster=picture)
    response = editor.post(address(picture, "delete"), {"post": "yes"})
    assert str(film) in response.text
    assert Picture.objects.count() == 1


def test_a_picture_that_an_edition_shows_is_not_deleted(editor):
    picture = make_picture(name="Old poster")
    film = published(make_film(poster=picture))
    film.poster = None
    film.save()
    response = editor.post(address(picture, "delete"), {"post": "yes"})
    assert "“Old poster” stands in an edition, so it stays in the library." in response.text
    assert stored_files() == ["64.webp", "original.jpg"]


@pytest.mark.django_db(transaction=True)
def test_the_files_of_a_deleted_picture_are_deleted(client):
    client.force_login(make_superuser())
    picture = make_picture()
    assert client.post(address(picture, "delete"), {"post": "yes"}).status_code == 302
    assert stored_files() == []


def test_a_size_that_was_never_made_is_not_found(editor):
    picture = make_picture()
    url = reverse("admin:library_picture_file", args=[picture.token, "9999.webp"])
    assert editor.get(url).status_code == 404


def test_the_sentence_about_a_time_stands_at_the_time(editor):
    picture = make_picture()
    response = save(editor, picture, open_form(editor, picture) | {"usable_until_0": "32 May"})
    assert set(errors(response)) == {"usable_until"}
