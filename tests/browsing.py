"""What a browser says about a page: its console, what it could not load, and what axe finds."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

SETTLED = """document.fonts.ready
  .then(() => document.getAnimations().filter((one) => one instanceof CSSTransition))
  .then((those) => those.forEach((one) => one.finish()))"""


class Watch:
    """Collects every complaint about pages, in sentences, until they are taken."""

    def __init__(self, context: BrowserContext, origin: str):
        self.host, self.complaints = urlsplit(origin).netloc, []
        context.on("console", self._console)
        context.on("weberror", lambda thrown: self.complaints.append(f"error: {thrown.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failure)
        context.on("response", self._response)

    def _console(self, message):
        # Which answers were errors, `_response` knows better: the page itself may be a 404.
        if "the server responded with a status of" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _request(self, request):
        if urlsplit(request.url).netloc != self.host and not request.url.startswith("data:"):
            self.complaints.append(f"elsewhere: {request.url}")

    def _failure(self, request):
        # Aborted is what was still on its way when the next page was asked for.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _response(self, response):
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")

    def taken(self):
        complaints, self.complaints = self.complaints, []
        return complaints


def violations(page, impacts=None, without=(), **options):
    """What axe finds, one sentence a node; of all impacts and everywhere unless told otherwise."""
    # Preloading would fetch the style sheets once more, and what they import from a wrong address.
    options = {"resultTypes": ["violations"], "preload": False} | options
    # Axe takes the signs of a font of icons for words until that font is there, and any colour on
    # its way to another for the one that is meant.
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    run = "([where, options]) => axe.run(where, options).then((found) => found.violations)"
    return [
        f"axe {rule['id']} ({rule['impact']}): {node['target']} {node['html'][:160]}"
        for rule in page.evaluate(run, [{"exclude": list(without)}, options])
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
