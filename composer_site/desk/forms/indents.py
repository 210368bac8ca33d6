"""Forms with hundreds of fields, of which a third would be the templates' indents."""

import re

from django.template.response import TemplateResponse

# What staff wrote stands there escaped: no text of theirs lies between two tags.
BETWEEN_TAGS = re.compile(rb">\s+<")


def unindented(page: bytes) -> bytes:
    """One space stays, as between two words."""
    return BETWEEN_TAGS.sub(b"> <", page)


def without_indents(response: TemplateResponse) -> None:
    response.content = unindented(response.content)
