import pytest
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st
from js_asset import Media
from translated_fields import TranslatedField

from composer_site.values.richtext import (
    RichTextField,
    RichTextWidget,
    clean_html,
    clean_text,
    is_allowed_link,
    paragraphs,
    plain_text,
)

SCRIPT = "<p>Hello<script>alert(1)</script></p>"


class Letter(models.Model):
    body = RichTextField("body", blank=True)
    note = TranslatedField(RichTextField("note", blank=True))

    class Meta:
        app_label = "tests"

    def __str__(self):
        return plain_text(self.body)


@pytest.fixture
def _letters(transactional_db):
    with connection.schema_editor() as editor:
        editor.create_model(Letter)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Letter)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        (SCRIPT, "<p>Hello</p>"),
        ("<svg onload=alert(1)>x</svg>a", "a"),
        ("<p>a<img src=https://tracker.example onerror=alert(1)>b</p>", "<p>ab</p>"),
        ("<details open ontoggle=alert(1)>a</details>", "a"),
        ("<input autofocus onfocus=alert(1)>a", "a"),
        ("<math><mtext><style><img src=x onerror=alert(1)></style></math>a", "a"),
        ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "'&gt;"),
        ("a<template><p>b</p></template>", "a"),
        ("<!-- --!><script>alert(1)</script> --><p>a</p>", " --&gt;<p>a</p>"),
        ("<iframe srcdoc='<script>'></iframe><p>a</p>", "<p>a</p>"),
        ("<object data=x></object><embed src=x><base href=//e><link href=x><p>a", "<p>a</p>"),
        ("<form action=//e><p>a</p><button>b</button></form>", "<p>a</p>b"),
        ("<meta http-equiv=refresh content='0;url=//e'><p>a</p>", "<p>a</p>"),
        ("<p style='position:fixed' class=submit-row id=x name=y>a</p>", "<p>a</p>"),
        ("<p>{{ settings.SECRET_KEY }}{% debug %}</p>",) * 2,
        ("<b>a</b> <I class=x>b</I>", "<strong>a</strong> <em>b</em>"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>", "a<h2>b</h2><h3>c</h3>d"),
        ("<ol start=3><li>a<ul><li>b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("<blockquote><p>a<br>b</p></blockquote>",) * 2,
        ("<p>a\x00\x0b\u202eb&#x202e;c\ufeff</p>", "<p>abc</p>"),
        ("<p>e\u0301</p>", "<p>é</p>"),
        ("<p>\u0338a</p>", "<p>\u0338a</p>"),
        ("<p>a\ud800b</p>", "<p>ab</p>"),
        ("<p></p>", ""),
        ("<p> &nbsp;<br></p>", ""),
        ("<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_clean_html(dirty, clean):
    assert clean_html(dirty) == clean


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "&#1;javascript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/&#10;/evil.example",
        "https:evil.example",
        "https://user@evil.example",
        "https://[",
        "ftp://evil.example",
        "tel:+77272",
        "mailto:",
        "relative/path",
        "#fragment",
        "?query",
        "",
    ],
)
def test_links_that_lose_their_address(address):
    assert clean_html(f'<p><a href="{address}">text</a></p>') == "<p>text</p>"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=1",
        "http://example.org",
        "mailto:press@example.org",
        "https://пример.рф/",
    ],
)
def test_links_elsewhere_say_nothing_of_us(address):
    link = f'<a href="{address}" rel="noopener noreferrer">text</a>'
    assert clean_html(f'<a href="{address}" target="_blank" rel="opener">text</a>') == link


def test_links_to_our_own_pages_stay_as_they_are():
    link = '<a href="/en/films/the-composer/?a=1#cast">text</a>'
    assert clean_html(link) == link


@pytest.mark.parametrize(
    "paste",
    [
        "<b>" * 5000 + "x",
        "<strong>" * 5000 + "x" + "</strong>" * 5000,
        "<blockquote>" * 15_000 + "x",
        "<blockquote></i>" * 10_000 + "x",
        "<ul><!--</ul>-->" * 10_000 + "x",
        "<ul><li>" * 5000 + "x",
        "<x" * 2000 + ">x",
        "".join(f"<p><b a{i}>x" for i in range(10_000)),
        "<a href=javascript:x>x" * 9000,
        '<p class="MsoNormal"><o:p></o:p>Слово <b style="x">bold</b> word</p>' * 3000,
    ],
    ids=lambda paste: paste[:15],
)
def test_huge_pastes_keep_their_text(paste):
    assert plain_text(clean_html(paste))[-1] in "xd"


