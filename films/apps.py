from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import ContentKind, register
from films import documents


class FilmsConfig(AppConfig):
    name = "films"
    verbose_name = _("Films")

    def ready(self) -> None:
        register(
            ContentKind(
                name="film",
                label=_("film"),
                model="films.Film",
                build=documents.film_document,
                lift=documents.lift,
                schema=documents.SCHEMA,
                template="films/film_detail.html",
                url_name="films:detail",
                related=("statement",),
            )
        )
