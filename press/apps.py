from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import ContentKind, register
from press import documents


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press")

    def ready(self) -> None:
        register(
            ContentKind(
                name="statement",
                label=_("press statement"),
                model="press.Statement",
                build=documents.statement_document,
                lift=documents.lift_statement,
                schema=documents.STATEMENT_SCHEMA,
                template="press/statement_detail.html",
                url_name="press:detail",
                excerpts=documents.statement_excerpts,
            )
        )
        register(
            ContentKind(
                name="press_office",
                label=_("press office"),
                model="press.PressOffice",
                build=documents.press_office_document,
                lift=documents.lift_office,
                schema=documents.OFFICE_SCHEMA,
                template="press/plain_text.html",
                url_name="office:about",
                is_single=True,
            )
        )
