"""How the views answer: a page, or the part of it that was asked for, or JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

View = Callable[..., HttpResponse]
NOT_TAKEN = 422


def signed_in(view: View) -> View:
    """Strangers log in first; a script is told so, and sends them there itself."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **more)
        if wants_json(request):
            return JsonResponse({"errors": {"__all__": [_("Log in first.")]}}, status=401)
        if is_fetched(request):
            return HttpResponse(_("Log in first."), status=401, content_type="text/plain")
        return redirect_to_login(request.get_full_path())

    return guarded


def is_fetched(request: HttpRequest) -> bool:
    """Whether a script asks for the part alone."""
    return request.headers.get("X-Requested-With") == "fetch" or "part" in request.GET


def wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
