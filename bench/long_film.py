"""A film with three hundred credits and sixty stills, each person with a public page of their own;
and a second one with a handful of everything else, too, that the page of a film shows."""

from itertools import cycle

from composer_site.library.models import Picture
from composer_site.publishing.publish import publish
from composer_site.values.languages import LANGUAGES
from films.models import Credit, Film, FilmClaim, Still
from people.models import Person, PersonName

SLUG, FULL_SLUG = "long-film", "full-film"
CREDITS, PEOPLE, STILLS, HANDFUL = 300, 200, 60, 6
PARTS = cycle(
    [("cast", "actor")] * 2
    + [("production", "producer"), ("camera", "camera-operator"), ("sound", "sound-recordist")]
    + [("effects", "visual-effects")]
)


def in_all(name: str, text: str) -> dict[str, str]:
    return {
        f"{name}_{language.suffix}": f"{text} ({language.name})" for language in LANGUAGES.values()
    }


def make_long_films() -> None:
    people = [make_person(number) for number in range(PEOPLE)]
    pictures = [make_picture(number) for number in range(STILLS)]
    publish(make_long_film(SLUG, people, pictures), by=None)
    film = make_long_film(FULL_SLUG, people, pictures)
    for number in range(HANDFUL):
        add_one_of_each(film, number)
    publish(film, by=None)


def make_long_film(slug: str, people: list[Person], pictures: list[Picture]) -> Film:
    film = Film.objects.create(
        slug=slug, **in_all("title", "A long film"), **in_all("synopsis", "A story.")
    )
    for number, person in zip(range(CREDITS), cycle(people)):
        department, role = next(PARTS)
        character = in_all("character", f"Part {number}") if role == "actor" else {}
        parts = {"department": department, "role": role, "position": number} | character
        Credit.objects.create(film=film, person=person, **parts)
    for number, picture in enumerate(pictures):
        Still.objects.create(film=film, picture=picture, position=number)
    return film


def add_one_of_each(film: Film, number: int) -> None:
    """A claim that another disputes, and one of each part that stands in the film's form."""
    day, at = f"2019-05-{number + 1:02}", {"position": number}
    for year in ("1942", "1943"):
        says = in_all("heading", f"Topic {number}") | in_all("says", f"They met in {year}")
        topic = f"topic-{number}"
        FilmClaim.objects.create(film=film, topic=topic, outlet=f"Paper {year}", **says, **at)
    film.releases.create(territory="KZ", date=day, **in_all("note", "As papers say"), **at)
    film.screenings.create(date=day, **in_all("event", "A festival"), result="won", **at)
    film.locations.create(
        country="KZ", latitude="43.25", longitude="76.93", **in_all("place", "Almaty"), **at
    )
    film.milestones.create(date=day, **in_all("headline", "It starts"), **at)
    film.trailers.create(links="https://video.example/", **in_all("title", "Trailer"), **at)
    film.reviews.create(outlet="A paper", date=day, **in_all("extract", "Respectable."), **at)
    film.alternative_titles.create(text=f"Film {number}", language="en", kind="working", **at)


def make_person(number: int) -> Person:
    person = Person.objects.create(slug=f"person-{number}", **in_all("biography", "<p>A life.</p>"))
    codes = list(LANGUAGES)
    PersonName.objects.create(person=person, value=f"Name {number}", tag="en", preferred_for=codes)
    publish(person, by=None)
    return person


def make_picture(number: int) -> Picture:
    """Without files: pages name them and do not open them."""
    texts = (
        in_all("alt", "A street in winter")
        | in_all("caption", "The street")
        | in_all("credit", "Us")
    )
    return Picture.objects.create(name=f"Still {number}", width=1920, height=1080, **texts)
