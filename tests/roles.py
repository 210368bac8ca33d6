"""Who works in the admin, and a row of each model that they work on."""

from django.test import Client
from factories import (
    make_claim,
    make_credit,
    make_film,
    make_organisation,
    make_pdf,
    make_person,
    make_picture,
    make_press_office,
    make_statement,
    make_user,
)

from films.models import FilmClaim, Still

ROLES = ("stranger", "nobody", "translators", "editors", "publishers")
MAKERS = {
    "films.Film": make_film,
    "films.Credit": lambda: make_credit(make_film()),
    "films.FilmClaim": lambda: make_claim(FilmClaim, film=make_film()),
    "films.Still": lambda: Still.objects.create(film=make_film(), picture=make_picture()),
    "people.Person": make_person,
    "people.Organisation": make_organisation,
    "press.Statement": make_statement,
    "press.PressOffice": make_press_office,
    "library.Picture": make_picture,
    "library.Pdf": make_pdf,
}


def browser_of(role):
    browser = Client()
    if role != "stranger":
        browser.force_login(make_user(None if role == "nobody" else role))
    return browser
