"""The pages to read. They write nothing, and cost the same however much is said about a chapter."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kit.paging import place_in
from stories.access import chapter_for_reader, contributor_of, story_for_reader
from stories.contents import contents_around, contents_from
from stories.credits import credits_of
from stories.models import Chapter, Contributor, FeedbackRequest, Story
from stories.requesting import effective_request
from stories.validating import Versions, unchanged, validated


def story(request: HttpRequest, story_id: int, slug: str = "") -> HttpResponse:
    """Front matter, what the author asks for, contents. A one-shot is read at once."""
    if kept := unchanged(request, lambda: _story_versions(story_id)):
        return kept
    found = story_for_reader(request.user, story_id)
    part = contributor_of(request.user, found)
    page = _story_page(found, part, after=place_in(request, "after"))
    if part is None and found.is_one_shot and len(page["chapters"]) == 1:
        return redirect(page["chapters"][0])
    return validated(request, render(request, "stories/story.html", page), (found.version,))


def chapter(request: HttpRequest, story_id: int, chapter_id: int, slug: str = "") -> HttpResponse:
    if kept := unchanged(request, lambda: _chapter_versions(story_id, chapter_id)):
        return kept
    found = chapter_for_reader(request.user, story_id, chapter_id)
    page = _chapter_page(found, contributor_of(request.user, found.story))
    versions = (found.story.version, found.version)
    return validated(request, render(request, "stories/chapter.html", page), versions)


def _story_page(story: Story, part: Contributor | None, *, after: int) -> dict[str, Any]:
    chapters, more = contents_from(story, after=after, drafts=part is not None)
    return {
        "story": story,
        "credits": credits_of(story),
        "chapters": chapters,
        "first": next((each for each in chapters if each.published_at), None),
        "more": more,
        "invited": FeedbackRequest.objects.filter(story=story, chapter=None).first(),
        "part": part,
    }


def _chapter_page(chapter: Chapter, part: Contributor | None) -> dict[str, Any]:
    return {
        "story": chapter.story,
        "chapter": chapter,
        "revision": chapter.published_revision or chapter.draft_revision,
        "is_draft": chapter.published_revision_id is None,
        "credits": credits_of(chapter.story),
        "contents": contents_around(chapter, drafts=part is not None),
        "invited": effective_request(chapter),
        "part": part,
    }


def _story_versions(story_id: int) -> Versions | None:
    return Story.objects.published().filter(pk=story_id).values_list("version").first()


def _chapter_versions(story_id: int, chapter_id: int) -> Versions | None:
    found = Chapter.objects.published().filter(pk=chapter_id, story_id=story_id)
    return found.values_list("story__version", "version").first()
