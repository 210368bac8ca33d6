import os
import secrets
from typing import Any

from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """A file is whole at its name or not there: written beside, synced, then renamed."""

    def _save(self, name: str, content: Any) -> str:
        partial = super()._save(f"{name}.{secrets.token_hex(8)}.partial", content)  # type: ignore[misc]
        with open(self.path(partial), "rb+") as file:
            os.fsync(file.fileno())
        os.replace(self.path(partial), self.path(name))
        return name
