from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.http import FileResponse, Http404, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from composer_site.publishing.documents import FILE, PICTURE, references
from composer_site.publishing.models import Mention, Page
from composer_site.publishing.stored_files import StoredFile, stored_name
from composer_site.values.languages import LANGUAGES


@require_safe
def picture_file(request: Any, token: str, name: str) -> HttpResponseBase:
    """The gate in front of pictures: licensed, and shown by a public page, at this instant."""
    file = _shown_file(request.visit, PICTURE, token)
    if not file.covers(name, request.visit.at):
        raise Http404
    etag = f'"{token}-{name}"'
    response = get_conditional_response(request, etag=etag) or stored_picture(token, name)
    response["ETag"] = etag
    return response


@require_safe
def pdf_file(request: Any, token: str, file_name: str) -> HttpResponseBase:
    """The gate in front of files: under the name by which a page that is public shows it."""
    file = _shown_file(request.visit, FILE, token)
    if file_name not in _names(file, request.visit):
        raise Http404
    etag = f'"{file.digest}"'
    response = get_conditional_response(request, etag=etag) or stored_pdf(token, file_name)
    response["ETag"] = etag
    return response


def _shown_file(visit: Any, content_kind: str, token: str) -> Any:
    showing = Page.objects.public(visit.at).filter(edition__mentions__uid=OuterRef("uid"))
    visit.files.fetch([token], is_shown=Exists(showing))
    file = visit.files.get(token)
    if file is None or file.content_kind != content_kind or not file.is_shown:
        raise Http404
    return file


def _names(file: StoredFile, visit: Any) -> set[str]:
    """The same in every language."""
    mentions = Mention.objects.filter(uid=file.uid).values("edition")
    pages = Page.objects.public(visit.at).filter(edition__in=mentions)
    pages = pages.filter(language=next(iter(LANGUAGES)))
    found = [ref for page in pages for ref in references(page.document)]
    return {ref["file_name"] for ref in found if ref["uid"] == str(file.uid)}


def stored_pdf(token: str, file_name: str) -> FileResponse:
    """For download alone: nothing in it may act as a part of this site."""
    path = stored_name(FILE, token)
    response = _stored(path, as_attachment=True, filename=file_name)
    response["Content-Type"] = "application/pdf"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def stored_picture(token: str, name: str) -> FileResponse:
    """One stored size. It never changes, so its name can be its ETag."""
    return _stored(stored_name(PICTURE, token, name))


def _stored(path: str, **options: Any) -> FileResponse:
    if not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), **options)
    return _left_to_the_proxy(response, path) if settings.FILES_BY else response


def _left_to_the_proxy(response: FileResponse, path: str) -> FileResponse:
    """All but the content: `docs/nginx.conf` sends that from MEDIA_ROOT, under this address."""
    response.streaming_content = []
    response["Content-Length"] = "0"
    response["X-Accel-Redirect"] = f"/stored-files/{quote(path)}"
    return response
