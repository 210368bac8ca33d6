"""What texts said when somebody translated them, so that what changed since can be shown."""

import hashlib
from collections.abc import Collection

from django.db import models


class SourceTextManager(models.Manager["SourceText"]):
    def keep(self, texts: Collection[str]) -> None:
        rows = [SourceText(fingerprint=fingerprint(text), text=text) for text in sorted(texts)]
        if rows:
            self.bulk_create(rows, ignore_conflicts=True)


class SourceText(models.Model):
    """A text as it was when somebody translated it, by its fingerprint: what changed since is shown."""

    fingerprint = models.CharField(max_length=32, primary_key=True)
    text = models.TextField()

    objects = SourceTextManager()

    def __str__(self) -> str:
        return self.text[:60]


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
