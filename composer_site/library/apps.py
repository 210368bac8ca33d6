from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import FileKind, register_files
from composer_site.publishing.documents import FILE, PICTURE


class LibraryConfig(AppConfig):
    name = "composer_site.library"
    verbose_name = _("Library")

    def ready(self) -> None:
        register_files(FileKind(PICTURE, "library.Picture", _("Picture “%s”")))
        register_files(FileKind(FILE, "library.Pdf", "%s"))
