"""Threads on the cast's chapter, opened through the same writes as on the site."""

from collections.abc import Callable
from typing import Any

import pytest

from comments.models import Thread
from comments.opening import open_feedback
from stories.models import Chapter


@pytest.fixture
def feedback(chapter: Chapter) -> Callable[..., Thread]:
    """`feedback(by, "Their were", kind="error", …)`: a thread on those words of the chapter."""

    def open_on(by: Any, words: str = "Their were", **more: Any) -> Thread:
        revision = chapter.published_revision
        start = revision.text.index(words)
        given = {"kind": "error", "body": "It should be “There”.", "revision_id": revision.pk}
        place = {"start": start, "end": start + len(words)}
        return open_feedback(by=by, chapter=chapter, **(given | place | more))

    return open_on
