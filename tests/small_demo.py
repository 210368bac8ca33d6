"""The demonstration with small pictures: to resize the real illustrations takes ten seconds."""

import contextlib
from collections import Counter
from unittest import mock

from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from composer_site import demo
from composer_site.publishing.models import Page


@contextlib.contextmanager
def small_illustrations(folder):
    for path in demo.ILLUSTRATIONS.glob("*.jpg"):
        Image.new("RGB", (32, 24)).save(folder / path.name)
    with mock.patch.object(demo, "ILLUSTRATIONS", folder):
        yield


def load_small_demo(folder):
    with small_illustrations(folder):
        call_command("load_demo", verbosity=0)


def public():
    """{kind: how many} of what visitors read in Kazakh."""
    pages = Page.objects.public(timezone.now()).filter(language="kk")
    return Counter(pages.values_list("content_kind", flat=True))
