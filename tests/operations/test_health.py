"""The probes: what a proxy may conclude from them."""

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder


def test_a_living_process_says_so_without_the_database(client):
    response = client.get("/livez")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.7:8000", "not a host", ""])
def test_a_living_process_says_so_by_whatever_host(client, settings, host):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["press.example"], True
    response = client.get("/livez", headers={"Host": host})
    assert response.status_code == 200
    assert {"Content-Security-Policy", "X-Content-Type-Options", "X-Request-ID"} <= {
        *response.headers
    }


@pytest.mark.django_db
def test_ready_with_a_database_that_has_every_migration(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client):
    MigrationRecorder.Migration.objects.filter(app="staff").first().delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations\n")


def test_not_ready_without_a_database_and_says_no_more(client, monkeypatch):
    def down(recorder):
        raise DatabaseError("password=canary")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", down)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database\n")


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_probes_are_read_only(client, path):
    assert client.post(path).status_code == 405
