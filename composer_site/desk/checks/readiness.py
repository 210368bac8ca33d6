"""What stands in the way of a publication."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from translated_fields import show_language_code

from composer_site.desk.places import Place, places
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Part, Publishable


@dataclass(frozen=True)
class Blocker:
    """`link` leads to the field, in the form that holds it."""

    where: str
    sentence: str
    link: str

    @property
    def anchor(self) -> str:
        return self.link.partition("#")[2]


def blockers(whole: Publishable) -> list[Blocker]:
    """Everything that full_clean refuses, of the thing and of its parts."""
    prefetch_related_objects([whole], *KINDS[whole.content_kind].loads)
    with show_language_code(True):
        return [blocker for place in places(whole) for blocker in _of_row(place)]


def _of_row(place: Place) -> Iterator[Blocker]:
    row = place.row
    try:
        row.clean_stored() if isinstance(row, Part) else row.full_clean()
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            label, link = place.label(name), place.link(name)
            yield from (Blocker(label, sentence, link) for sentence in sentences)
