"""Pictures of documents, while their licence lasts."""

from typing import Any

from django import template
from django.urls import reverse

from composer_site.publishing.documents import Document

register = template.Library()


@register.inclusion_tag("_picture.html", takes_context=True)
def picture(
    context: Any, picture: Document | None, sizes: str, credited: bool = True, first: bool = False
) -> dict[str, Any]:
    """An image in the widths it has. `first` is the one above the fold: it must not wait."""
    if not may_show(context, picture):
        return {"picture": None}
    token, widths = picture["token"], picture["widths"]
    files = [(_address(context, token, f"{width}.webp"), width) for width in widths]
    return {
        "picture": picture,
        "source": files[len(files) // 2][0],
        "srcset": ", ".join(f"{url} {width}w" for url, width in files),
        "sizes": sizes,
        "credited": credited,
        "first": first,
    }


def may_show(context: Any, picture: Document | None) -> bool:
    return bool(picture) and context["visit"].may_show(picture["token"])


@register.simple_tag(takes_context=True)
def shown(context: Any, picture: Document | None) -> Document | None:
    """The picture, or nothing where there is none or its licence has ended."""
    return picture if may_show(context, picture) else None


def original(context: Any, picture: Document) -> str:
    """A JPEG, as readers of social cards and of structured data expect."""
    return context["request"].build_absolute_uri(
        _address(context, picture["token"], "original.jpg")
    )


def _address(context: Any, token: str, name: str) -> str:
    """The one place that knows: a preview shows what the public gate would still refuse."""
    view = "admin:library_picture_file" if context.get("preview") else "library:picture"
    return reverse(view, args=[token, name])
