"""The seam: who else must act when a chapter's text is saved, within the saving transaction.

`REVISION_FOLLOWERS` names functions by dotted path. Each is called with the keyword arguments
`chapter`, `old` and `new` (revisions; `old` is None at first) and may write, but not refuse.
"""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from stories.models import Chapter, Revision


def tell_followers(*, chapter: Chapter, old: Revision | None, new: Revision) -> None:
    for follower in _followers(tuple(settings.REVISION_FOLLOWERS)):
        follower(chapter=chapter, old=old, new=new)


@cache
def _followers(paths: tuple[str, ...]) -> list:
    return [import_string(path) for path in paths]
