from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import ContentKind, register
from people import documents


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        register(
            ContentKind(
                name="person",
                label=_("person"),
                model="people.Person",
                build=documents.person_document,
                lift=documents.lift_person,
                schema=documents.PERSON_SCHEMA,
                template="people/person_detail.html",
                url_name="people:detail",
                related=("film", "statement"),
                quoted=("quote",),
            )
        )
        register(
            ContentKind(
                name="organisation",
                label=_("organisation"),
                model="people.Organisation",
                build=documents.organisation_document,
                lift=documents.lift_organisation,
                schema=documents.ORGANISATION_SCHEMA,
                template="people/organisation_detail.html",
                url_name="organisations:detail",
                related=("film", "statement"),
                quoted=("quote",),
            )
        )
