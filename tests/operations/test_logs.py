"""Lines of JSON: enough to find what happened, nothing that was written by anyone."""

import json
import logging

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from composer_site.operations.logs import JsonFormatter, RequestLogMiddleware


@pytest.fixture
def lines(monkeypatch):
    """The lines that a production site would print, as they are printed."""
    found = []
    handler = logging.Handler()
    handler.setFormatter(JsonFormatter())
    handler.emit = lambda record: found.append(handler.format(record))
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)


def ask(path="/en/", view=lambda request: HttpResponse(), **headers):
    return RequestLogMiddleware(view)(RequestFactory().get(path, headers=headers))


def test_a_request_is_one_line_with_its_id(lines):
    response = ask("/en/films/?q=canary")
    line = json.loads(lines[-1])
    assert len(lines) == 1
    assert line["request_id"] == response["X-Request-ID"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/en/films/", 200)
    assert line["level"] == "INFO"


def test_queries_cookies_and_agents_are_not_logged(lines):
    ask("/en/?q=canary", **{"Cookie": "session=canary", "User-Agent": "canary"})
    assert "canary" not in lines[-1]


@pytest.mark.parametrize("path", ["/en/%0a%0d/", "/en/%1b[31mred/", "/en/%e2%80%ae/", "/%00"])
def test_control_characters_cannot_forge_a_line(lines, path):
    ask(path)
    assert lines[-1].isascii()
    assert lines[-1].isprintable()
    assert json.loads(lines[-1])["path"].isprintable()


def test_the_secret_of_a_preview_is_not_logged(lines):
    def view(request):
        request.resolver_match = type("Match", (), {"kwargs": {"token": "canary"}})
        return HttpResponse()

    ask("/preview/canary/", view)
    assert json.loads(lines[-1])["path"] == "/preview/…/"


@pytest.mark.parametrize("path", ["/livez", "/static/css/site.css"])
def test_probes_and_static_files_are_silent_while_well(lines, path):
    ask(path)
    assert lines == []
    ask(path, lambda request: HttpResponse(status=503))
    assert json.loads(lines[-1])["status"] == 503


def test_an_exception_leaves_its_kind_and_place_but_not_its_words(lines):
    try:
        raise ValueError("canary: not published yet")
    except ValueError:
        logging.getLogger("press").exception("broken")
    line = json.loads(lines[-1])
    assert line["exception"] == "ValueError"
    assert line["frames"][-1].endswith(
        "test_an_exception_leaves_its_kind_and_place_but_not_its_words"
    )
    assert "canary" not in lines[-1]


@pytest.mark.parametrize(("behind_proxy", "kept"), [(False, False), (True, True)])
def test_only_a_proxy_may_name_a_request(settings, behind_proxy, kept):
    settings.BEHIND_PROXY = behind_proxy
    assert (ask(**{"X-Request-ID": "from-the-proxy"})["X-Request-ID"] == "from-the-proxy") is kept


@pytest.mark.parametrize("given", ["short", "a b c d e f", "x" * 65, "é" * 10])
def test_an_odd_request_id_is_replaced(settings, given):
    settings.BEHIND_PROXY = True
    assert ask(**{"X-Request-ID": given})["X-Request-ID"] != given


def test_the_id_ends_with_its_request(lines):
    ask()
    logging.getLogger("press").warning("later")
    assert json.loads(lines[-1])["request_id"] == ""


def test_a_broken_page_shows_no_traceback(client, monkeypatch, lines):
    from composer_site.operations import health

    def broken(request):
        raise RuntimeError("canary")

    client.raise_request_exception = False
    monkeypatch.setattr(health, "answer", lambda *args: broken(None))
    response = client.get("/livez")
    assert response.status_code == 500
    assert b"canary" not in response.content
    assert not any("canary" in line for line in lines)
    assert "RuntimeError" in {json.loads(line).get("exception") for line in lines}


def test_a_closed_output_does_not_stop_the_site():
    class Closed:
        def write(self, text):
            raise BrokenPipeError

        flush = write

    handler = logging.StreamHandler(Closed())
    logging.getLogger().addHandler(handler)
    try:
        assert ask().status_code == 200
    finally:
        logging.getLogger().removeHandler(handler)
