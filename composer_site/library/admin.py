from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.languages import LANGUAGES
from composer_site.library.forms import NewPictureForm
from composer_site.library.models import Picture
from composer_site.library.views import stored_file
from composer_site.publishing.admin import WritingAdmin
from composer_site.publishing.desk import lists
from composer_site.publishing.desk.coverage import lacks_words
from composer_site.publishing.desk.filters import ByLanguage
from composer_site.publishing.desk.searching import in_all
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Mention


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


def shown(pictures: Iterable[Picture]) -> list[Picture]:
    """Those that any edition shows or showed: its page must look as it did."""
    pictures = list(pictures)
    mentions = Mention.objects.filter(uid__in=[picture.uid for picture in pictures])
    uids = set(mentions.values_list("uid", flat=True))
    return [picture for picture in pictures if picture.uid in uids]


def shown_by(picture: Picture) -> str:
    return _("“%s” stands in an edition, so it stays in the library.") % picture


class WithoutWords(ByLanguage):
    title = gettext_lazy("language without text alternative or credit")
    parameter_name = "without_words"

    def wanted(self, model: Any, code: str) -> Q:
        return lacks_words(LANGUAGES[code])


@admin.register(Picture)
class PictureAdmin(WritingAdmin):
    """The file is sent once, when the picture is added: editions show it, so it never changes."""

    shared = ("name", ("source_language", "rights", "usable_until"), "preview")
    readonly_fields = ["preview"]
    list_display = ["small", "name", "size", "rights", "usable_until", "languages", "added_at"]
    list_display_links = ["name"]
    list_filter = [WithoutWords, "rights", "source_language"]
    date_hierarchy = "added_at"
    search_fields = ["name", *in_all("alt", "caption", "credit")]

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            shared = ("file", *(name for name in self.shared if name != "preview"))
            fieldsets[0] = (None, {**fieldsets[0][1], "fields": shared})
        return fieldsets

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = NewPictureForm
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: Any, obj: Picture, form: Any, change: bool) -> None:
        if change:
            return super().save_model(request, obj, form, change)
        try:
            obj.accept(form.cleaned_data["file"])
            super().save_model(request, obj, form, change)
        except BaseException:
            obj.remove_files()
            raise

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        deleted, counts, denied, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, denied, [*protected, *map(shown_by, shown(objs))]

    def delete_model(self, request: Any, obj: Picture) -> None:
        self.delete_queryset(request, Picture.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: Any, queryset: QuerySet[Picture]) -> None:
        with publishing_lock():
            pictures = list(queryset)
            if shown(pictures):
                raise PermissionDenied
            super().delete_queryset(request, queryset)
            for picture in pictures:
                transaction.on_commit(picture.remove_files)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.picture_file)
        name = "library_picture_file"
        return [path("file/<token:token>/<size:name>", view, name=name), *super().get_urls()]

    def picture_file(self, request: Any, token: str, name: str) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        response = stored_file(token, name)
        response["Cache-Control"] = "private, no-store"
        return response

    @admin.display(description="")
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
            '<a href="{}">{}</a> <p class="help">{}</p>',
            stored_url(picture, "original.jpg"),
            thumbnail(picture),
            _(
                "The file never changes. To show another one, add it as a new picture and choose it."
            ),
        )
