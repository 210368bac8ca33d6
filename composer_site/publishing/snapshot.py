"""The record an edition keeps of its working copy, and the way back from it."""

import json

from django.core import serializers

from composer_site.publishing.models import Edition
from composer_site.publishing.restoring import Record, write_back
from composer_site.publishing.working_copy import Publishable


def capture(whole: Publishable) -> Record:
    """The row and its parts as Django's serializer writes them, the whole first."""
    rows = [whole]
    for name in whole.noun.parts:
        rows += getattr(whole, name).all()
    return json.loads(serializers.serialize("json", rows))


def bring_back(edition: Edition, whole: Publishable) -> list[str]:
    """Make the working copy what it was at that edition. Names what is gone since."""
    return write_back(edition.source, whole)
