"""Forms with hundreds of fields, of which a third would be the templates' indents."""

import re

from django.template.response import TemplateResponse

# What staff wrote stands there escaped: no text of theirs lies between two tags. What follows on a
# line of its own, or unseen, needs no gap before it; an empty textarea would get one as its text.
GAP = re.compile(
    rb">\s+<(?!/textarea)(/?(?:d[dlt]|details|div|fieldset|h\d|legend|option|input type=\"hidden)\b)?"
)


def unindented(page: bytes) -> bytes:
    """Elsewhere one space stays, as between two words."""
    return GAP.sub(lambda gap: b"><" + gap[1] if gap[1] else b"> <", page)


def without_indents(response: TemplateResponse) -> None:
    response.content = unindented(response.content)