@pytest.mark.parametrize(
    ("unclosed", "shown"),
    [
        ("a <b and c", "a &lt;b and c"),
        ("a <!-- and <p>c</p>", "a &lt;!-- and &lt;p&gt;c&lt;/p&gt;"),
        ('<p title="a>b</p>', '&lt;p title="a&gt;b&lt;/p&gt;'),
        ("<script>a</script", "&lt;script&gt;a&lt;/script"),
    ],
)
def test_a_tag_that_is_never_closed_is_text(unclosed, shown):
    assert clean_html(unclosed) == shown


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ('<p title="a>b<c">d</p>', "<p>d</p>"),
        ("<a title='href=/x' href=/y>a</a>", '<a href="/y">a</a>'),
        ('<a href="/?a=<b>&copy=1">a</a>', '<a href="/?a=&lt;b&gt;&amp;copy=1">a</a>'),
        ("<a href='/\"x'>a</a>", '<a href="/%22x">a</a>'),
        ("<table><tr><td>a</td></tr></table>", "a"),
        ("AT&T &lt;b&gt; &copy; &nosuch; \ufdd0", "AT&amp;T &lt;b&gt; © &amp;nosuch; "),
    ],
)
def test_markup_is_read_as_browsers_read_it(dirty, clean):
    assert clean_html(dirty) == clean


def test_a_letter_keeps_all_its_marks_and_they_are_read_in_portions():
    text = clean_text("a" + "\u0301\u0315" * 100)
    assert text.replace("\u034f", "").count("\u0315") == 100
    assert text.count("\u034f") == 6


PIECES = (
    "<p> </p> <b> </b> <a_href=/x> <a_href='//x'> </a> <ul> <li> <svg> <table> <td> <style> </style>"
    " <math> <h2> &lt; &#x338; \u0338 < <title> <select> <!-- --> <br> <![CDATA[ ]]> \0 e\u0301 a _"
)
markup = st.lists(st.sampled_from(PIECES.replace(" ", "\n").replace("_", " ").split("\n"))).map(
    "".join
)


@given(markup | st.text())
def test_clean_html_is_idempotent(text):
    assert clean_html(clean_html(text)) == clean_html(text)


@given(st.text(st.characters()))
def test_clean_text_is_idempotent_and_storable(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    clean_text(text).encode()


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x0bc\x1b[31m", "abc[31m"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("exe.\u202egnp", "exe.gnp"),
        ("e\u0301 и\u0306", "é й"),
        ("Қазақ 冼星海", "Қазақ 冼星海"),
        ("a\ud800", "a"),
    ],
)
def test_clean_text(dirty, clean):
    assert clean_text(dirty) == clean


def test_plain_text_is_one_line_without_markup():
    body = "<h2>A &amp; B</h2><p>one<br>two</p><ul><li>three</li><li>&lt;four&gt;</li></ul>"
    assert plain_text(body) == "A & B one two three <four>"


def test_plain_text_leaves_words_whole():
    assert plain_text("<p>ком<strong>по</strong>зитор</p>") == "композитор"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\n ", []),
        ("one\ntwo", ["one\ntwo"]),
        ("one\r\n\r\ntwo\n \t\nthree\n\n\n\nfour\n", ["one", "two", "three", "four"]),
    ],
)
def test_paragraphs(text, pieces):
    assert paragraphs(text) == pieces


@pytest.mark.parametrize(("address", "allowed"), [("/", True), ("/a", True), ("//a", False)])
def test_is_allowed_link(address, allowed):
    assert is_allowed_link(address) is allowed


def test_a_form_cleans():
    letter = Letter(body=SCRIPT)
    letter.full_clean()
    assert letter.body == "<p>Hello</p>"


@pytest.mark.usefixtures("_letters")
def test_every_way_into_the_database_cleans():
    saved = Letter.objects.create(body=SCRIPT)
    [many] = Letter.objects.bulk_create([Letter(note_kk=SCRIPT)])
    many.note_ru = SCRIPT
    Letter.objects.bulk_update([many], ["note_ru"])
    Letter(body=SCRIPT).save_base(raw=True)  # as loaddata does
    assert saved.body == "<p>Hello</p>"
    assert list(Letter.objects.values_list("body", "note_kk", "note_ru").order_by("pk")) == [
        ("<p>Hello</p>", "", ""),
        ("", "<p>Hello</p>", "<p>Hello</p>"),
        ("<p>Hello</p>", "", ""),
    ]


@pytest.mark.usefixtures("_letters")
def test_updates_of_many_clean_and_expressions_pass():
    Letter.objects.create()
    Letter.objects.update(body=SCRIPT, note_ru=models.F("note_en"))
    assert Letter.objects.get().body == "<p>Hello</p>"


def test_migrations_know_a_plain_text_field():
    name, path, _args, options = Letter._meta.get_field("note_en").deconstruct()
    assert (name, path) == ("note_en", "django.db.models.TextField")
    assert set(options) == {"verbose_name", "blank"}


def test_the_admin_gets_the_editor_and_its_import_map_can_carry_a_nonce():
    field = Letter._meta.get_field("body").formfield(widget=AdminTextareaWidget())
    media = Media.from_media(field.widget.media, nonce="abc")
    assert isinstance(field.widget, RichTextWidget)
    assert '<script type="importmap" nonce="abc">' in str(media)
    assert '<script src="/static/js/richtext.js" nonce="abc">' in str(media)


def test_the_editor_offers_what_the_cleaner_keeps():
    extensions = Letter._meta.get_field("body").config["extensions"]
    assert set(extensions) == {
        *("Bold", "Italic", "Heading", "BulletList", "OrderedList", "ListItem"),
        *("Blockquote", "HardBreak", "Link"),
    }
