import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.urls import reverse
from factories import (
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_statement,
    make_user,
    published,
)
from forms_of_the_admin import add_address, address, fields_of, open_form

from composer_site.publishing.models import Address, Edition, Mention, Page
from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES
from press.models import Quote, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editors", language="ru")
    client.force_login(user)
    return user


def preview(client, thing, code="", **typed):
    fields = open_form(client, thing) | typed
    return client.post(address(thing), fields | {"_preview": code})


def rows():
    """What a preview must leave alone, counted and by content."""
    models = (Statement, Quote, LogEntry, Edition, Page, Mention, Address)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_preview_shows_unsaved_work_by_the_public_template(client, editor):
    response = preview(client, make_statement(), headline_en="Typed a moment ago")
    assert response.status_code == 200
    assert "<h1>Typed a moment ago</h1>" in response.text
    assert "press/statement_detail.html" in [template.name for template in response.templates]


def test_a_preview_shows_unsaved_parts_and_relations(client, editor):
    film, statement = published(make_film(title_en="The Composer")), make_statement()
    quote = make_quote(statement, text_en="Saved words")
    typed = {"quotes-0-text_en": "Words just typed", "films": [str(film.pk)]}
    response = preview(client, statement, **typed)
    assert "Words just typed" in response.text
    assert f'<a href="/en/films/{film.slug}/">' in response.text
    assert Quote.objects.get(pk=quote.pk).text_en == "Saved words"


def test_a_preview_of_a_film_leads_to_no_sheet_that_is_not_public_yet(client, editor):
    make_credit(film := make_film())
    assert "/names/" not in preview(client, film).text
    assert "/names/" in client.get(f"/en/films/{published(film).slug}/").text


def test_a_preview_leaves_no_trace(client, editor):
    statement = make_statement()
    make_quote(statement)
    fields = open_form(client, statement) | {"headline_en": "Typed", "quotes-0-DELETE": "on"}
    before = rows()
    response = client.post(address(statement), fields | {"_preview": "en"})
    assert "Typed" in response.text
    assert rows() == before
    assert list(get_messages(response.wsgi_request)) == []
    assert client.cookies.get("messages") is None


def test_what_was_never_saved_can_be_previewed(client, editor):
    page = client.get(add_address(Statement))
    typed = fields_of(page, Statement) | {
        "slug": "not-yet",
        "date": "2019-05-17",
        "headline_en": "Never saved",
        "body_en": "<p>Text</p>",
    }
    response = client.post(add_address(Statement), typed | {"_preview": "en"})
    assert "<h1>Never saved</h1>" in response.text
    assert not Statement.objects.exists()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_preview_is_in_the_language_that_was_chosen(client, editor, code):
    statement = make_statement()
    response = preview(client, statement, code)
    assert f"({code})</h1>" in response.text
    assert f'<html lang="{LANGUAGES[code].tag}">' in response.text
    assert response["Content-Language"] == LANGUAGES[code].tag


def test_without_a_choice_it_is_in_the_source_language(client, editor):
    assert "(zh-hans)</h1>" in preview(client, make_statement(source_language="zh-hans")).text


def test_the_band_above_it_speaks_the_language_of_the_member_of_staff(client, editor):
    text = " ".join(preview(client, make_statement(), "en").text.split())
    assert '<aside class="preview-banner" lang="ru"' in text


def test_the_band_carries_the_whole_form_to_the_next_language(client, editor):
    response = preview(client, make_statement(), headline_ru='Ещё "не" сохранено', place_en="A & B")
    assert 'name="headline_ru" value="Ещё &quot;не&quot; сохранено"' in response.text
    assert 'name="place_en" value="A &amp; B"' in response.text
    assert 'name="_preview" value="kk"' in " ".join(response.text.split())


def test_a_preview_is_kept_by_nobody(client, editor):
    response = preview(client, make_statement())
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "same-origin"


def test_a_look_at_an_edition_sends_no_referrer(client, editor):
    response = client.get(edition_of(published(make_statement()), 1))
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_a_preview_is_as_strict_as_a_public_page(client, editor):
    statement = published(make_statement())
    public = client.get(f"/en/press/{statement.slug}/")
    policy = preview(client, statement)["Content-Security-Policy"]
    assert policy == public["Content-Security-Policy"]


def test_what_is_wrong_is_shown_in_the_form_and_nothing_is_lost(client, editor):
    statement = make_statement()
    response = preview(client, statement, headline_en="", place_en="Almaty, typed")
    assert response.context["adminform"].form.errors.keys() == {"headline_en"}
    assert "Almaty, typed" in response.text


