"""The guide for staff: one page, written in each of the four languages."""

import re

from django.contrib import admin
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.values.dates import edtf_in_words
from composer_site.values.languages import LANGUAGES, current

DATES = ["1943-06-13", "1943-06", "1943?", "1941~", "194X", "2018-22", "2018-41"]
DATES += ["1943/1944", "1943/..", "[1942,1943]"]

HEADING = re.compile(r'<h([23]) id="([\w-]+)"><a href="#\2">([^<]+)</a>')


@require_safe
def guide(request, code=""):
    code = code or current().code
    page = f"admin/guide/{code}.html"
    context = {
        **admin.site.each_context(request),
        "title": _("Guide"),
        "languages": LANGUAGES.values(),
        "language": LANGUAGES[code],
        "contents": HEADING.findall(get_template(page).template.source),
        "dates": [(notation, edtf_in_words(notation, code)) for notation in DATES],
    }
    return render(request, page, context)
