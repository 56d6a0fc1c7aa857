"""Every address of the site: each package names its own, here they are put together."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path

from comments.views.feedback import chapter_feedback
from stories.views import reading


def chapter(request: HttpRequest, story_id: int, chapter_id: int, slug: str = "") -> HttpResponse:
    """A chapter to read, or with `?feedback` what is said in its text: one address for both."""
    view = chapter_feedback if "feedback" in request.GET else reading.chapter
    return view(request, story_id, chapter_id, slug)


def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask by custom, whatever a page says."""
    return redirect(static("icon.svg"))


urlpatterns = [
    path("favicon.ico", favicon),
    path("", include("accounts.urls")),
    path("", include("comments.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    # Decorative slugs match whatever is left, so the addresses that bear them come last.
    path("", include("stories.urls")),
    path("stories/<int:story_id>/chapters/<int:chapter_id>", chapter, name="chapter"),
    path("stories/<int:story_id>/chapters/<int:chapter_id>/<str:slug>", chapter),
]
