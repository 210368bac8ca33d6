"""A file that staff sent: what visitors know of it is written with its row, in every way of writing."""

import secrets
import uuid
from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError, models
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.finding import Findable
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.stored_files import StoredFile


def random_token() -> str:
    """160 bits: an address that cannot be guessed, besides being gated."""
    return secrets.token_hex(20)


class OriginalQuerySet(models.QuerySet[Any]):
    def known_to_visitors(self) -> Iterator[StoredFile]:
        """What the street should hold of these."""
        for columns in self.order_by().values("uid", "token", *self.model.on_the_street):
            yield StoredFile(content_kind=self.model.content_kind, **columns)

    def hand_on(self) -> None:
        columns = [field.name for field in StoredFile._meta.fields if not field.primary_key]
        StoredFile.objects.bulk_create(
            self.known_to_visitors(),
            update_conflicts=True,
            unique_fields=["uid"],
            update_fields=columns,
        )

    def update(self, **columns: Any) -> int:
        """The rows are noted before: what they were found by may change."""
        with publishing_lock():
            keys = list(self.order_by().values_list("pk", flat=True))
            number = super().update(**columns)
            self.model._default_manager.filter(pk__in=keys).hand_on()
            return number

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[Any]:
        with publishing_lock():
            created = super().bulk_create(objs, *args, **options)
            uids = [original.uid for original in created]
            self.model._default_manager.filter(uid__in=uids).hand_on()
            return created

    def delete(self) -> tuple[int, dict[str, int]]:
        with publishing_lock():
            StoredFile.objects.filter(uid__in=list(self.values_list("uid", flat=True))).delete()
            return super().delete()

    # Django's own marks: no template may call it, and no manager has it.
    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class ByName(models.Manager):  # type: ignore[type-arg]
    """Fixtures name rows by their name for staff."""

    def get_by_natural_key(self, name: str) -> Any:
        return self.get(name=name)


class OriginalManager(ByName.from_queryset(OriginalQuerySet)):  # type: ignore[misc]
    pass


class Original(Findable):
    """`on_the_street` are the columns that visitors need, besides uid and token."""

    content_kind: ClassVar[str]
    on_the_street: ClassVar[tuple[str, ...]]
    found_by = ("name",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(
        _("name for staff"),
        max_length=120,
        unique=True,
        help_text=_("How the press office finds it. Visitors never see this name."),
    )
    token = models.CharField(max_length=40, default=random_token, editable=False, unique=True)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = OriginalManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)

    def _save_table(self, *args: Any, **options: Any) -> bool:
        """Here `save` and fixtures meet: `loaddata` goes past both `save` and `save_base`."""
        with publishing_lock():
            updated: bool = super()._save_table(*args, **options)  # type: ignore[misc]
            type(self)._default_manager.filter(pk=self.pk).hand_on()  # type: ignore[attr-defined]
            return updated

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        with publishing_lock():
            StoredFile.objects.filter(uid=self.uid).delete()
            return super().delete(*args, **options)

    @classmethod
    def stale_on_the_street(cls) -> set[uuid.UUID]:
        """Of these and of what visitors know: those that are not the same on both sides."""
        known = cls._default_manager.known_to_visitors()  # type: ignore[attr-defined]
        there = StoredFile.objects.filter(content_kind=cls.content_kind)
        return {uid for uid, *_rest in set(map(facts, known)) ^ set(map(facts, there))}

    @classmethod
    def check(cls, **options: Any) -> list[CheckMessage]:
        """The rows themselves only with `check --database`, and none before they are migrated."""
        found = super().check(**options)
        try:
            stale = cls.stale_on_the_street() if options.get("databases") else set()
        except DatabaseError:
            return found
        return found + [stale_warning(cls, uid) for uid in sorted(stale)]


def facts(row: StoredFile) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in StoredFile._meta.fields)


def stale_warning(model: type[Original], uid: uuid.UUID) -> Warning:
    return Warning(
        f"Visitors have other words of the {model._meta.verbose_name} {uid} than the library.",
        hint="It was changed by SQL: save it in the library once more.",
        obj=model,
        id="composer.W011",
    )
