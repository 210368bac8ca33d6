"""How far each language is, as the translation desk counts it, with the lists of what waits there."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from composer_site.desk.addresses import list_url
from composer_site.desk.lists.translated_kinds import Kind
from composer_site.desk.lists.translation_progress import Progress, Work, progress, waiting_things
from composer_site.values.languages import LANGUAGES

# The column by which a list is narrowed, and the words above its number.
LISTS = {
    Work.MISSING: ("missing_in", _("Missing texts")),
    Work.STALE: ("stale_in", _("Outdated texts")),
}
Gaps = list[tuple[Any, int, str]]  # meta of a model, how many, their list


def languages(kinds: Collection[Kind]) -> Iterator[tuple[Progress, list[tuple[Any, Gaps]]]]:
    """(progress, [(words, gaps)]) of each language into which something is translated."""
    numbers = waiting_things(kinds, LANGUAGES, LISTS)
    for counted in progress(kinds):
        if counted.total:
            gaps = (
                (words, _gaps(kinds, numbers, counted, work)) for work, (_c, words) in LISTS.items()
            )
            yield counted, [(words, found) for words, found in gaps if found]


def _gaps(kinds: Collection[Kind], numbers: Any, counted: Progress, work: Work) -> Gaps:
    code, column = counted.language.code, LISTS[work][0]
    each = ((kind.model, numbers.get((kind.name, code, work), 0)) for kind in kinds)
    return [(model._meta, n, list_url(model, **{column: code})) for model, n in each if n]
