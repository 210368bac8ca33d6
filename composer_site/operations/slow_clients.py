"""How much of the server a slow client may hold.

A thread that sends in pieces waits for whoever reads slowly, and one that reads a body for whoever
sends slowly. So what is small goes out in one piece, which the server keeps and sends without a
thread; and the rest has caps that leave threads for everybody else (`STREAMS` and `BODIES`).
"""

import io
import threading
import time
import weakref
from concurrent.futures import Future

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse

WHOLE = 2**20  # bytes: no page, rendition or script has as many; 200 stalled ones took 80 MB
PIECE = 2**16  # bytes of a body that are waited for at one time


class SlowClientsMiddleware:
    """Stands above whatever reads a body or opens a file. One instance counts for the process."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.streams = threading.BoundedSemaphore(settings.STREAMS)
        self.bodies = threading.BoundedSemaphore(settings.BODIES)

    def __call__(self, request):
        if request.META.get("CONTENT_LENGTH") not in (None, "", "0"):
            return self.read(request)
        return self.written(request, self.get_response(request))

    def read(self, request):
        place = Place.among(self.bodies)
        if place is None:
            return busy("Too much is being sent to this site. Send it again in half a minute.")
        body = ArrivingBody(request._stream, place)
        request._stream = io.BufferedReader(body, PIECE)
        response = self.get_response(request)
        place.give_back()
        if body.stalled:
            response.close()
            return given_up()
        return self.written(request, response)

    def written(self, request, response):
        if not response.streaming:
            # Several pieces become one.
            response.content = response.content
        elif request.method == "HEAD":
            response.streaming_content = []
        elif int(response.get("Content-Length", WHOLE + 1)) <= WHOLE:
            response.streaming_content = [b"".join(response)]
        else:
            return self.streamed(response)
        return response

    def streamed(self, response):
        place = Place.among(self.streams)
        if place is None:
            response.close()
            return busy("Too much is being downloaded here. Try again in half a minute.")
        response.streaming_content = Pieces(response.streaming_content, place)
        return response


class Place:
    """One of those that a semaphore counts: given back once, at the latest when it is forgotten."""

    def __init__(self, semaphore):
        self.give_back = weakref.finalize(self, semaphore.release)

    @classmethod
    def among(cls, semaphore):
        """A place, or None where all are taken: nobody waits for one."""
        return cls(semaphore) if semaphore.acquire(blocking=False) else None


class Pieces:
    """What is sent in pieces. A server calls `close` when all is sent or the client has gone."""

    def __init__(self, pieces, place):
        self.pieces = pieces
        self.place = place

    def __iter__(self):
        return iter(self.pieces)

    def close(self):
        self.place.give_back()


class ArrivingBody(io.RawIOBase):
    """A body of which each piece, or what is left of it, has `BODY_TIMEOUT` seconds to arrive.

    A server's own `read` waits for ever, so that another thread has to do the waiting. Once all
    has arrived, the request waits for nobody, and its place is the next one's.
    """

    stalled = False

    def __init__(self, source, place):
        """`source` is Django's, and ends where the announced length does."""
        self.source = source
        self.place = place
        self.missing = source.limit

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(len(buffer), PIECE, self.missing)
        piece = self.arrived(size) if size else b""
        self.missing -= len(piece)
        if not self.missing:
            self.place.give_back()
        buffer[: len(piece)] = piece
        return len(piece)

    def readall(self):
        return b"".join(iter(lambda: self.read(PIECE), b""))

    def arrived(self, size):
        """Half a form is none: whatever is missing in the end raises OSError, as Django expects."""
        if self.stalled:
            raise TimeoutError
        piece = Future()
        threading.Thread(target=fulfil, args=(piece, self.source, size), daemon=True).start()
        try:
            read = piece.result(settings.BODY_TIMEOUT)
        except TimeoutError:
            self.stalled = True
            raise
        if not read:
            raise ConnectionError("The body is shorter than announced.")
        return read


def fulfil(piece, source, size):
    try:
        piece.set_result(source.read(size))
    except BaseException as error:  # noqa: BLE001  whoever waits for the piece raises it
        piece.set_exception(error)


def busy(sentence):
    return refusal(HttpResponse(sentence, status=503, headers={"Retry-After": "30"}))


def given_up():
    """Announces a byte more than it sends: then the server closes the connection, which alone ends
    the `read` that still waits for the body."""
    sentence = "What you sent did not arrive. Send it again."

    def pieces():
        yield sentence.encode()
        time.sleep(0.1)  # until the server has sent it

    length = {"Content-Length": len(sentence) + 1}
    return refusal(StreamingHttpResponse(pieces(), status=408, headers=length))


def refusal(response):
    response["Content-Type"] = "text/plain; charset=utf-8"
    response["Cache-Control"] = "no-store"
    return response
