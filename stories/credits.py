"""Bylines: who is credited with a story, in order."""

from django.db.models import Prefetch, QuerySet

from stories.models import Contributor, Story


def credits_of(story: Story) -> list[Contributor]:
    return list(_credited().filter(story=story))


def with_credits(path: str = "") -> Prefetch:
    """For lists: gives each story, found at `path` (ending in `__`), its `credits`."""
    return Prefetch(f"{path}contributor_set", _credited(), to_attr="credits")


def _credited() -> QuerySet[Contributor]:
    return Contributor.objects.accepted().select_related("user").order_by("position", "id")
