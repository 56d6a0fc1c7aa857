"""The sample library's comments and feedback, with the times at which they were written."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from accounts.models import User
from comments.deciding import decline, resolve
from comments.models import Thread
from comments.opening import open_comment, open_feedback
from comments.replying import reply
from stories.models import Chapter


def load_threads(file: Path, chapters: list[Chapter], people: dict[str, User]) -> None:
    """Write the threads of one story; `chapters` are in order, as the file counts them."""
    for row in tomllib.loads(file.read_text("utf-8")).get("thread", []):
        chapter = chapters[row["chapter"] - 1]
        thread = _open(row, chapter, people[row["by"]])
        for answer in row.get("reply", []):
            reply(by=people[answer["by"]], thread=thread, body=answer["body"], at=_time(answer))
        _decide(row, thread, people)


def _open(row: dict[str, Any], chapter: Chapter, by: User) -> Thread:
    if not row["kind"]:
        return open_comment(by=by, chapter=chapter, body=row["body"], at=_time(row))
    start, end = _find(row["quote"], chapter)
    return open_feedback(
        by=by,
        chapter=chapter,
        revision_id=chapter.published_revision_id if row["quote"] else None,
        start=start,
        end=end,
        kind=row["kind"],
        visibility=row.get("visibility", "public"),
        body=row["body"],
        replacement=row.get("replacement", ""),
        at=_time(row),
    )


def _find(quote: str, chapter: Chapter) -> tuple[int | None, int | None]:
    """Where the quote stands; it is written to occur once."""
    if not quote:
        return None, None
    if chapter.published_revision is None:
        raise ValueError(f"{chapter}: a draft has no readers yet")
    text = chapter.published_revision.text
    if text.count(quote) != 1:
        raise ValueError(f"{chapter}: {text.count(quote)} times in the text: {quote!r}")
    start = text.index(quote)
    return start, start + len(quote)


def _decide(row: dict[str, Any], thread: Thread, people: dict[str, User]) -> None:
    author = thread.story.contributor_set.get().user
    at = _time(row) + timedelta(hours=20)
    if row.get("status") == "resolved":
        resolve(by=author, thread=thread, at=at)
    elif row.get("status") == "declined":
        decline(by=author, thread=thread, reason=row["reason"], at=at)


def _time(row: dict[str, Any]) -> Any:
    return timezone.now() - timedelta(days=row["days_ago"])
