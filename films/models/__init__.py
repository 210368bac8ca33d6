from films.models.credits import Credit
from films.models.exhibition import Release, Review, Screening
from films.models.film import Film
from films.models.making import AlternativeTitle, FilmClaim, Location, Milestone
from films.models.pictures import Still, Trailer

__all__ = [
    "AlternativeTitle",
    "Credit",
    "Film",
    "FilmClaim",
    "Location",
    "Milestone",
    "Release",
    "Review",
    "Screening",
    "Still",
    "Trailer",
]
