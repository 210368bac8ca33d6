"""What every answer carries, and what no public answer may carry."""

import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from composer_site.operations.security import BodyLimitMiddleware

PUBLIC = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_public_answers_allow_nothing_inline_and_nobody_else(client):
    assert client.get("/livez")["Content-Security-Policy"] == PUBLIC


@pytest.mark.django_db
def test_the_admin_adds_a_nonce_and_style_elements(client):
    policy = client.get(reverse("admin:login"))["Content-Security-Policy"]
    nonce = re.search(r"script-src 'self' 'nonce-([\w-]{22})';", policy)
    expected = PUBLIC.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    assert policy.replace(f" 'nonce-{nonce[1]}'", "") == expected


@pytest.mark.django_db
def test_each_request_has_a_nonce_of_its_own(client):
    policies = {client.get(reverse("admin:login"))["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


def test_every_answer_is_framed_by_nobody_and_tells_nobody_where_it_was(client):
    response = client.get("/livez")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/en/", "/robots.txt", "/livez", "/nothing-here"])
def test_public_answers_set_no_cookie_and_do_not_vary_by_one(client, path):
    response = client.get(path)
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.django_db
def test_a_members_session_does_not_change_public_answers(client, admin_client):
    for path in ("/en/", "/livez"):
        stranger, member = client.get(path), admin_client.get(path)
        assert member.content == stranger.content
        assert "Cookie" not in member.get("Vary", "")


@pytest.mark.django_db
def test_admin_pages_are_kept_by_no_cache(admin_client):
    response = admin_client.get(reverse("admin:index"))
    assert "no-store" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


@pytest.mark.django_db
def test_plain_http_is_sent_to_https_but_for_the_probes(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["press.example"]
    redirect = client.get("/en/?page=2", headers={"Host": "press.example"})
    assert redirect["Location"] == "https://press.example/en/?page=2"
    assert client.get("/livez", headers={"Host": "press.example"}).status_code == 200


def test_a_host_that_is_not_ours_is_refused(client, settings):
    settings.ALLOWED_HOSTS = ["press.example"]
    assert client.get("/readyz", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("", 200),
        ("0", 200),
        ("1000", 200),
        ("1001", 413),
        ("9" * 5000, 413),
        ("-1", 413),
        ("²", 413),
    ],
)
def test_a_body_too_large_is_refused_by_its_announced_length(settings, length, status):
    settings.BODY_LIMIT = 1000
    request = RequestFactory().post("/", CONTENT_LENGTH=length)
    answer = BodyLimitMiddleware(lambda request: HttpResponse())(request)
    assert answer.status_code == status


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused(client, django_user_model):
    client.handler.enforce_csrf_checks = True
    member = django_user_model.objects.create_user("aigul", is_staff=True)
    client.force_login(member)
    data = {"language": "ru", "time_zone": "Asia/Almaty"}
    assert client.post(reverse("admin:staff_preferences"), data).status_code == 403


@pytest.mark.django_db
def test_a_redirect_to_the_slash_is_kept_no_longer_than_a_page(client):
    response = client.get("/en/films")
    assert (response.status_code, response["Location"]) == (301, "/en/films/")
    assert response["Cache-Control"] == "public, max-age=60"
