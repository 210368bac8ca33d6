from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.documents import FILE, PICTURE
from composer_site.publishing.nouns import FileNoun, register_files


class LibraryConfig(AppConfig):
    name = "composer_site.library"
    verbose_name = _("Library")

    def ready(self) -> None:
        register_files(FileNoun(PICTURE, "library.Picture", _("Picture “%s”")))
        register_files(FileNoun(FILE, "library.Pdf", "%s"))
