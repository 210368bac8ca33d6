"""Which PDFs are taken: whole ones, in which nothing acts by itself and nothing is hidden."""

import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from factories import make_user, pdf_bytes
from forms_of_the_admin import errors

from composer_site.library import pdfs
from composer_site.library.models import Pdf

pytestmark = pytest.mark.django_db
ADD = "/admin/library/pdf/add/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def upload(client, content):
    return client.post(ADD, {"name": "File", "file": SimpleUploadedFile("a.pdf", content)})


def packed(inside):
    return packed_objects(b"", zlib.compress(inside))


def packed_objects(more, stream, line=b"\n"):
    """`more` stands in the dictionary, which else says what exports say."""
    usual = b"%PDF-1.7\n5 0 obj <</Type /ObjStm /N 1 /First 4 /Length 9 /Filter /FlateDecode "
    return usual + more + b">>\nstream" + line + stream + b"\nendstream\n%%EOF"


NO_PDF = "This file is not a PDF. Export it as PDF once more."
NOT_WHOLE = "This PDF is not whole: its end is missing. Export it once more."
SCRIPTS = "This PDF holds JavaScript. Export it without scripts."
FILES = "This PDF holds other files. Export it without attachments."
MEDIA = "This PDF plays media by itself. Export it without."
FORM = "This PDF holds a form that sends or fetches data. Export it without."
OTHERS = "This PDF opens other files. Export it without links to files."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The submitted file is empty."),
        (b"\n" + pdf_bytes(), NO_PDF),
        (b"<html>%PDF-1.7 %%EOF</html>", NO_PDF),
        (pdf_bytes()[:30], NOT_WHOLE),
        (b"%PDF-1.7\n%%EOF" + b" " * 2000, NOT_WHOLE),
        (pdf_bytes(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), SCRIPTS),
        (pdf_bytes(b"/S /J#61va#53cript"), SCRIPTS),
        (packed(b"<< /S /JavaScript >>"), SCRIPTS),
        (packed(b"<< /S /JavaScript >>").replace(b"ObjStm", b"Obj#53tm"), SCRIPTS),
        (pdf_bytes(b"/Names << /EmbeddedFiles 3 0 R >>"), FILES),
        (
            pdf_bytes(b"/S /Launch /F (cmd.exe)"),
            "This PDF starts a program when it is opened. Export it without actions.",
        ),
        (
            pdf_bytes(b"/Encrypt 4 0 R"),
            "This PDF is locked with a password or with rights. Export it without.",
        ),
        (pdf_bytes(b"/Subtype /RichMedia"), MEDIA),
        (pdf_bytes(b"/S /Rendition /JS (app.alert(1))"), MEDIA),
        (pdf_bytes(b"/S /Movie"), MEDIA),
        (pdf_bytes(b"/S /Sound /Sound 4 0 R"), MEDIA),
        (pdf_bytes(b"/Subtype /3D /3DD 4 0 R"), MEDIA),
        (pdf_bytes(b"/Subtype /FileAttachment /FS << /EF 4 0 R >>"), FILES),
        (pdf_bytes(b"/AcroForm << /XFA [(config) 4 0 R] >>"), FORM),
        (pdf_bytes(b"/S /SubmitForm /F (https://x.example/)"), FORM),
        (pdf_bytes(b"/S /ImportData /F (x.fdf)"), FORM),
        (pdf_bytes(b"/S /GoToR /F (x.pdf)"), OTHERS),
        (pdf_bytes(b"/S /GoToE /T 4 0 R"), OTHERS),
        (packed(bytes(61_000_000)), "This PDF is packed beyond what can be read. Export it anew."),
    ],
)
def test_what_does_not_serve_is_refused_at_its_field(editor, content, sentence):
    assert errors(upload(editor, content)) == {"file": [sentence]}
    assert (Pdf.objects.count(), default_storage.exists("files")) == (0, False)


ODD = "This PDF is packed beyond what can be read. Export it anew."
FLATE = b"/FlateDecode"
SCRIPT = zlib.compress(b"<< /S /JavaScript >>")
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"  # of a packed stream: five bytes that unpack to nothing


@pytest.mark.parametrize(
    "content",
    [
        packed_objects(b"/Pad (" + b"x" * 500 + b")", SCRIPT),
        packed_objects(b"/Pad (stream\n" + zlib.compress(b"1 0") + b")", SCRIPT),
        packed_objects(b"%stream\n", SCRIPT),
        packed_objects(b"", SCRIPT, line=b"\r"),
        packed_objects(b"", SCRIPT).replace(b"stream", b"stre#61m"),
        packed_objects(b"", SCRIPT.hex().encode()).replace(
            FLATE, b"[/ASCIIHexDecode /FlateDecode]"
        ),
        packed_objects(b"", zlib.compress(SCRIPT)).replace(FLATE, b"[/FlateDecode /FlateDecode]"),
        packed_objects(b"", zlib.compress(SCRIPT)).replace(FLATE, b"[/FlateDecode /#46lateDecode]"),
        packed_objects(b"", SCRIPT).replace(FLATE, b"7 0 R"),
        packed_objects(b"/DecodeParms << /Predictor 12 >>", SCRIPT),
        packed_objects(b"/F [/Fl /AHx]", SCRIPT),
        packed_objects(b"", SCRIPT).replace(b"<<", b"<< /F [/Fl /AHx] %5 0 obj <<\n"),
    ],
)
def test_objects_that_are_packed_in_no_usual_way_are_refused(editor, content):
    assert errors(upload(editor, content)) == {"file": [ODD]}


def test_no_byte_is_unpacked_twice():
    """Each of the streams runs through all of the file: together they would take minutes."""
    start = b"\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n\x78\x9c"
    whole = b""
    for _stream in range(20):
        length = len(whole)
        block = b"\x00" + length.to_bytes(2, "little") + (0xFFFF - length).to_bytes(2, "little")
        whole = start + block + whole
    with pytest.raises(ValidationError, match="packed beyond"):
        pdfs.check(pdf_bytes(whole + EMPTY_BLOCK * 20_000))


def test_bytes_of_a_picture_that_spell_a_short_name_are_no_name():
    assert pdfs.check(pdf_bytes(b">> stream\n\x9f/XFA\x9f/3DD\x80\nendstream")) is None


def test_a_plain_pdf_with_packed_objects_is_taken(editor):
    assert upload(editor, packed(b"<< /Type /Page >>")).status_code == 302
