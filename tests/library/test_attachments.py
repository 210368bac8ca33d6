"""PDFs come in through one form, and go out through one gate: as downloads, while a page shows them."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils.translation import override
from factories import (
    make_attachment,
    make_pdf,
    make_statement,
    make_superuser,
    make_user,
    pdf_bytes,
    published,
)
from forms_of_the_admin import address, errors

from composer_site.library.models import Pdf
from composer_site.publishing.publish import publish, withdraw
from composer_site.visitors.templatetags.words import file_size

pytestmark = pytest.mark.django_db
ADD = "/admin/library/pdf/add/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def upload(client, content, file_name="a.pdf", name="The agreement"):
    return client.post(ADD, {"name": name, "file": SimpleUploadedFile(file_name, content)})


def stored_files():
    return default_storage.listdir("files")[1] if default_storage.exists("files") else []


# In


def test_an_upload_makes_a_row_and_its_file_under_a_name_of_ours(editor):
    assert upload(editor, pdf_bytes(), "Прес\r\n../х.pdf").status_code == 302
    pdf = Pdf.objects.get()
    assert stored_files() == [f"{pdf.token}.pdf"]
    assert (pdf.size, len(pdf.digest)) == (len(pdf_bytes()), 64)


def test_a_file_larger_than_twenty_megabytes_is_refused(editor, monkeypatch):
    monkeypatch.setattr("composer_site.library.pdfs.MAX_BYTES", 10)
    sentence = "This file is larger than 20 MB. Export it smaller."
    assert errors(upload(editor, pdf_bytes())) == {"file": [sentence]}


def test_the_file_goes_where_its_row_was_not_stored(editor, monkeypatch):
    def fail(*args, **options):
        raise IntegrityError

    monkeypatch.setattr("django.db.models.Model.save", fail)
    with pytest.raises(IntegrityError):
        upload(editor, pdf_bytes())
    assert stored_files() == []


def test_the_form_of_a_stored_file_takes_no_other(editor):
    pdf = make_pdf()
    page = editor.get(address(pdf)).text
    assert 'type="file"' not in page
    assert "The file never changes." in page


def test_the_list_says_how_large_a_file_is_and_which_pages_show_it(editor):
    attachment = make_attachment(published(make_statement(headline_en="The agreement")))
    publish(attachment.statement, by=None)
    page = editor.get("/admin/library/pdf/").text
    assert "1 kB" in page
    assert "The agreement" in page
    assert "missing texts" not in page


def test_a_file_that_an_edition_shows_is_not_deleted(editor):
    attachment = make_attachment(make_statement(), file=make_pdf(name="Agreement"))
    published(attachment.statement)
    attachment.delete()
    response = editor.post(address(attachment.file, "delete"), {"post": "yes"})
    assert "“Agreement” stands in an edition, so it stays in the library." in response.text
    assert len(stored_files()) == 1


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_deleted_row_is_deleted(client):
    client.force_login(make_superuser())
    assert client.post(address(make_pdf(), "delete"), {"post": "yes"}).status_code == 302
    assert stored_files() == []


def test_staff_see_a_file_before_visitors_do_and_nobody_keeps_it(editor):
    pdf = make_pdf()
    response = editor.get(f"/admin/library/pdf/file/{pdf.token}/file.pdf")
    assert response.getvalue().startswith(b"%PDF-")
    assert "private, no-store" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]


def test_staff_without_the_right_do_not(client):
    client.force_login(make_user())
    assert client.get(f"/admin/library/pdf/file/{make_pdf().token}/file.pdf").status_code == 403


# Out


def shown(**columns):
    attachment = make_attachment(make_statement(slug="news"), **columns)
    published(attachment.statement)
    return attachment.file


def status(client, path, **options):
    return fetched(client, path, **options).status_code


def fetched(client, path, **options):
    """With its file read to the end, and closed."""
    response = client.get(path, **options)
    response.getvalue()
    return response


def test_a_file_is_handed_on_as_a_download_that_can_do_nothing(client):
    response = client.get(f"/files/{shown(language='kk').token}/news-kk.pdf")
    assert response.getvalue().endswith(b"%%EOF\n")
    assert {name: response[name] for name in HANDED_ON} == HANDED_ON


HANDED_ON = {
    "Content-Type": "application/pdf",
    "Content-Disposition": 'attachment; filename="news-kk.pdf"',
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_a_proxy_is_told_which_file_to_send_and_nothing_else(client, settings):
    settings.FILES_BY = "x-accel-redirect"
    file = shown(language="kk")
    response = client.get(f"/files/{file.token}/news-kk.pdf")
    assert response["X-Accel-Redirect"] == f"/stored-files/files/{file.token}.pdf"
    assert response.getvalue() == b""
    assert {name: response[name] for name in HANDED_ON} == HANDED_ON


def test_a_proxy_is_told_of_no_file_that_a_visitor_has_already(client, settings):
    settings.FILES_BY = "x-accel-redirect"
    path = f"/files/{shown().token}/news.pdf"
    known = {"If-None-Match": fetched(client, path)["ETag"]}
    response = fetched(client, path, headers=known)
    assert (response.status_code, "X-Accel-Redirect" in response) == (304, False)


def test_who_has_a_file_already_is_not_sent_it_again(client):
    path = f"/files/{shown().token}/news.pdf"
    known = {"If-None-Match": fetched(client, path)["ETag"]}
    assert status(client, path, headers=known) == 304


@pytest.mark.parametrize("name", ["other.pdf", "news-kk.pdf", "news.PDF", "news", "news.pdf.exe"])
def test_a_file_has_one_name_alone(client, name):
    assert status(client, f"/files/{shown().token}/{name}") == 404


def test_a_file_is_gone_with_its_statement(client):
    attachment = make_attachment(published(make_statement(slug="news")))
    path = f"/files/{attachment.file.token}/news.pdf"
    assert status(client, path) == 404
    publish(attachment.statement, by=None)
    assert status(client, path) == 200
    withdraw(attachment.statement, by=None, reason={"en": "Wrong"})
    assert status(client, path) == 404


def test_files_of_one_language_have_numbers(client):
    statement = make_statement(slug="news")
    second = [make_attachment(statement, language="kk") for _ in range(2)][1]
    published(statement)
    assert f"/files/{second.file.token}/news-kk-2.pdf" in client.get("/en/press/news/").text


def test_the_statement_says_what_a_file_is(client):
    attachment = make_attachment(make_statement(slug="news"), language="kk")
    Pdf.objects.update(size=1_234_567)
    attachment.statement.refresh_from_db()
    published(attachment.statement)
    page = client.get("/ru/press/news/").text.replace("\xa0", " ")
    assert "PDF, 1,2 МБ, казахский" in page


@pytest.mark.parametrize(
    ("code", "small", "large"),
    [
        ("en", "84 kB", "1.2 MB"),
        ("kk", "84 кБ", "1,2 МБ"),
        ("ru", "84 кБ", "1,2 МБ"),
        ("zh-hans", "84 kB", "1.2 MB"),
    ],
)
def test_sizes_are_said_in_the_reader_s_numbers(code, small, large):
    with override(code):
        said = [file_size(84_321), file_size(1_234_567)]
    assert [words.replace("\xa0", " ") for words in said] == [small, large]


def test_in_a_preview_a_file_comes_from_the_admin(editor):
    attachment = make_attachment(make_statement(slug="news"))
    page = editor.get(f"/admin/press/statement/{attachment.statement.pk}/saved/en/")
    token = attachment.file.token
    assert f'href="/admin/library/pdf/file/{token}/news.pdf"' in page.text
    assert f'"/files/{token}' not in page.text
