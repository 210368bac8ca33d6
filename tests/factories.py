"""Rows as staff would save them, complete in the four languages unless told otherwise."""

import datetime as dt
import io
from itertools import count

from django.contrib.auth.models import Group
from PIL import Image

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.publish import publish
from composer_site.staff.models import User
from composer_site.values.languages import LANGUAGES
from films.models import (
    AlternativeTitle,
    Credit,
    Film,
    FilmClaim,
    Location,
    Milestone,
    Release,
    Review,
    Screening,
    Still,
    Trailer,
)
from people.models import Organisation, Person, PersonClaim, PersonName, Work
from press.models import Attachment, Contact, Correction, PressOffice, Quote, Statement

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
    columns = {"department": "cast", "role": "actor"} | columns
    return Credit.objects.create(film=film, person=person or make_person(), **columns)


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


def published(thing, **options):
    """The thing, after its publication."""
    publish(thing, by=None, **options)
    return thing


def make_everything_of(film):
    """One of each kind of part that a film may have besides its credits and releases."""
    AlternativeTitle.objects.create(
        film=film, text="Composer", language="en", kind="pre-release", **in_all("note", "In 2017")
    )
    make_screening(film)
    Location.objects.create(
        film=film,
        country="KZ",
        latitude="43.25654",
        longitude="76.92848",
        date="2017-11",
        **in_all("place", "Almaty"),
        **in_all("note", "In winter"),
    )
    Milestone.objects.create(
        film=film, date="2017-06-08", **in_all("headline", "It starts"), **in_all("text", "A day.")
    )
    Still.objects.create(film=film, picture=make_picture())
    Trailer.objects.create(
        film=film,
        language="zh",
        subtitles=["en"],
        links="https://video.example/1\nhttps://other.example/2",
        picture=make_picture(),
        **in_all("title", "Trailer"),
    )
    Review.objects.create(
        film=film,
        outlet="A newspaper",
        author="A critic",
        language="en",
        rating="5/10",
        date="2019-06",
        link="https://paper.example/",
        **in_all("extract", "Respectable."),
    )
    make_claim(FilmClaim, film=film, **in_all("film_shows", "A winter night."))
    return film


def make_screening(film, **columns):
    texts = in_all("event", "A festival") | in_all("section", "Competition")
    texts |= in_all("venue", "A hall") | in_all("award", "Best film") | in_all("note", "A note")
    columns = {"date": "2019-04-13", "country": "CN", "result": "won"} | columns
    return Screening.objects.create(film=film, **texts | columns)


def make_claim(model, **columns):
    texts = in_all("heading", "The meeting") | in_all("says", "They met in 1943")
    defaults = {"topic": "meeting", "outlet": "A newspaper", "date": "1943"}
    return model.objects.create(**defaults | texts | columns)


def make_everything_about(person):
    """One of each kind of part that a person may have, and a rejected form of the name."""
    Work.objects.create(
        person=person,
        kind="cantata",
        date="1939",
        original_title="黄河大合唱",
        original_language="zh",
        **in_all("title", "Yellow River Cantata"),
        **in_all("place", "Yan’an"),
        **in_all("note", "A note"),
    )
    make_claim(PersonClaim, person=person)
    number = next(numbers)
    PersonName.objects.create(
        person=person, value=f"Rejected {number}", tag="en", kind="rejected", position=9
    )
    return person


def make_correction(statement, languages=LANGUAGES, **columns):
    texts = in_all("said", "Hol", languages) | in_all("says", "Hoi", languages)
    return Correction.objects.create(
        **{"statement": statement, "date": dt.date(2019, 5, 20), **texts} | columns
    )


def pdf_bytes(inside=b""):
    """As short as a PDF can be; `inside` stands among its objects."""
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside + b" >>\nendobj\n%%EOF\n"


def make_pdf(**columns):
    number = next(numbers)
    pdf = Pdf(**{"name": f"File {number}"} | columns)
    pdf.accept(pdf_bytes(b"/Number %d" % number))
    pdf.save()
    return pdf


def make_attachment(statement, **columns):
    file = columns.pop("file", None) or make_pdf()
    titles = in_all("title", "The text")
    return Attachment.objects.create(statement=statement, file=file, **titles | columns)
