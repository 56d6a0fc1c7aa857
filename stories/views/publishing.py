"""Publishing a chapter, taking it back, and moving it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stories.access import chapter_for_author
from stories.arranging import move_chapter
from stories.credits import credits_of
from stories.models import Chapter
from stories.publishing import publish_chapter, unpublish_chapter
from stories.recognizing import is_worth_a_review
from stories.requesting import effective_request


@login_required
def chapter_publish(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """A GET shows what will be public, and what readers will be invited to."""
    chapter = chapter_for_author(request.user, story_id, chapter_id, act="may_publish")
    draft = chapter.draft_revision
    problem = _problem(request, chapter)
    if request.method == "POST" and not problem:
        is_new = chapter.published_revision_id is None
        published = publish_chapter(by=request.user, chapter=chapter)
        done = _("Your chapter is published.") if is_new else _("Your changes are published.")
        messages.success(request, done)
        return redirect(published)
    context = {
        "story": chapter.story,
        "chapter": chapter,
        "revision": draft,
        "credits": credits_of(chapter.story),
        "invited": effective_request(chapter),
        "problem": problem,
        "unreviewed": draft is not None and is_worth_a_review(chapter, draft, None),
    }
    return render(request, "stories/writing/chapter_publish.html", context)


@login_required
def chapter_unpublish(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """A GET tells what becomes of the chapter and of what was said about it."""
    chapter = chapter_for_author(request.user, story_id, chapter_id, act="may_publish")
    is_published = chapter.published_revision_id is not None
    if request.method != "POST" and is_published:
        context = {"story": chapter.story, "chapter": chapter}
        return render(request, "stories/writing/chapter_unpublish.html", context)
    if is_published:
        unpublish_chapter(by=request.user, chapter=chapter)
        messages.success(
            request, _("The chapter is a draft again; what was said about it is kept.")
        )
    return redirect("story_edit", story_id)


@login_required
@require_POST
def chapter_move(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    chapter = chapter_for_author(request.user, story_id, chapter_id)
    move_chapter(by=request.user, chapter=chapter, up=request.POST.get("direction") == "up")
    return redirect("story_edit", story_id)


def _problem(request: HttpRequest, chapter: Chapter) -> str:
    """Why the draft cannot be published, if it cannot."""
    draft = chapter.draft_revision
    if draft is None:
        return _("Readers have the newest text already.")
    if not draft.text.strip():
        return _("There is no text in this chapter yet.")
    if request.method == "POST" and request.POST.get("revision") != str(draft.pk):
        return _("The chapter was saved once more meanwhile. Please look again.")
    return ""
