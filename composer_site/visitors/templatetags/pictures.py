"""Pictures of documents, while their licence lasts, and where the files of the library are."""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.urls import get_script_prefix, reverse

from composer_site.publishing.documents import Document
from composer_site.publishing.stored_files import ORIGINAL
from composer_site.visitors.templatetags.links import absolute

register = template.Library()

# Of a picture and of a PDF: its public address, that for staff, and a name that fits both.
PICTURE_VIEWS = ("library:picture", "admin:library_picture_file", ORIGINAL)
PDF_VIEWS = ("library:file", "admin:library_pdf_file", "any.pdf")
NO_TOKEN = "0" * 40


@register.inclusion_tag("_picture.html", takes_context=True)
def picture(
    context: Context,
    picture: Document | None,
    sizes: str,
    credited: bool = True,
    first: bool = False,
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
def files_of(context: Context, picture: Document | None) -> dict[str, str] | None:
    """{"src", "srcset", "width", "height"}, as an `img` has them, and "original", which is empty
    where the press may not have it; None where the picture may not be shown. Pages of many
    pictures write their own `img`.
    """
    if picture is None or not may_show(context, picture):
        return None
    widths = picture["widths"]
    original = _address(context, PICTURE_VIEWS, picture["token"], ORIGINAL)
    folder = original.removesuffix(ORIGINAL)
    offered = context["visit"].files.may_offer(picture["token"])
    return {
        "src": f"{folder}{widths[len(widths) // 2]}.webp",
        "srcset": ", ".join(f"{folder}{width}.webp {width}w" for width in widths),
        "original": original if offered else "",
        "width": str(picture["width"]),
        "height": str(picture["height"]),
    }


def may_show(context: Context, picture: Any) -> bool:
    return bool(picture) and context["visit"].files.may_show(picture["token"])


@register.simple_tag(takes_context=True)
def shown(context: Context, picture: Document | None) -> Document | None:
    """The picture, or nothing where there is none or its licence has ended."""
    return picture if may_show(context, picture) else None


def largest(context: Context, picture: Document | None) -> Document | None:
    """{"url", "width", "height"}, for social cards and structured data: the original, a JPEG as
    their readers expect, or the widest size of a page where the press may not have it.
    """
    if picture is None or not may_show(context, picture):
        return None
    token, width, height = picture["token"], picture["width"], picture["height"]
    name = ORIGINAL
    if not context["visit"].files.may_offer(token):
        widest = picture["widths"][-1]
        name, width, height = f"{widest}.webp", widest, round(height * widest / width)
    url = absolute(_address(context, PICTURE_VIEWS, token, name))
    return {"url": url, "width": width, "height": height}


def largest_url(context: Context, picture: Document | None) -> str | None:
    found = largest(context, picture)
    return found["url"] if found else None


@register.simple_tag(takes_context=True)
def file_address(context: Context, file: Document) -> str:
    return _address(context, PDF_VIEWS, file["token"], file["file_name"])


def _address(context: Context, views: tuple[str, str, str], token: str, name: str) -> str:
    """The one place that knows: a preview shows what the public gate would still refuse."""
    public, for_staff, any_name = views
    view = for_staff if context.get("preview") else public
    address = _reversed(view, any_name, prefix=get_script_prefix())
    return address.replace(NO_TOKEN, token).replace(any_name, name)


@lru_cache(maxsize=64)
def _reversed(view: str, any_name: str, prefix: str) -> str:
    """Once for all files. The prefix stands in it: see `ContentKind.url`."""
    return reverse(view, args=[NO_TOKEN, any_name])
