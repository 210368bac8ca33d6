import uuid
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from composer_site.library.models import Picture, stored_name
from composer_site.publishing.models import Mention, Page


@require_safe
def picture_file(request: Any, token: str, name: str) -> HttpResponseBase:
    """The gate in front of pictures: shown by a public page, and usable, at this instant."""
    visit = request.visit
    picture = Picture.objects.usable(visit.at).filter(token=token).first()
    if picture is None or not _is_shown(picture.uid, visit):
        raise Http404
    etag = f'"{token}-{name}"'
    response = get_conditional_response(request, etag=etag) or stored_file(token, name)
    response["ETag"] = etag
    return response


def _is_shown(uid: uuid.UUID, visit: Any) -> bool:
    mentions = Mention.objects.filter(uid=uid).values("edition")
    return Page.objects.public(visit.at).filter(edition__in=mentions).exists()


def stored_file(token: str, name: str) -> FileResponse:
    """One stored size. It never changes, so its name can be its ETag."""
    path = stored_name(token, name)
    if not default_storage.exists(path):
        raise Http404
    return FileResponse(default_storage.open(path))