def test_a_preview_leads_to_no_page_of_a_quote_that_is_not_public(client, editor):
    statement = make_statement()
    make_quote(statement)
    page = preview(client, statement, "en").text
    assert "Words (en)" in page
    assert "Link to this quote" not in page


def test_pictures_in_a_preview_come_from_the_admin(client, editor):
    picture = make_picture()
    statement = make_statement(picture=picture)
    text = preview(client, statement).text
    assert reverse("admin:library_picture_file", args=[picture.token, "64.webp"]) in text
    assert f'"/pictures/{picture.token}' not in text


@pytest.mark.parametrize(
    "make", [make_film, make_person, make_organisation, make_press_office, make_statement]
)
def test_every_kind_of_thing_can_be_previewed(client, editor, make):
    response = preview(client, make())
    assert response.status_code == 200
    assert "preview-banner" in response.text


def test_a_preview_lists_what_is_public_and_mentions_it(client, editor):
    film = published(make_film())
    statement = published(make_statement(films=[film]))
    publish(film, by=None)
    assert f"/en/press/{statement.slug}/" in preview(client, film, "en").text


def test_translators_preview_their_texts(client):
    client.force_login(make_user("translators"))
    response = preview(client, make_statement(), "kk", headline_kk="Жаңа тақырып")
    assert "<h1>Жаңа тақырып</h1>" in response.text


def test_a_translator_cannot_even_preview_another_source(client):
    client.force_login(make_user("translators"))
    response = preview(client, make_statement(), "en", headline_en="Forged")
    assert "Forged</h1>" not in response.text


@pytest.mark.parametrize("view", ["change", "saved"])
def test_who_may_not_see_the_thing_cannot_preview_it(client, view):
    statement = make_statement()
    client.force_login(make_user())
    args = [statement.pk] if view == "change" else [statement.pk, "en"]
    where = reverse(f"admin:press_statement_{view}", args=args)
    method = client.post if view == "change" else client.get
    assert method(where, {"_preview": "en"}).status_code == 403


def test_the_saved_working_copy_can_be_looked_at(client, editor):
    statement = published(make_statement())
    Statement.objects.filter(pk=statement.pk).update(headline_kk="Сақталған")
    response = client.get(reverse("admin:press_statement_saved", args=[statement.pk, "kk"]))
    assert "<h1>Сақталған</h1>" in response.text


def edition_of(thing, number, code="en"):
    return reverse("admin:press_statement_edition", args=[thing.pk, number, code])


def test_an_edition_is_shown_as_it_was(client, editor):
    statement = published(make_statement(headline_en="As it was"))
    statement.refresh_from_db()
    statement.headline_en = "As it is"
    statement.save()
    publish(statement, by=None)
    assert "<h1>As it was</h1>" in client.get(edition_of(statement, 1)).text


def test_a_withdrawal_is_shown_with_its_reason(client, editor):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "The date was wrong."})
    response = client.get(edition_of(statement, 2))
    assert "The date was wrong." in response.text


@pytest.mark.parametrize(("number", "code"), [(2, "en"), (1, "zz"), (1, "EN")])
def test_an_edition_that_does_not_exist_is_not_found(client, editor, number, code):
    statement = published(make_statement())
    assert client.get(edition_of(statement, number, code)).status_code == 404


def test_the_edition_of_another_thing_is_not_found(client, editor):
    statement, other = make_statement(), published(make_statement())
    assert other.pk != statement.pk
    assert client.get(edition_of(statement, 1)).status_code == 404


def test_the_form_offers_the_way_to_the_publication_to_publishers_only(client, editor):
    statement = make_statement()
    assert 'name="_publish"' not in client.get(address(statement)).text
    client.force_login(make_user("publishers"))
    assert 'name="_publish"' in client.get(address(statement)).text


def test_saving_can_lead_to_the_publish_page(client):
    client.force_login(make_user("publishers"))
    statement = make_statement()
    fields = open_form(client, statement) | {"headline_en": "Mended", "_publish": "1"}
    response = client.post(address(statement), fields)
    assert response["Location"] == reverse("admin:press_statement_publish", args=[statement.pk])
    assert Statement.objects.get().headline_en == "Mended"


def test_a_forged_wish_to_publish_only_saves(client, editor):
    statement = make_statement()
    fields = open_form(client, statement) | {"_publish": "1"}
    response = client.post(address(statement), fields)
    assert response["Location"] == reverse("admin:press_statement_changelist")
    assert not Edition.objects.exists()


def test_a_working_copy_that_a_fixture_broke_is_refused_in_a_sentence(client, editor):
    person = make_person(born="nonsense")
    look = reverse("admin:people_person_saved", args=[person.pk, "en"])
    response = client.get(look, follow=True)
    assert response.redirect_chain == [(address(person), 302)]
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
