import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from PIL import Image
from translated_fields import TranslatedField

from composer_site.library import imaging
from composer_site.library.original import Original
from composer_site.library.showing import touch_showing
from composer_site.publishing.documents import FILE, PICTURE, Document, Reading
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.stored_files import ORIGINAL, Rights, stored_name
from composer_site.publishing.translations import Translatable, text_columns
from composer_site.publishing.working_copy import missing_source_texts
from composer_site.values.languages import CHOICES


class Picture(Original, Translatable):
    """A picture that may be used: with alt text, credit and rights, and never overwritten.

    Files lie under `pictures/<token>/`: the original, re-encoded, and one file a width. They are
    reached through the visibility gate only. A new picture is a new row, so that no edition ever
    shows another one than was published.
    """

    Rights = Rights

    content_kind = PICTURE
    on_the_street = ("usable_until", "rights")
    main_texts = ("alt", "credit")
    found_by = ("name", "alt", "caption", "credit")

    source_language = models.CharField(
        _("source language"), max_length=10, choices=CHOICES, default="en"
    )
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    alt = TranslatedField(
        models.CharField(
            _("text alternative"),
            max_length=300,
            blank=True,
            help_text=_("What the picture shows, for those who cannot see it. One sentence."),
        )
    )
    caption = TranslatedField(models.CharField(_("caption"), max_length=400, blank=True))
    credit = TranslatedField(
        models.CharField(
            pgettext_lazy("of a picture", "credit"),
            max_length=200,
            blank=True,
            help_text=_("Whose picture it is, as it must be printed beside it."),
        )
    )
    rights = models.CharField(
        _("rights"),
        max_length=20,
        choices=Rights.choices,
        default=Rights.PRESS,
        help_text=_(
            "Pages offer the press the original, unless the picture is licensed to us alone."
        ),
    )
    usable_until = models.DateTimeField(
        _("may be used until"),
        null=True,
        blank=True,
        help_text=_("From this time on no page shows it. Leave empty if there is no end."),
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-added_at", "-pk"]

    def save(self, *args: Any, **options: Any) -> None:
        """Under the lock: a publication meanwhile would show the old text, and be marked by nothing."""
        with publishing_lock():
            corrected = self.is_corrected()
            super().save(*args, **options)
            if corrected:
                touch_showing(self.uid)

    def is_corrected(self) -> bool:
        """Whether a text, as documents hold it, differs from the stored one."""
        columns = text_columns(Picture)
        stored = Picture.objects.filter(pk=self.pk).values(*columns).first() if self.pk else None
        return stored is not None and stored != {name: getattr(self, name) for name in columns}

    def clean(self) -> None:
        super().clean()
        errors = missing_source_texts(self, self.source_language)
        # Beyond, the clock of another zone may show a year that no calendar has.
        if self.usable_until and not 1900 < self.usable_until.year < 2100:
            errors["usable_until"] = _("Choose a time between the years 1900 and 2100.")
        if errors:
            raise ValidationError(errors)

    def accept(self, image: Image.Image) -> None:
        """Store a decoded picture in all its sizes. Files first, then (by the caller) the row."""
        self.width, self.height = image.size
        self._write(ORIGINAL, imaging.encode(image, "jpg"))
        for size in imaging.rendition_sizes(*image.size):
            small = imaging.resize(image, size)
            self._write(f"{size[0]}.webp", imaging.encode(small, "webp"))

    def _write(self, name: str, content: bytes) -> None:
        default_storage.save(stored_name(PICTURE, self.token, name), ContentFile(content))

    def remove_files(self) -> None:
        """Of a picture whose row was never stored, or is gone."""
        for name in (ORIGINAL, *(f"{width}.webp" for width in self.widths)):
            default_storage.delete(stored_name(PICTURE, self.token, name))

    @property
    def widths(self) -> list[int]:
        return [width for width, _height in imaging.rendition_sizes(self.width, self.height)]

    def document(self, reading: Reading) -> Document:
        """The reference that documents hold: alt and credit are the record, the licence is not."""
        return {
            "uid": str(self.uid),
            "noun": PICTURE,
            "relation": PICTURE,
            "token": self.token,
            "width": self.width,
            "height": self.height,
            "widths": self.widths,
            "alt": reading.text(self, "alt"),
            "caption": reading.text(self, "caption"),
            "credit": reading.text(self, "credit"),
        }


class Pdf(Original):
    """A document for download. Like a picture, it is never overwritten: a new file is a new row.

    It lies under `files/<token>.pdf` and is reached through the visibility gate only.
    """

    content_kind = FILE
    on_the_street = ("digest",)

    size = models.PositiveIntegerField(_("size in bytes"), editable=False, default=0)
    digest = models.CharField(max_length=64, editable=False)  # SHA-256, in hexadecimal

    class Meta:
        verbose_name = _("PDF file")
        verbose_name_plural = _("PDF files")
        ordering = ["-added_at", "-pk"]

    def accept(self, content: bytes) -> None:
        """Store what was checked. The file first, then (by the caller) the row."""
        self.size, self.digest = len(content), hashlib.sha256(content).hexdigest()
        default_storage.save(stored_name(FILE, self.token), ContentFile(content))

    def remove_files(self) -> None:
        """Of a row that was never stored, or is gone."""
        default_storage.delete(stored_name(FILE, self.token))

    def document(self, file_name: str) -> Document:
        """The reference that documents hold, with the name that visitors save the file under."""
        return {
            "uid": str(self.uid),
            "noun": FILE,
            "relation": "attachment",
            "token": self.token,
            "size": self.size,
            "file_name": file_name,
        }
