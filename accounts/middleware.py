"""Strangers' requests touch neither session nor account, so their answers can be shared."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import middleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control


class AuthenticationMiddleware(middleware.AuthenticationMiddleware):
    """Django's, but a request without a session cookie is a stranger's without a look-up."""

    def process_request(self, request: HttpRequest) -> None:
        if _has_session(request):
            super().process_request(request)
        else:
            request.user = AnonymousUser()


class CacheHeadersMiddleware:
    """Who may keep a page. A stranger's answer that sets no cookie does not depend on cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _has_session(request) or response.cookies:
            patch_cache_control(response, private=True, no_store=True)
        elif not request.COOKIES:
            _forget_cookies(response)
        return response


def _has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _forget_cookies(response: HttpResponse) -> None:
    fields = [field.strip() for field in response.headers.get("Vary", "").split(",")]
    kept = [field for field in fields if field and field.lower() != "cookie"]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    else:
        response.headers.pop("Vary", None)
