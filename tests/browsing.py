"""What a browser says about a page: its console, what it could not load, and what axe finds."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

axe = Axe()


class Watch:
    """Collects every complaint about a page, in sentences, until they are taken."""

    def __init__(self, page: Page, origin: str):
        self.host, self.complaints = urlsplit(origin).netloc, []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message):
        # Which answers were errors, `_response` knows better: the page itself may be a 404.
        if "the server responded with a status of" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _request(self, request):
        if urlsplit(request.url).netloc != self.host and not request.url.startswith("data:"):
            self.complaints.append(f"elsewhere: {request.url}")

    def _response(self, response):
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")

    def taken(self):
        complaints, self.complaints = self.complaints, []
        return complaints


def violations(page, impacts=None, **options):
    """What axe finds, one sentence a node; of all impacts unless told otherwise."""
    found = axe.run(page, options={"resultTypes": ["violations"], **options}).response
    return [
        f"axe {rule['id']} ({rule['impact']}): {node['target']} {node['html'][:160]}"
        for rule in found["violations"]
        if impacts is None or rule["impact"] in impacts
        for node in rule["nodes"]
    ]


def scrolls_sideways(page):
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def sign_in(context, origin, user):
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": origin}])
