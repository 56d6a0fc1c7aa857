from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kit.paging import moment_in, name_moment
from stories.listing import chapters_asking, recently_updated

STORIES = 12
ASKING = 4


def home(request: HttpRequest) -> HttpResponse:
    """What is new, and what asks for feedback. `?after` goes on where a page ended."""
    before = moment_in(request, "after")
    stories = recently_updated(before=before, count=STORIES + 1)
    last = stories[STORIES - 1] if len(stories) > STORIES else None
    page = {
        "stories": stories[:STORIES],
        "after": name_moment(last.updated_at, last.pk) if last else "",
        "is_first": before is None,
        "asking": chapters_asking(count=ASKING) if before is None else [],
    }
    return render(request, "stories/home.html", page)
