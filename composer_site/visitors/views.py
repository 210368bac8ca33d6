import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import (
    Http404,
    HttpResponse,
    HttpResponseNotFound,
    HttpResponseRedirect,
    HttpResponseServerError,
)
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Page
from composer_site.values.languages import LANGUAGES
from composer_site.visitors.pages import office_page, render_page, render_public
from composer_site.visitors.templatetags.links import absolute
from composer_site.visitors.visits import VisitRequest


@require_safe
def choose_language(request: VisitRequest) -> HttpResponse:
    response = HttpResponseRedirect(reverse("home", args=[request.visit.language.code]))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def home(request: VisitRequest, language: str) -> HttpResponse:
    pages, office = Page.objects.public(request.visit.at), office_page(request.visit)
    lists: dict[str, Any] = {
        "films": pages.listed("film", language).newest_first()[:6],
        "statements": pages.listed("statement", language).newest_first()[:5],
    }
    if office is None:
        return render_public(request, "home.html", **lists)
    return render_page(request, "home.html", office, **lists)


@require_safe
def robots(request: VisitRequest) -> HttpResponse:
    sitemap = absolute(reverse("sitemap"))
    return HttpResponse(f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n", "text/plain")


@require_safe
def security(request: VisitRequest) -> HttpResponse:
    """RFC 9116: for three months on, so that nobody relies on a forgotten one."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = request.visit.at.astimezone(dt.UTC) + dt.timedelta(days=90)
    facts = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": f"{expires:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages": ", ".join(language.tag for language in LANGUAGES.values()),
        "Canonical": absolute(reverse("security")),
    }
    lines = "".join(f"{name}: {value}\n" for name, value in facts.items())
    return HttpResponse(lines, "text/plain; charset=utf-8")


def not_found(request: VisitRequest, exception: Exception) -> HttpResponse:
    """With a way on. It says the same of what never was and of what is not yet public."""
    if hasattr(request, "visit"):
        return render_public(request, "errors/404.html", status=404)
    if getattr(request, "user", None) and request.user.is_staff:
        return render(request, "admin/404.html", admin.site.each_context(request), status=404)
    return HttpResponseNotFound(_("Not found"), "text/plain; charset=utf-8")


def server_error(request: VisitRequest) -> HttpResponse:
    """A file that needs neither the database nor the request."""
    page = get_template("errors/500.html").render()
    return HttpResponseServerError(page)
