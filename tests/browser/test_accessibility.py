"""axe, WCAG 2.2 AA, on every page, in each theme; and no page is wider than a phone."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from accounts.models import User
from comments.models import Thread
from comments.opening import open_comment, open_feedback
from comments.replying import reply
from stories.models import Chapter, Story

THEMES = ("light", "sepia", "dark")
STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
STRANGERS = {
    "home": "/",
    "story": "{story}",
    "whole": "{story}/whole",
    "chapter": "{chapter}",
    "feedback": "{chapter}?feedback",
    "comments": "{chapter}/comments",
    "thread": "{story}/threads/{thread}",
    "profile": "/people/marisol",
    "preferences": "/preferences",
    "log-in": "/accounts/login/",
    "sign-up": "/accounts/signup/",
    "reset": "/accounts/password/reset/",
    "mail-sent": "/accounts/confirm-email/",
    "not-found": "/stories/999999",
}
READERS = {
    "chapter": "{chapter}",
    "pick": "{chapter}/feedback/b2",
    "thread": "{story}/threads/{thread}",
    "profile-edit": "/account",
    "email": "/accounts/email/",
    "password": "/accounts/password/change/",
    "log-out": "/accounts/logout/",
    "refused": "{story}/edit",
    "empty-desk": "/write",
}
AUTHORS = {
    "writing": "/write",
    "story-new": "/stories/new",
    "story-edit": "{story}/edit",
    "story-request": "{story}/request",
    "story-feedback": "{story}/feedback",
    "chapter-new": "{story}/chapters/new",
    "chapter-edit": "{chapter}/edit",
    "chapter-request": "{chapter}/request",
    "chapter-preview": "{chapter}/preview",
    "publish": "{draft}/publish",
    "decline": "{story}/threads/{thread}/decline",
}
PAGES = [
    *(("stranger", name, path) for name, path in STRANGERS.items()),
    *(("reader", name, path) for name, path in READERS.items()),
    *(("author", name, path) for name, path in AUTHORS.items()),
]


@pytest.fixture
def addresses(chapter: Chapter, draft: Chapter, reader: User, author: User) -> dict[str, object]:
    """A chapter with one thread of feedback, one comment and an answer each."""
    thread = open_feedback(
        by=reader,
        chapter=chapter,
        revision_id=chapter.published_revision_id,
        start=chapter.published_revision.text.index("Their"),
        end=chapter.published_revision.text.index("Their") + 5,
        kind="error",
        visibility="public",
        body="“There”, I think.",
        replacement="There",
    )
    comment = open_comment(by=reader, chapter=chapter, body="I *held* my breath.")
    for each in (thread, comment):
        reply(by=author, thread=each, body="Thank you!")
    return _named(chapter.story, chapter, draft, thread)


def _named(story: Story, chapter: Chapter, draft: Chapter, thread: Thread) -> dict[str, object]:
    base = f"/stories/{story.pk}"
    return {
        "story": base,
        "chapter": f"{base}/chapters/{chapter.pk}",
        "draft": f"{base}/chapters/{draft.pk}",
        "thread": thread.pk,
    }


@pytest.mark.parametrize(("role", "name", "path"), PAGES, ids=lambda value: value)
def test_a_page_is_accessible_in_each_theme(
    new_page: Callable[..., Page],
    addresses: dict[str, object],
    request: pytest.FixtureRequest,
    role: str,
    name: str,
    path: str,
) -> None:
    user = None if role == "stranger" else request.getfixturevalue(role)
    page = new_page(user, width=390, height=800)
    page.goto(path.format(**addresses))
    page.wait_for_load_state("networkidle")
    for theme in THEMES:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        found = Axe().run(page, options={"runOnly": STANDARD}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], theme
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
