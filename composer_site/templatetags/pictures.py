"""Pictures of documents, while their licence lasts."""

from functools import lru_cache
from typing import Any

from django import template
from django.urls import get_script_prefix, reverse

from composer_site.publishing.documents import Document

register = template.Library()

ORIGINAL, NO_TOKEN = "original.jpg", "0" * 40


@register.inclusion_tag("_picture.html", takes_context=True)
def picture(
    context: Any, picture: Document | None, sizes: str, credited: bool = True, first: bool = False
) -> dict[str, Any]:
    """An image in the widths it has. `first` is the one above the fold: it must not wait."""
    files = files_of(context, picture)
    if files is None:
        return {"picture": None}
    return {
        "picture": picture,
        "files": files,
        "sizes": sizes,
        "credited": credited,
        "first": first,
    }


@register.simple_tag(takes_context=True)
def files_of(context: Any, picture: Document | None) -> dict[str, str] | None:
    """{"src", "srcset", "original", "width", "height"}, as an `img` has them; None where it may
    not be shown. Pages of many pictures write their own `img`.
    """
    if picture is None or not may_show(context, picture):
        return None
    widths, original = picture["widths"], _address(context, picture["token"], ORIGINAL)
    folder = original.removesuffix(ORIGINAL)
    return {
        "src": f"{folder}{widths[len(widths) // 2]}.webp",
        "srcset": ", ".join(f"{folder}{width}.webp {width}w" for width in widths),
        "original": original,
        "width": str(picture["width"]),
        "height": str(picture["height"]),
    }


def may_show(context: Any, picture: Document | None) -> bool:
    return bool(picture) and context["visit"].may_show(picture["token"])


@register.simple_tag(takes_context=True)
def shown(context: Any, picture: Document | None) -> Document | None:
    """The picture, or nothing where there is none or its licence has ended."""
    return picture if may_show(context, picture) else None


def original(context: Any, picture: Document) -> str:
    """A JPEG, as readers of social cards and of structured data expect."""
    return context["request"].build_absolute_uri(_address(context, picture["token"], ORIGINAL))


def _address(context: Any, token: str, name: str) -> str:
    """The one place that knows: a preview shows what the public gate would still refuse."""
    view = "admin:library_picture_file" if context.get("preview") else "library:picture"
    address = _reversed(view, prefix=get_script_prefix())
    return address.replace(NO_TOKEN, token).replace(ORIGINAL, name)


@lru_cache(maxsize=64)
def _reversed(view: str, prefix: str) -> str:
    """Once for all pictures. The prefix stands in it: see `Noun.url`."""
    return reverse(view, args=[NO_TOKEN, ORIGINAL])
