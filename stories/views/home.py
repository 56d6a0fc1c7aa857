from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kit.paging import moment_in, name_moment
from stories.listing import chapters_asking, recently_updated
from stories.models import Story

STORIES = 12
ASKING = 4


def home(request: HttpRequest) -> HttpResponse:
    """What is new, and what asks for feedback. `?after` goes on where a page ended."""
    before = moment_in(request, "after")
    stories = recently_updated(before=before, count=STORIES + 1)
    page = {
        "stories": stories[:STORIES],
        "after": _place_of(stories[STORIES - 1]) if len(stories) > STORIES else "",
        "is_first": before is None,
        "asking": chapters_asking(count=ASKING) if before is None else [],
    }
    return render(request, "stories/home.html", page)


def _place_of(story: Story) -> str:
    assert story.updated_at is not None, "a published story has both dates"
    return name_moment(story.updated_at, story.pk)
