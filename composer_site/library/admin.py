from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.addresses import model_url
from composer_site.desk.lists import change_list as lists
from composer_site.desk.lists.filters import ByLanguage
from composer_site.desk.lists.publication_status import publishables
from composer_site.desk.naming import named_things
from composer_site.desk.rights import PUBLISH, SEE_EDITIONS
from composer_site.library.bare import BarePictures, lacks_words
from composer_site.library.forms import NewPdfForm, NewPictureForm
from composer_site.library.models import Pdf, Picture
from composer_site.library.once_sent import OnceSentAdmin
from composer_site.library.showing import showing, titles_of_showing
from composer_site.library.views import stored_pdf, stored_picture
from composer_site.publishing.stored_files import ORIGINAL
from composer_site.publishing.translations import text_columns
from composer_site.values.languages import LANGUAGES, current
from composer_site.visitors.templatetags.words import file_size


def stored_url(picture: Picture, name: str) -> str:
    return reverse("admin:library_picture_file", args=[picture.token, name])


def thumbnail(picture: Picture | None) -> SafeString | str:
    if picture is None:
        return ""
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
        stored_url(picture, f"{picture.widths[0]}.webp"),
        picture.width,
        picture.height,
    )


class WithoutWords(ByLanguage):
    title = gettext_lazy("language without text alternative or credit")
    parameter_name = "without_words"

    def wanted(self, model: Any, code: str) -> Q:
        return lacks_words(LANGUAGES[code])


@admin.register(Picture)
class PictureAdmin(OnceSentAdmin):
    file_form = NewPictureForm
    file_route = "<size:name>"
    of_a_file = ("preview",)
    shared = ("name", ("source_language", "rights", "usable_until"), "preview")
    readonly_fields = ["preview"]
    list_display = ["small", "name", "size", "rights", "usable_until", "languages", "added_at"]
    list_display_links = ["name"]
    list_filter = [WithoutWords, "rights", "source_language"]
    date_hierarchy = "added_at"
    search_fields = ["folded"]

    def depiction(self, row: Picture) -> SafeString | str:
        return thumbnail(row)

    def section(self) -> tuple[str, Any]:
        return "admin/dashboard/_pictures.html", BarePictures()

    def stored(self, token: str, **name: str) -> HttpResponseBase:
        return stored_picture(token, **name)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and set(form.changed_data) & set(text_columns(Picture)):
            self.tell_of_old_texts(request, obj)

    def tell_of_old_texts(self, request: Any, picture: Picture) -> None:
        if found := list(self.links_to_showing(request, picture)):
            links = format_html_join(" · ", '<a href="{}">{}</a>', found)
            words = _("Visitors read the old text on these pages until they are published: {}")
            messages.warning(request, format_html(words, links))

    def links_to_showing(self, request: Any, picture: Picture) -> Iterator[tuple[str, str]]:
        """(address, name) of what shows it, as far as this member of staff may see that."""
        admins = {
            model.content_kind: self.admin_site.get_model_admin(model) for model in publishables()
        }
        seen = [one for one in admins.values() if one.has_view_permission(request)]
        about = {
            content_kind: Q(uid__in=uids) for content_kind, uids in showing(picture.uid).items()
        }
        view = "publish" if request.user.has_perm(PUBLISH) else "change"
        for one in named_things(seen, current(), about):
            yield model_url(admins[one.content_kind].model, view, one.pk), one.name

    @admin.display(description=gettext_lazy("picture"))
    def small(self, picture: Picture) -> SafeString | str:
        return thumbnail(picture)

    @admin.display(description=gettext_lazy("size"))
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"

    @admin.display(description=gettext_lazy("languages"))
    def languages(self, picture: Picture) -> SafeString:
        return lists.language_marks(picture)

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, picture: Picture) -> SafeString:
        return format_html(
            '<a href="{}">{}<br>{} {}</a> <p class="help">{}</p>',
            stored_url(picture, ORIGINAL),
            thumbnail(picture),
            _("Original:"),
            self.size(picture),
            _(
                "The file never changes. To show another one, add it as a new picture and choose it."
            ),
        )


class ShowingChangeList(ChangeList):
    """One query says which pages show the files of the list, or showed them."""

    search_form_class = lists.SearchForm

    def get_results(self, request: Any) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = titles_of_showing(file.uid for file in self.result_list)
        for file in self.result_list:
            file.titles = found.get(file.uid, [])


@admin.register(Pdf)
class PdfAdmin(OnceSentAdmin):
    file_form = NewPdfForm
    file_route = "<pdf_name:file_name>"
    of_a_file = ("preview",)
    shared = ("name", "preview")
    readonly_fields = ["preview"]
    list_display = ["name", "in_words", "shown_on", "added_at"]
    date_hierarchy = "added_at"
    search_fields = ["folded"]

    def get_list_display(self, request: Any) -> list[str]:
        """What shows a file may be scheduled, or past."""
        return [
            name
            for name in self.list_display
            if name != "shown_on" or request.user.has_perm(SEE_EDITIONS)
        ]

    def get_changelist(self, request: Any, **kwargs: Any) -> type[ShowingChangeList]:
        return ShowingChangeList

    def get_list_filter(self, request: Any) -> list[Any]:
        """A file has no texts that could be missing."""
        return []

    def stored(self, token: str, **name: str) -> HttpResponseBase:
        return stored_pdf(get_object_or_404(Pdf, token=token).token, **name)

    @admin.display(description=gettext_lazy("size"), ordering="size")
    def in_words(self, file: Pdf) -> str:
        return file_size(file.size)

    @admin.display(description=gettext_lazy("shown on"))
    def shown_on(self, file: Any) -> SafeString:
        return format_html_join(" · ", "{}", ((title,) for title in file.titles))

    @admin.display(description=gettext_lazy("file"))
    def preview(self, file: Pdf) -> SafeString:
        address = reverse("admin:library_pdf_file", args=[file.token, "file.pdf"])
        help_text = _("The file never changes. To show another one, add it and choose that one.")
        words = _("Download (%s)") % file_size(file.size)
        return format_html('<a href="{}">{}</a> <p class="help">{}</p>', address, words, help_text)
