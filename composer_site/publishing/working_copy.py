"""What staff edit: a publishable and its parts. Saving changes nothing for visitors."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.finding import Findable
from composer_site.publishing.models import Address
from composer_site.publishing.translations import Translatable, note_anew
from composer_site.values.languages import CHOICES, LANGUAGES

RESERVED_SLUGS = {"feed", "new", "page", "search", "corrections", "quotes", "names"}


class Publishable(Translatable, Findable):
    """The working copy of a thing with public pages. Saving it changes nothing for visitors."""

    content_kind: ClassVar[str]
    # Lookups that a document which refers to it reads for its name.
    named_by: ClassVar[tuple[str, ...]] = ()
    _stored_source_language: str | None = None  # of a row that was read from the database

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_(
            "The last part of the page's address, the same in all languages: small Latin letters, "
            "digits and hyphens. Once published it belongs to this page for ever; if you change it, "
            "the old address leads to the new one."
        ),
        error_messages={"unique": _("This address is taken. Choose another one.")},
    )
    source_language = models.CharField(
        _("source language"),
        max_length=10,
        choices=CHOICES,
        default="en",
        help_text=_("The language the texts are first written in. The others translate it."),
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    class Meta(Translatable.Meta):
        abstract = True

    @classmethod
    def from_db(cls, *stored: Any, **options: Any) -> Self:
        row = super().from_db(*stored, **options)
        row._stored_source_language = row.__dict__.get("source_language")
        return row

    def save(self, *args: Any, **options: Any) -> None:
        self.version += 1
        if options.get("update_fields"):
            options["update_fields"] = {*options["update_fields"], "version", "updated_at"}
        super().save(*args, **options)
        if self._stored_source_language not in (None, self.source_language):
            for name in KINDS[self.content_kind].parts:
                note_anew(getattr(self, name).all())
        self._stored_source_language = self.source_language

    def in_source(self, name: str) -> str:
        """A translatable text in the language that it was first written in."""
        return str(getattr(self, f"{name}_{LANGUAGES[self.source_language].suffix}"))

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        super().clean()
        errors = {**missing_source_texts(self, self.source_language), **self.slug_errors()}
        if errors:
            raise ValidationError(errors)

    def slug_errors(self) -> dict[str, Any]:
        if self.slug in RESERVED_SLUGS:
            return {"slug": _("“%s” is reserved for the site itself.") % self.slug}
        taken = Address.objects.filter(content_kind=self.content_kind, slug=self.slug).exclude(
            uid=self.uid
        )
        if taken.exists():
            return {"slug": _("This address once belonged to another page and stays with it.")}
        return {}

    @classmethod
    def rejected_names(cls) -> Iterable[tuple[str, "Publishable"]]:
        """Names that no text should use: (the form, whom it is of)."""
        return []

    def touch(self) -> None:
        """A part was saved: the whole is newer, and a form opened before is stale."""
        touch(type(self)._default_manager.filter(pk=self.pk))
        self.version += 1


def touch(wholes: models.QuerySet[Any]) -> None:
    wholes.update(version=F("version") + 1, updated_at=timezone.now())


class Part(Translatable):
    """A row that belongs to a publishable and is published with it."""

    # The foreign key to the publishable, which is all that makes the row a part of it.
    whole_name: ClassVar[str]

    position = models.PositiveIntegerField(_("order"), default=0, db_index=True)

    class Meta(Translatable.Meta):
        abstract = True
        ordering = ["position", "pk"]

    def save(self, *args: Any, **options: Any) -> None:
        super().save(*args, **options)
        self.whole.touch()

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            self.whole.touch()  # first: wholes are locked before their parts
            return super().delete(*args, **options)

    def language_of_source(self) -> str:
        return self.whole.source_language

    @property
    def whole(self) -> Publishable:
        return getattr(self, self.whole_name)

    def clean(self) -> None:
        super().clean()
        if getattr(self, f"{self.whole_name}_id") is None and not self.whole_is_known():
            return
        errors = missing_source_texts(self, self.whole.source_language)
        if errors:
            raise ValidationError(errors)

    def clean_stored(self) -> None:
        """`full_clean` of a row in the database, which holds references and constraints itself.

        Three hundred credits would else cost six hundred queries.
        """
        relations = [field.name for field in self._meta.fields if field.is_relation]
        self.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)

    def whole_is_known(self) -> bool:
        return self._meta.get_field(self.whole_name).is_cached(self)  # type: ignore[union-attr]


def missing_source_texts(row: Translatable, language: str) -> dict[str, Any]:
    """{column: sentence} for each main text that lacks its source language."""
    if language not in LANGUAGES:
        return {}  # a fixture's mistake, which the field's own choices refuse
    suffix = LANGUAGES[language].suffix
    columns = [f"{name}_{suffix}" for name in row.main_texts]
    sentence = _("Fill this in: it is the source language, which the others translate.")
    return {column: sentence for column in columns if not getattr(row, column)}
