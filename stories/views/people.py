"""People's public pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.models import User
from kit.paging import moment_in, name_moment
from stories.listing import recently_updated

STORIES = 20


def profile(request: HttpRequest, username: str) -> HttpResponse:
    """A person's words about themselves and their published stories; `?after` goes on."""
    person = get_object_or_404(User, username_key=User.key_of(username), is_active=True)
    stories = recently_updated(before=moment_in(request, "after"), count=STORIES + 1, by=person)
    last = stories[STORIES - 1] if len(stories) > STORIES else None
    page = {
        "person": person,
        "stories": stories[:STORIES],
        "after": name_moment(last.updated_at, last.pk) if last and last.updated_at else "",
    }
    return render(request, "stories/profile.html", page)
