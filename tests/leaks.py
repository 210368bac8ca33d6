"""The leak test's parts: canaries in everything that is not public, and a walk over every surface.

A canary is a random ASCII word. `Canaries.plant` writes it into every text of a row, in every
language; `Walk` asks every address of the site and says on which surfaces a canary came back.
"""

import pickle
import re
import secrets
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from itertools import product
from urllib.parse import urlsplit

from django.core.cache import caches
from django.db import models
from django.urls import Resolver404, get_resolver
from factories import make_pdf, make_picture

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Publishable
from composer_site.values.codes import CodeField
from composer_site.values.dates import UncertainDateField
from composer_site.values.languages import LANGUAGES

# Columns that a word does not fit: validated identifiers, codes, and what the site makes itself.
UNFIT = {"imdb", "tmdb", "wikidata", "viaf", "eidr", "isan", "token", "source_language", "digest"}
NOT_WORDS = (CodeField, UncertainDateField)
PDF = "Content-Type: application/pdf"
MAKE_FILE = {Picture: make_picture, Pdf: make_pdf}


def new_word():
    return f"zq{secrets.token_hex(5)}"


@dataclass
class Canary:
    """One word, and whatever else gives the thing away: the names of its pictures, its uid."""

    where: str
    word: str = field(default_factory=new_word)
    others: list[str] = field(default_factory=list)

    @property
    def giveaways(self):
        return [self.word, *self.others]

    def plant(self, thing, *, secret_uid):
        """In the thing, its parts and its pictures, with an address of its own. All are saved."""
        parts = [
            part for name in KINDS[thing.content_kind].parts for part in getattr(thing, name).all()
        ]
        for row in (thing, *parts):
            self._fill(row)
            self._fill_files(row)
            row.save()
            if secret_uid and hasattr(row, "uid"):
                self.others.append(str(row.uid))

    def _fill(self, row):
        for column in row._meta.concrete_fields:
            if text := self._text(column, row):
                setattr(row, column.attname, text)
        if isinstance(row, Publishable):
            row.slug = self.word

    def _text(self, column, row):
        if column.name in UNFIT or column.choices or isinstance(column, NOT_WORDS):
            return None
        if isinstance(column, models.EmailField):
            return f"{self.word}@example.com"
        if isinstance(column, models.SlugField):
            return self.word
        if isinstance(column, models.URLField) or column.name == "links":
            return f"https://{self.word}.example/"
        if isinstance(column, models.CharField | models.TextField):
            return f"{self.word} {row.pk} {column.name}"[: column.max_length]
        return None

    def _fill_files(self, row):
        """New pictures and PDFs: the old ones may be public."""
        for column in row._meta.concrete_fields:
            if make := MAKE_FILE.get(column.related_model):
                file = make()
                self._fill(file)
                file.save()
                setattr(row, column.name, file)
                self.others += [file.token, str(file.uid)]


def patterns(resolver=None, prefix="", names=""):
    """(surface, route) of every address in the URLConf: its name, or its route if it has none."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern).removeprefix("^" if prefix else "")
        if hasattr(pattern, "url_patterns"):
            space = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from patterns(pattern, route, space)
        else:
            yield (f"{names}{pattern.name}" if pattern.name else route), route


def parameters(route):
    """[(converter, name)]: Django's own is `str`, and `(?P<name>…)` has none."""
    found = re.findall(r"(\(\?P)?<(?:(\w+):)?(\w+)>", route)
    return [
        (converter or "" if regex else converter or "str", name) for regex, converter, name in found
    ]


def addresses(route, candidates):
    """Every path of a route, with every candidate of each of its parameters: those for its name, or
    for its converter."""
    wanted = [candidates[n if n in candidates else c] for c, n in parameters(route)]
    for values in product(*wanted):
        path = route
        for value in values:
            path = re.sub(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)", str(value), path, count=1)
        yield "/" + path.removesuffix("$")


def whole(response):
    """Everything a client receives, as text: status line, headers, body."""
    body = response.getvalue().decode("utf-8", "replace")
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{response.status_code} {response.reason_phrase}\n{headers}\n\n{body}"


def surface_of(response):
    match = response.resolver_match
    try:
        return match.view_name if match.url_name else match.route
    except Resolver404:
        return "nowhere"


@dataclass
class Walk:
    """Asks, and remembers which giveaways came back from which surface."""

    client: object
    canaries: list
    found: dict = field(default_factory=lambda: defaultdict(set))
    surfaces: set = field(default_factory=set)
    pages: dict = field(default_factory=dict)

    def ask(self, path, method="GET", **options):
        response = self.client.generic(method, path, **options)
        surface, text = surface_of(response), whole(response)
        self.surfaces.add(surface)
        for canary in self.canaries:
            # What the asker names is known already: see `told_apart`.
            if any(giveaway in text and giveaway not in path for giveaway in canary.giveaways):
                self.found[canary.where].add(surface)
        self.pages[method, path] = text
        return response

    def everywhere(self, candidates, methods=("GET",), admin=False):
        for _surface, route in patterns():
            if route.startswith("admin/") is admin:
                for path, method in product(addresses(route, candidates), methods):
                    self.ask(path, method)

    def crawl(self, start="/"):
        """Everything that one page after the other leads to, by any kind of link."""
        waiting, seen = [start, "/robots.txt", "/sitemap.xml"], set()
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                self.ask(path)
                text = self.pages["GET", path]
                waiting += [] if PDF in text else links(text)  # /Type is a name there
        return seen


def links(text):
    """Paths of our own in attributes, headers, sitemaps, feeds, JSON-LD and robots.txt."""
    text = unescape(text)
    full = re.findall(r"""https?://testserver[^\s"'<>,]*""", text)
    own = re.findall(r"""(?:["'\s(,]|[:,] ?<)(/(?!/)[^\s"'<>,)]*)""", text)
    split = [urlsplit(link) for link in full + own]
    paths = [f"{url.path or '/'}{'?' + url.query if url.query else ''}" for url in split]
    return [path for path in paths if not path.startswith(("/admin/", "/static/"))]


def cached():
    """Keys and values of the cache, as text."""
    rows = caches["default"]._cache.items()
    return b" ".join(pickle.dumps(row) for row in rows).decode("latin-1")


def answer(client, method, path, **options):
    """All of an answer but the name of its request, and the word that lets its scripts run."""
    return re.sub(
        r"X-Request-ID: \w+|'nonce-[\w-]+'", "", whole(client.generic(method, path, **options))
    )


def told_apart(client, named, method, template, **options):
    """Those of `named` that are answered otherwise, byte for byte, than what never was."""
    never = "".join(secrets.choice("0123456789abcdef") for _ in named[0])
    expected = answer(client, method, template.format(never), **options)
    answers = {one: answer(client, method, template.format(one), **options) for one in named}
    return [one for one, text in answers.items() if text.replace(one, never) != expected]


SAME_FOR_ALL = {
    "language": list(LANGUAGES),
    "number": [1, 2],
    "name": ["original.jpg", "480.webp"],
    "file_name": ["public.pdf", "other.pdf"],
    "uid": ["5d8f1c1e-6f0b-4b53-9a0e-0c1905061300"],
}
