"""A person's own pages: their words about themselves, and how they like to read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.forms import PreferencesForm, ProfileForm
from accounts.preferences import COOKIE, ReadingPreferences, preferences_of

A_YEAR = 365 * 24 * 60 * 60  # seconds


@login_required
def profile_edit(request: HttpRequest) -> HttpResponse:
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("profile", request.user.get_username())
    return render(request, "accounts/profile_edit.html", {"form": form})


@never_cache
def preferences(request: HttpRequest) -> HttpResponse:
    """Everybody's: kept on the account, or in a cookie for strangers."""
    now = preferences_of(request)
    form = PreferencesForm(request.POST or None, initial=now.as_dict())
    then = _safe_address(request)
    if not form.is_valid():
        return render(request, "accounts/preferences.html", {"form": form, "next": then})
    response = HttpResponse(status=204) if _is_fetch(request) else HttpResponseRedirect(then)
    _keep(request, response, form.preferences(now))
    return response


def _keep(request: HttpRequest, response: HttpResponse, chosen: ReadingPreferences) -> None:
    if request.user.is_authenticated:
        request.user.reading = str(chosen)
        request.user.save(update_fields=["reading"])
    else:
        response.set_cookie(
            COOKIE, str(chosen), max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )


def _safe_address(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or request.path
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if is_ours else request.path


def _is_fetch(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"
