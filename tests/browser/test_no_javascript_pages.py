"""Without a script every page is a link away, whoever looks."""

from collections import defaultdict
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import Page

from accounts.models import User
from comments.opening import open_comment, open_feedback
from comments.replying import reply
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.saving import ChapterText, create_chapter, save_chapter

STRANGERS = set(
    "home story whole chapter feedback chapter_comments thread profile preferences"
    " account_login account_signup account_reset_password".split()
)
KNOWN = STRANGERS - {"account_login", "account_signup"} | set(
    "writing story_new profile_edit account_email account_change_password account_logout".split()
)
READERS = KNOWN | set("feedback_pick feedback_new thread_reply comment_edit comment_delete".split())
AUTHORS = READERS | set(
    "thread_decline story_feedback story_edit story_request chapter_new chapter_edit"
    " chapter_request chapter_publish chapter_unpublish chapter_preview chapter_choose".split()
)
# The links that a person can get at, those in closed <details> too.
LINKS = """() => {
  for (const closed of document.querySelectorAll("details")) closed.open = true;
  const links = [...document.querySelectorAll("a[href]")];
  return links.filter((link) => link.checkVisibility()).map(({ href }) => href.split("#")[0]);
}"""


@pytest.fixture
def library(chapter: Chapter, draft: Chapter, author: User, reader: User) -> Story:
    """Two chapters with feedback and comments, one with two texts to choose from, and a draft."""
    error = open_feedback(
        by=reader,
        chapter=chapter,
        revision_id=chapter.published_revision_id,
        start=0,
        end=9,
        kind="error",
        body="A boat, rather.",
    )
    comment = open_comment(by=reader, chapter=chapter, body="More, please.")
    for each in (error, comment):
        reply(by=author, thread=each, body="Thank you!")
    second = ChapterText("The Landing", html="<p>They landed.</p>")
    publish_chapter(by=author, chapter=create_chapter(by=author, story=chapter.story, text=second))
    for words in ("One tab.", "The other."):
        text = ChapterText("The Ford", html=f"<p>{words}</p>")
        save_chapter(by=author, chapter=chapter, text=text, based_on=chapter.published_revision_id)
    for person in (author, reader):
        person.set_password("nine-lamps-burning")
        person.save()
    return chapter.story


@pytest.mark.parametrize(
    ("who", "expected"), [(None, STRANGERS), ("reader", READERS), ("author", AUTHORS)]
)
def test_every_page_is_reached_by_links(
    new_page: Callable[..., Page],
    library: Story,
    request: pytest.FixtureRequest,
    who: str | None,
    expected: set[str],
) -> None:
    user = request.getfixturevalue(who) if who else None
    page = new_page(user, javascript=False, width=390)
    assert reached_from_home(page) == expected


def reached_from_home(page: Page) -> set[str]:
    """The names of the pages that links lead to; of each name two are looked at."""
    looked_at = defaultdict(set)
    reached = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        alike = looked_at[name_of(path)]
        if path in alike or len(alike) == 2:
            continue
        alike.add(path)
        assert page.goto(path).ok, path
        reached.add(name_of(page.url))
        host = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        waiting += [each.removeprefix(host) for each in page.evaluate(LINKS) if host in each]
    return reached


def name_of(path: str) -> str:
    """The page's name, however the address is spelled; `?feedback` is a page of its own."""
    parts = urlsplit(path)
    if parts.query.startswith("feedback"):
        return "feedback"
    found = resolve(parts.path)
    return found.url_name or found.func.__name__
