"""The sample library: stories of our own, with people who read and criticize them.

Each folder of `sample_library/` is a story: `story.toml`, chapters as Markdown with TOML front
matter between `+++` lines, and `threads.toml`. All goes through the same writes as on the site.
"""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.models import User
from exchange.sample_threads import load_threads
from prose.markdown import html_from_markdown
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, create_story

LIBRARY = Path(__file__).parent / "sample_library"
BETWEEN_CHAPTERS = timedelta(days=7)
FRONT_MATTER = (
    "title summary rating warnings language status expected_chapters comment_setting".split()
)


def load_library() -> Iterator[str]:
    """Load everybody and everything; yields each story's title. The caller has a transaction."""
    people = {row["name"]: _person(row) for row in _read(LIBRARY / "people.toml")["person"]}
    folders = sorted(path.parent for path in LIBRARY.glob("*/story.toml"))
    for folder in folders:
        yield _load_story(folder, people)


def _person(row: dict[str, Any]) -> User:
    user = User.objects.create_user(
        row["name"],
        row["email"],
        display_name=row["display_name"],
        about=row["about"],
        date_joined=timezone.now() - timedelta(days=400),
        is_staff=row["role"] == "moderator",
    )
    user.password = _hashed(row["password"])
    user.save(update_fields=["password"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@cache
def _hashed(password: str) -> str:
    """Hashing takes its time by design, and all the samples have one password."""
    return make_password(password)


def _load_story(folder: Path, people: dict[str, User]) -> str:
    front = _read(folder / "story.toml")
    newest = timezone.now() - timedelta(days=front["latest_chapter_days_ago"])
    author = people[front["author"]]
    story = create_story(by=author, **{name: front[name] for name in FRONT_MATTER if name in front})
    if "request" in front:
        _invite(author, story, None, front["request"])
    files = sorted(folder.glob("[0-9]*.md"))
    chapters = []
    for position, file in enumerate(files, start=1):
        at = newest - BETWEEN_CHAPTERS * (len(files) - position)
        chapters.append(_load_chapter(file, story, author, at))
    load_threads(folder / "threads.toml", chapters, people)
    return story.title


def _load_chapter(file: Path, story: Story, author: User, at: datetime) -> Chapter:
    _, matter, body = file.read_text("utf-8").split("+++\n", 2)
    front = tomllib.loads(matter)
    text = ChapterText(
        title=front["title"],
        summary=front.get("summary", ""),
        note_before=html_from_markdown(front.get("note_before", "")),
        note_after=html_from_markdown(front.get("note_after", "")),
        html=html_from_markdown(body),
    )
    chapter = create_chapter(by=author, story=story, text=text)
    if front.get("published", True):
        chapter = publish_chapter(by=author, chapter=chapter, at=at)
    if "request" in front:
        _invite(author, story, chapter, front["request"])
    return chapter


def _invite(author: User, story: Story, chapter: Chapter | None, asked: dict[str, Any]) -> None:
    set_request(by=author, story=story, chapter=chapter, invitation=Invitation(**asked))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
