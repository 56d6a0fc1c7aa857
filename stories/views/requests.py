"""What an author invites: the story's default, and a chapter's own request."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stories.access import chapter_for_author, story_for_author
from stories.forms.request import RequestForm
from stories.models import Chapter, Story
from stories.requesting import (
    close_request,
    drop_chapter_request,
    reopen_request,
    request_for,
    set_request,
)


@login_required
def story_request(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for_author(request.user, story_id)
    return _request_page(request, story, None)


@login_required
def chapter_request(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    return _request_page(request, chapter.story, chapter)


def _request_page(request: HttpRequest, story: Story, chapter: Chapter | None) -> HttpResponse:
    """A POST's `act` is `invite`, `close`, `reopen` or, for a chapter, `follow` (the story)."""
    act = request.POST.get("act")
    invited = request_for(story, chapter)
    default = request_for(story, None) if chapter else None
    form = RequestForm(
        request.POST if act == "invite" else None,
        initial=RequestForm.initial_of(invited or default),
    )
    if form.is_valid():
        set_request(by=request.user, story=story, chapter=chapter, invitation=form.invitation())
        done = _("What you invite is saved.")
    else:
        done = _do(request, act, story, chapter)
    if done:
        messages.success(request, done)
        if chapter and request.GET.get("then") == "publish":
            return redirect("chapter_publish", story.pk, chapter.pk)
        return redirect("story_edit", story.pk)
    context = {"story": story, "chapter": chapter, "form": form, "invited": invited}
    return render(request, "stories/writing/request.html", context | {"default": default})


def _do(request: HttpRequest, act: str | None, story: Story, chapter: Chapter | None) -> str:
    """Do what a button without a form asks for, and say so; say nothing when it asks nothing."""
    invited = request_for(story, chapter)
    if act == "follow" and chapter:
        drop_chapter_request(by=request.user, chapter=chapter)
        return _("The chapter invites what its story invites.")
    if act == "close" and invited:
        close_request(by=request.user, request=invited)
        return _("Nothing more is invited. What was said stays.")
    if act == "reopen" and invited:
        reopen_request(by=request.user, request=invited)
        return _("Readers are invited again.")
    return ""
