"""Changing a story's front matter."""

from typing import Any

from django.db import transaction

from stories.counting import bump_story
from stories.models import Contributor, Story


@transaction.atomic
def edit_story(*, by: Any, story: Story, credited_name: str, **front_matter: Any) -> Story:
    """Give `story` new front matter, and `by` the name that its byline credits."""
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    Story.objects.filter(pk=story.pk).update(**front_matter)
    Contributor.objects.accepted().filter(story=story, user=by).update(credited_name=credited_name)
    bump_story(story)
    story.refresh_from_db()
    return story
