"""Headers that every answer carries, and the bound on what a request may bring."""

import secrets

from django.conf import settings
from django.http import HttpResponse

ADMIN = "/admin/"
NONCE = "<CSP_NONCE_SENTINEL>"
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), autoplay=(self), browsing-topics=(), camera=(),"
    " display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
    " payment=(), publickey-credentials-get=(self), usb=(), xr-spatial-tracking=()",
}


class HeadersMiddleware:
    """Stands above WhiteNoise, so that static files carry the headers too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class ContentSecurityPolicyMiddleware:
    """Django 6's `SECURE_CSP`, until we are there. Under `/admin/` it reads `SECURE_CSP_ADMIN`,
    and a template or a form's media find this request's nonce as `request.csp_nonce`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.csp_nonce = secrets.token_urlsafe(16)
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", header(request))
        return response


def header(request):
    admin = request.path_info.startswith(ADMIN)
    policy = settings.SECURE_CSP_ADMIN if admin else settings.SECURE_CSP
    return as_header(policy).replace(NONCE, f"'nonce-{request.csp_nonce}'")


def as_header(policy):
    """`default-src 'none'; script-src 'self'` of {directive: sources}."""
    return "; ".join(" ".join([name, *sources]) for name, sources in policy.items())


class BodyLimitMiddleware:
    """Refuses a body by its announced length, before a byte of it is read.

    A body that announces no length is never read at all: WSGI gives Django none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not is_number(length) or int(length[:20]) > settings.BODY_LIMIT:
            return HttpResponse("Too large.", status=413, content_type="text/plain")
        return self.get_response(request)


def is_number(text):
    """`"²".isdigit()` holds too, and `int` cannot read it."""
    return text.isascii() and text.isdigit()
