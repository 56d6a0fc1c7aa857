"""How long a copy of a page is good: always asked about, and answered from versions alone.

A stranger's page depends on the release, on the rows' versions and on the reading preferences.
Pages of people with an account are never kept: accounts/middleware.py sees to that.
"""

from collections.abc import Callable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags, quote_etag

from accounts.preferences import preferences_of
from kit.release import release

Versions = tuple[int, ...]


def unchanged(request: HttpRequest, versions: Callable[[], Versions | None]) -> HttpResponse | None:
    """304 for a stranger who has this very page; `versions` is asked only if they have one."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    if not held or not _may_keep(request):
        return None
    found = versions()
    if found is None or _etag(request, found) not in [tag.removeprefix("W/") for tag in held]:
        return None
    return _marked(request, HttpResponseNotModified(), found)


def validated(request: HttpRequest, response: HttpResponse, versions: Versions) -> HttpResponse:
    return _marked(request, response, versions) if _may_keep(request) else response


def _may_keep(request: HttpRequest) -> bool:
    """Messages are shown once, so a page that has one is not the page."""
    return not request.user.is_authenticated and "messages" not in request.COOKIES


def _marked(request: HttpRequest, response: HttpResponse, versions: Versions) -> HttpResponse:
    response.headers["ETag"] = _etag(request, versions)
    who = {"private": True} if request.COOKIES else {"public": True}
    patch_cache_control(response, max_age=0, must_revalidate=True, **who)
    return response


def _etag(request: HttpRequest, versions: Versions) -> str:
    parts = (release(), *versions, preferences_of(request))
    return quote_etag(sha256("|".join(map(str, parts)).encode()).hexdigest()[:32])
