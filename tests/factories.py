"""Rows as staff would save them, complete in the four languages unless told otherwise."""

import datetime as dt
import io
from itertools import count

from django.contrib.auth.models import Group
from PIL import Image

from composer_site.languages import LANGUAGES
from composer_site.library.models import Picture
from composer_site.publishing.release import release
from composer_site.staff.models import User
from films.models import Credit, Film, Release
from people.models import Organisation, Person, PersonName
from press.models import Contact, PressOffice, Quote, Statement

numbers = count(1)


def in_all(name, text, languages=LANGUAGES):
    """{column: text}: every language's own words, so that no test mistakes one for another."""
    return {f"{name}_{LANGUAGES[code].suffix}": f"{text} ({code})" for code in languages}


def make_user(group=None, **columns):
    number = next(numbers)
    user = User.objects.create_user(f"{group or 'user'}-{number}", is_staff=True, **columns)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_superuser(**columns):
    return make_user(is_superuser=True, **columns)


def picture_bytes(size=(640, 480), fmt="JPEG"):
    out = io.BytesIO()
    Image.new("RGB", size, (20, 30, 60)).save(out, fmt)
    return out.getvalue()


def make_picture(size=(64, 48), **columns):
    picture = Picture(
        **{
            "name": f"Picture {next(numbers)}",
            **in_all("alt", "A picture"),
            **in_all("credit", "Us"),
        }
        | columns
    )
    picture.accept(Image.new("RGB", size, (20, 30, 60)))
    picture.save()
    return picture


def make_film(languages=LANGUAGES, **columns):
    number = next(numbers)
    texts = in_all("title", f"Film {number}", languages) | in_all("synopsis", "A story", languages)
    return Film.objects.create(**{"slug": f"film-{number}", **texts} | columns)


def make_person(name=None, languages=LANGUAGES, **columns):
    number = next(numbers)
    texts = in_all("biography", "<p>A life</p>", languages)
    person = Person.objects.create(**{"slug": f"person-{number}", **texts} | columns)
    PersonName.objects.create(
        person=person, value=name or f"Person {number}", tag="en", preferred_for=list(languages)
    )
    return person


def make_organisation(languages=LANGUAGES, **columns):
    number = next(numbers)
    texts = in_all("name", f"Organisation {number}", languages)
    return Organisation.objects.create(**{"slug": f"organisation-{number}", **texts} | columns)


def make_credit(film, person=None, **columns):
    return Credit.objects.create(
        film=film, person=person or make_person(), department="cast", role="actor", **columns
    )


def make_release(film, **columns):
    return Release.objects.create(
        **{"film": film, "territory": "CN", "date": "2019-05-17"} | columns
    )


def make_statement(languages=LANGUAGES, films=(), people=(), **columns):
    number = next(numbers)
    texts = in_all("headline", f"Statement {number}", languages)
    texts |= in_all("body", "<p>News</p>", languages)
    columns = {"slug": f"statement-{number}", "date": dt.date(2019, 5, 17), **texts} | columns
    statement = Statement.objects.create(**columns)
    statement.films.set(films)
    statement.people.set(people)
    return statement


def make_quote(statement, languages=LANGUAGES, **columns):
    texts = in_all("text", "Words", languages)
    if not columns.keys() & {"speaker", "speaker_organisation"}:
        texts |= in_all("speaker_described", "A daughter of the composer", languages)
    return Quote.objects.create(
        **{"statement": statement, "wording": "verbatim", **texts} | columns
    )


def make_press_office(languages=LANGUAGES, **columns):
    texts = in_all("name", "The Composer", languages)
    for name in ("about", "terms", "privacy", "accessibility", "imprint"):
        texts |= in_all(name, f"<p>{name.title()}</p>", languages)
    return PressOffice.objects.create(**{"slug": "press-office", **texts} | columns)


def make_contact(office, languages=LANGUAGES, **columns):
    texts = in_all("role", "Press", languages)
    return Contact.objects.create(
        **{"press_office": office, "email": "press@example.com", **texts} | columns
    )


def released(thing, **options):
    """The thing, after its release."""
    release(thing, by=None, **options)
    return thing
