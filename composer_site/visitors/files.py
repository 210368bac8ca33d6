"""Which files of the library a visitor may have at an instant."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from composer_site.publishing.stored_files import ORIGINAL, StoredFile


class Files:
    """A page asks for all of its pictures at once. One that it forgot is a query more, and what the
    library does not know is not shown.
    """

    def __init__(self, at: dt.datetime) -> None:
        self.at = at
        self._asked: set[str] = set()
        self._found: dict[str, StoredFile] | None = None

    def fetch(self, tokens: Collection[str], **annotations: Any) -> None:
        new = set(tokens) - self._asked
        if new or self._found is None:
            rows = StoredFile.objects.of_visit(new, self.at).annotate(**annotations)
            self._found = (self._found or {}) | {file.token: file for file in rows}
            self._asked |= new

    def get(self, token: str) -> StoredFile | None:
        if token not in self._asked:
            self.fetch([token])
        return (self._found or {}).get(token)

    def may_show(self, token: str) -> bool:
        file = self.get(token)
        return file is not None and file.lasts(self.at)

    def may_offer(self, token: str) -> bool:
        """The original, to the press."""
        file = self.get(token)
        return file is not None and file.covers(ORIGINAL, self.at)

    def next_end(self) -> dt.datetime | None:
        """Of any licence, ahead of this instant."""
        if self._found is None:
            self.fetch([])
        ends = (file.usable_until for file in (self._found or {}).values())
        return min((end for end in ends if end and end > self.at), default=None)
