"""People's public pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.models import User
from stories.models import Story

MOST = 100  # stories on one page


def profile(request: HttpRequest, username: str) -> HttpResponse:
    person = get_object_or_404(User, username_key=User.key_of(username), is_active=True)
    own = person.contributions.accepted().values("story_id")
    stories = Story.objects.published().filter(pk__in=own).order_by("-updated_at", "-id")
    return render(
        request,
        "stories/profile.html",
        {"person": person, "stories": stories.prefetch_related("contributor_set__user")[:MOST]},
    )
