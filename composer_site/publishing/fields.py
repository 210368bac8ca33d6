from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class ReadableJSONEncoder(DjangoJSONEncoder):
    """UTF-8 as it is: escaped, a Cyrillic document would be three times as large."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False, "separators": (",", ":")})


class DocumentField(models.JSONField):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "encoder": ReadableJSONEncoder})
