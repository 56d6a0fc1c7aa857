"""Who may see and do what with stories and chapters. Permission is the look-up itself:
each function returns the object, or raises 404 when `user` may not see it, and
`PermissionDenied` when the object is seen but the act is not allowed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from stories.models import Chapter, Contributor, Story


def story_for_reader(user: Any, story_id: int) -> Story:
    return get_object_or_404(Story.objects.visible_to(user), pk=story_id)


def story_for_author(user: Any, story_id: int, *, act: str = "may_write") -> Story:
    """`act` is one of `may_write`, `may_publish`, `may_answer`."""
    story = story_for_reader(user, story_id)
    part = contributor_of(user, story)
    if part is None or not getattr(part, act):
        raise PermissionDenied(_("Only the author of this story can do that."))
    return story


def chapter_for_reader(user: Any, story_id: int, chapter_id: int) -> Chapter:
    """A published chapter with its story and published revision, in one query for strangers;
    contributors also get drafts."""
    chapter = get_object_or_404(
        Chapter.objects.select_related("story", "published_revision"),
        pk=chapter_id,
        story_id=story_id,
    )
    if chapter.published_revision_id is None and contributor_of(user, chapter.story) is None:
        raise Http404
    return chapter


def chapter_for_author(
    user: Any, story_id: int, chapter_id: int, *, act: str = "may_write"
) -> Chapter:
    story = story_for_author(user, story_id, act=act)
    return get_object_or_404(
        Chapter.objects.select_related("published_revision", "draft_revision", "story"),
        pk=chapter_id,
        story=story,
    )


def contributor_of(user: Any, story: Story) -> Contributor | None:
    """The accepted part that `user` has in `story`, if any; costs no query for strangers."""
    if not user.is_authenticated:
        return None
    return Contributor.objects.accepted().filter(story=story, user=user).first()


def may_answer(user: Any, story: Story) -> bool:
    """Whether `user` answers for the story: sees what was told to the author alone."""
    part = contributor_of(user, story)
    return part is not None and part.may_answer
