"""The parts of a film that stand in its form, in the order of its page; each list opens at a click."""

from typing import Any

from django.db.models import QuerySet

from composer_site.desk.admin import PartStackedInline
from films.forms import ScreeningForm
from films.models import (
    AlternativeTitle,
    Location,
    Milestone,
    Release,
    Review,
    Screening,
    Trailer,
)


class FilmPartInline(PartStackedInline):
    classes = ["collapse"]


class ReleaseInline(FilmPartInline):
    model = Release
    shared = (("territory", "kind", "date"), ("distributor", "certificate"))


class ScreeningInline(FilmPartInline):
    model = Screening
    form = ScreeningForm
    shared = (("kind", "result"), ("date", "starts_at", "zone"), ("country", "link"))


class LocationInline(FilmPartInline):
    model = Location
    shared = (("kind", "country", "date"), ("latitude", "longitude"))


class MilestoneInline(FilmPartInline):
    model = Milestone
    shared = ("date",)


class TrailerInline(FilmPartInline):
    model = Trailer
    shared = (("language", "subtitles"), ("date", "picture"), "links")
    autocomplete_fields = ["picture"]

    def get_queryset(self, request: Any) -> QuerySet[Trailer]:
        return super().get_queryset(request).select_related("picture")


class ReviewInline(FilmPartInline):
    model = Review
    shared = (("outlet", "author", "rating"), ("language", "date", "link"))


class AlternativeTitleInline(FilmPartInline):
    model = AlternativeTitle
    shared = (("text", "language", "kind"),)


INLINES = [
    ReleaseInline,
    ScreeningInline,
    LocationInline,
    MilestoneInline,
    TrailerInline,
    ReviewInline,
    AlternativeTitleInline,
]
