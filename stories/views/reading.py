from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stories.access import story_for_reader


def story(request: HttpRequest, story_id: int) -> HttpResponse:
    return render(
        request, "stories/story.html", {"story": story_for_reader(request.user, story_id)}
    )
