"""Whoever reads or sends slowly holds a bounded number of threads, and each place comes back."""

import contextlib
import gc
import io

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from serving import gone, head_of, reader, sender, site, status

from composer_site.operations.slow_clients import WHOLE, SlowClientsMiddleware
from composer_site.settings import BODIES, STREAMS, THREADS

# Django looks after its connections whenever an answer is closed.
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_of_each(settings):
    settings.STREAMS = settings.BODIES = 1


def download(request):
    return FileResponse(io.BytesIO(bytes(WHOLE + 1)))


def reading(request):
    return HttpResponse(request.body)


def get(middleware, method="get"):
    return middleware(getattr(RequestFactory(), method)("/"))


def post(middleware, body=b"a=b", announced=None):
    request = RequestFactory().post("/", body, content_type="text/plain")
    request._stream.limit = announced or len(body)
    return middleware(request)


def test_most_threads_wait_for_nobody():
    assert (THREADS, STREAMS, BODIES) == (16, 4, 8)


# Answers


@pytest.mark.parametrize(("size", "pieces"), [(0, 1), (WHOLE, 1), (WHOLE + 1, 257)])
def test_what_is_small_is_sent_in_one_piece(size, pieces):
    response = get(SlowClientsMiddleware(lambda request: FileResponse(io.BytesIO(bytes(size)))))
    sent = list(response)
    assert (len(sent), sum(map(len, sent))) == (pieces, size)


def test_an_answer_written_in_parts_is_sent_in_one_piece():
    response = HttpResponse("one, ")
    response.write("two")
    assert list(get(SlowClientsMiddleware(lambda request: response))) == [b"one, two"]


def test_beyond_the_cap_nothing_is_written():
    middleware = SlowClientsMiddleware(download)
    first, second = get(middleware), get(middleware)
    assert (first.status_code, second.status_code, second["Retry-After"]) == (200, 503, "30")
    assert second["Cache-Control"] == "no-store"


def test_what_is_generated_counts_by_not_saying_how_long_it_is():
    middleware = SlowClientsMiddleware(lambda request: StreamingHttpResponse([b"a", b"b"]))
    held = [get(middleware) for _ in range(2)]
    assert [response.status_code for response in held] == [200, 503]


def test_a_place_is_given_back_once_however_often_an_answer_is_closed():
    middleware = SlowClientsMiddleware(download)
    answer = get(middleware)
    answer.close()
    answer.close()
    held = [get(middleware) for _ in range(2)]
    assert [response.status_code for response in held] == [200, 503]


def test_a_place_comes_back_from_an_answer_that_nobody_closed():
    middleware = SlowClientsMiddleware(lambda request: StreamingHttpResponse([b"a"]))
    statuses = []
    for _ in range(2):
        statuses.append(get(middleware).status_code)
        gc.collect()
    assert statuses == [200, 200]


def test_head_takes_no_place_and_says_how_long_the_answer_would_be():
    middleware = SlowClientsMiddleware(download)
    held = [get(middleware, "head") for _ in range(2)]
    assert [response["Content-Length"] for response in held] == [str(WHOLE + 1)] * 2
    assert [list(response) for response in held] == [[], []]


# Bodies


def nested(middleware, inner):
    """What a second body is answered while the first is being read."""
    answers = []

    def outer(request):
        answers.append(inner(middleware))
        return HttpResponse(request.body)

    middleware.get_response = outer
    return post(middleware), answers[0]


def test_beyond_the_cap_no_body_is_read():
    source = io.BytesIO(b"a=b")

    def second(middleware):
        request = RequestFactory().post("/", b"a=b", content_type="text/plain")
        request._stream._read = source.read
        return middleware(request)

    first, refused = nested(SlowClientsMiddleware(reading), second)
    assert (first.content, refused.status_code, refused["Retry-After"]) == (b"a=b", 503, "30")
    assert source.tell() == 0


def test_pages_and_downloads_do_not_wait_for_bodies():
    def page(middleware):
        return SlowClientsMiddleware.written(middleware, RequestFactory().get("/"), download(None))

    _first, answer = nested(SlowClientsMiddleware(reading), page)
    assert answer.status_code == 200


def test_who_has_sent_everything_holds_no_place():
    def outer(request):
        read, middleware.get_response = request.body, reading
        return HttpResponse([read, post(middleware).content])

    middleware = SlowClientsMiddleware(outer)
    assert post(middleware, b"c=d").content == b"c=da=b"


def test_a_place_comes_back_from_a_view_that_fails():
    def fails(request):
        raise RuntimeError

    middleware = SlowClientsMiddleware(fails)
    for _ in range(2):
        with contextlib.suppress(RuntimeError):
            post(middleware)
    middleware.get_response = reading
    assert post(middleware).status_code == 200


def test_a_body_arrives_as_it_was_sent():
    body = bytes(range(256)) * 1000
    assert post(SlowClientsMiddleware(reading), body).content == body


def test_a_body_that_ends_before_its_announced_length_is_none():
    def short(request):
        request._stream.raw.source._read = io.BytesIO(b"a=b").read
        with pytest.raises(OSError, match="shorter than announced"):
            request.body  # noqa: B018
        return HttpResponse("refused")

    assert post(SlowClientsMiddleware(short), announced=5).content == b"refused"


def test_a_refusal_has_the_headers_of_every_answer(client, settings):
    settings.BODIES = 0
    refused, usual = client.post("/admin/login/", {"a": "b"}), client.get("/livez")
    assert refused.status_code == 503
    assert set(usual.headers) - {"Expires", "Content-Length"} <= set(refused.headers)


# Under the real server, with eight threads: two may send in pieces, and four read


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    with site(tmp_path_factory.mktemp("site"), THREADS="8") as port:
        yield port


@pytest.fixture
def clients():
    """Closed at the end, so that the next test finds every place free."""
    with contextlib.ExitStack() as stack:
        yield lambda made: stack.enter_context(made)


def eventually(client_made, clients, wanted):
    """The server notices that a client has gone when it next writes to it, or reads from it."""
    for _ in range(100):
        if (got := status(clients(client_made()))) == wanted:
            return got
    return got


def test_stalled_readers_and_senders_leave_the_site_answering(port, clients):
    for _ in range(20):
        clients(reader(port))
        clients(sender(port))
    answers = [status(clients(reader(port, "/livez"))) for _ in range(5)]
    assert answers == [200] * 5


def test_readers_beyond_the_cap_are_told_when_to_come_again(port, clients):
    heads = [head_of(clients(reader(port))) for _ in range(4)]
    assert sorted(head.split()[1] for head in heads) == ["200", "200", "503", "503"]
    assert "retry-after: 30\r\n" in "".join(heads)


def test_a_reader_that_goes_gives_its_place_back(port, clients):
    for _ in range(5):
        reader(port).close()
    assert eventually(lambda: reader(port), clients, 200) == 200


def test_a_body_that_stalls_loses_its_place_and_its_connection(port, clients):
    stalled = [clients(sender(port)) for _ in range(5)]
    assert sorted(map(status, stalled)) == [408] * 4 + [503]
    assert all(map(gone, stalled))
    assert status(clients(sender(port))) == 408
