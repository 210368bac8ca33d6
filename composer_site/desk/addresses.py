"""Where the pages of the admin are, by model."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.http import urlencode

from composer_site.values.languages import Language

EDITIONS = "editions"  # which of them the page that moves them is about


def model_url(model: type[models.Model] | models.Model, view: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)


def change_url(row: models.Model) -> str:
    return model_url(type(row), "change", row.pk)


def list_url(model: type[models.Model] | models.Model, **by: str) -> str:
    return model_url(model, "changelist") + (f"?{urlencode(by)}" if by else "")


def move_address(editions: Iterable[int]) -> str:
    """Of the page that moves the editions with these primary keys."""
    return f"{reverse('move_editions')}?{EDITIONS}={','.join(map(str, editions))}"


def translation_address(language: Language, content_kind: str, pk: int) -> str:
    """Of a thing on the translation desk."""
    return reverse("translation_desk_thing", args=[language.code, content_kind, pk])
