"""An author's stories: the list of them, a new one, and the workshop of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kit.paging import place_in
from prose.pasting import html_from_plain
from stories.access import story_for_author
from stories.editing import edit_story
from stories.forms.story import StoryForm
from stories.models import Contributor, Story
from stories.requesting import request_for
from stories.saving import create_story
from stories.workshop import chapters_of, stories_of


@login_required
def writing(request: HttpRequest) -> HttpResponse:
    stories = stories_of(request.user, before=place_in(request, "before"))
    return render(request, "stories/writing/writing.html", {"stories": stories})


@login_required
@require_POST
def text_understood(request: HttpRequest) -> HttpResponse:
    """How pasted plain text reads as HTML: the editor asks, and nothing is kept."""
    return JsonResponse({"html": html_from_plain(request.POST.get("text", ""))})


@login_required
def story_new(request: HttpRequest) -> HttpResponse:
    form = StoryForm(
        request.POST or None, by=request.user, initial={"credited_name": str(request.user)}
    )
    if not form.is_valid():
        return render(request, "stories/writing/story_new.html", {"form": form})
    story = create_story(by=request.user, **form.front_matter())
    messages.success(request, _("Your story is begun. Nobody sees it until you publish a chapter."))
    return redirect("chapter_new", story.pk)


@login_required
def story_edit(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for_author(request.user, story_id)
    part = Contributor.objects.accepted().get(story=story, user=request.user.pk)
    form = StoryForm(
        request.POST or None,
        by=request.user,
        # The form writes on its instance, and the page goes on to show the story when it refuses.
        instance=Story.objects.get(pk=story.pk),
        initial={"credited_name": part.credited_name},
    )
    if form.is_valid():
        edit_story(by=request.user, story=story, **form.front_matter())
        messages.success(request, _("The details of the story are saved."))
        return redirect("story_edit", story.pk)
    context = {
        "story": story,
        "form": form,
        "chapters": chapters_of(story, after=place_in(request, "after")),
        "invited": request_for(story, None),
    }
    return render(request, "stories/writing/story_edit.html", context)
