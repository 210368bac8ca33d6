"""A film with three hundred credits and sixty stills, each person with a public page of their own."""

from itertools import cycle

from composer_site.languages import LANGUAGES
from composer_site.library.models import Picture
from composer_site.publishing.release import release
from films.models import Credit, Film, Still
from people.models import Person, PersonName

SLUG = "long-film"
CREDITS, PEOPLE, STILLS = 300, 200, 60
PARTS = cycle(
    [("cast", "actor")] * 2
    + [("production", "producer"), ("camera", "camera-operator"), ("sound", "sound-recordist")]
    + [("effects", "visual-effects")]
)


def in_all(name: str, text: str) -> dict[str, str]:
    return {
        f"{name}_{language.suffix}": f"{text} ({language.name})" for language in LANGUAGES.values()
    }


def make_long_film() -> None:
    film = Film.objects.create(
        slug=SLUG, **in_all("title", "A long film"), **in_all("synopsis", "A story.")
    )
    people = [make_person(number) for number in range(PEOPLE)]
    for number, person in zip(range(CREDITS), cycle(people)):
        department, role = next(PARTS)
        character = in_all("character", f"Part {number}") if role == "actor" else {}
        parts = {"department": department, "role": role, "position": number} | character
        Credit.objects.create(film=film, person=person, **parts)
    for number in range(STILLS):
        Still.objects.create(film=film, picture=make_picture(number), position=number)
    release(film, by=None)


def make_person(number: int) -> Person:
    person = Person.objects.create(slug=f"person-{number}", **in_all("biography", "<p>A life.</p>"))
    codes = list(LANGUAGES)
    PersonName.objects.create(person=person, value=f"Name {number}", tag="en", preferred_for=codes)
    release(person, by=None)
    return person


def make_picture(number: int) -> Picture:
    """Without files: pages name them and do not open them."""
    texts = (
        in_all("alt", "A street in winter")
        | in_all("caption", "The street")
        | in_all("credit", "Us")
    )
    return Picture.objects.create(name=f"Still {number}", width=1920, height=1080, **texts)
