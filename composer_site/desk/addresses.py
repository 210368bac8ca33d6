"""Where the pages of the admin are, by model."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode


def model_url(model: Any, view: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)


def change_url(row: Any) -> str:
    return model_url(type(row), "change", row.pk)


def list_url(model: Any, **by: str) -> str:
    return model_url(model, "changelist") + (f"?{urlencode(by)}" if by else "")
