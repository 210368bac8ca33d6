"""A page for all who may see a thing: what its publication would go out without, field by field."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.checks.review import review
from composer_site.desk.checks.subject import subjects
from composer_site.desk.content_admin import ContentAdmin
from composer_site.publishing.publish import build


def checks_page(model_admin: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """What stands in the way comes first: of what is broken no document can be built."""
    thing = model_admin.thing(request, object_id)
    context: dict[str, Any] = {"step": _("Checks"), "blockers": blockers(thing)}
    if not context["blockers"]:
        subject = next(subjects({thing: build(thing)}, timezone.now()))
        context["checks"] = review(subject)
    return render(
        request, "admin/publishing/checks.html", model_admin.context(request, thing, **context)
    )
