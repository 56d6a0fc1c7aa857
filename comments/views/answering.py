"""How the views answer: a page, or the part of it that was asked for, or JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

View = Callable[..., HttpResponse]
NOT_TAKEN = 422


# What an address carries, so that it leads back to the form that was sent.
PLACE = ("revision", "block", "start", "end", "kind", "to")
TYPED = ("body", "replacement", "reason", "words")


def signed_in(view: View) -> View:
    """Strangers log in first; a script is told so, and sends them there itself. Who sent a form
    was logged in once: they get their words back, and a way to the same form."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **more)
        login_url = redirect_to_login(_way_back(request)).url
        if wants_json(request):
            answer = {"errors": {"__all__": [_told()]}, "login_url": login_url}
            return JsonResponse(answer, status=401)
        if is_fetched(request):
            return HttpResponse(_told(), status=401, content_type="text/plain")
        typed = [request.POST[name] for name in TYPED if request.POST.get(name)]
        if not typed:
            return redirect(login_url)
        page = {"login_url": login_url, "typed": typed}
        return render(request, "comments/logged_out.html", page, status=401)

    return guarded


def _way_back(request: HttpRequest) -> str:
    """The address of the form that was sent. Nothing is looked up: this is for strangers."""
    if request.method != "POST":
        return request.get_full_path()
    place = {name: request.POST[name][:100] for name in PLACE if request.POST.get(name)}
    return f"{request.path}?{urlencode(place)}" if place else request.path


def _told() -> str:
    return _("You are logged out. Log in in another tab, then send again.")


def is_fetched(request: HttpRequest) -> bool:
    """Whether a script asks for the part alone."""
    return request.headers.get("X-Requested-With") == "fetch" or "part" in request.GET


def wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
