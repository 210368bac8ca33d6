"""What staff are told after an act: read from what is then scheduled, all of it."""

from collections.abc import Collection, Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.clocks import on_three_clocks
from composer_site.desk.naming import name_of
from composer_site.desk.publish.answer_forms import scheduled_of
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable


def clocks_of(edition: Edition) -> SafeString:
    return format_html_join("; ", "{}", ((words,) for words in on_three_clocks(edition.starts_at)))


def what_is_scheduled(thing: Publishable, but: Edition | None = None) -> SafeString:
    """A sentence for each edition of it that has not started, but the one that was told already."""
    ahead = scheduled_of([thing.uid]).get(thing.uid, [])
    return _sentences(_sentence(edition) for edition in ahead if edition != but)


def of_all(things: Collection[Publishable], told: Collection[Edition] = ()) -> SafeString:
    """The same of several things, each by its name."""
    scheduled = scheduled_of([thing.uid for thing in things])
    return _sentences(
        format_html("{}: {}", name_of(thing), _sentence(edition))
        for thing in things
        for edition in scheduled.get(thing.uid, [])
        if edition not in told
    )


def _sentences(sentences: Iterable[SafeString]) -> SafeString:
    return format_html_join("", " {}", ((sentence,) for sentence in sentences))


def _sentence(edition: Edition) -> SafeString:
    words = {"number": edition.number, "clocks": clocks_of(edition)}
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return format_html(_("Edition {number} will withdraw it: {clocks}."), **words)
    return format_html(_("Edition {number} will be public: {clocks}."), **words)
