"""`manage.py import_story`: a file becomes a story, or nothing is written and it says why."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from stories.models import Chapter, FeedbackRequest, Revision, Story

NOVEL = """The Ferry at Low Water

Chapter 1: The Ford

A/N: Please tell me if you find any errors!

***

The ferry was *late*.

Chapter 2: The Far Bank

Nobody waited.
"""


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(NOVEL, encoding="utf-8")
    return path


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_story", *map(str, arguments), stdout=out)
    return out.getvalue()


def manage(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as an operator runs it, without a database."""
    return subprocess.run(
        [sys.executable, "manage.py", "import_story", *map(str, arguments)],
        cwd=settings.BASE_DIR,
        env={"DEBUG": "on", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_file_becomes_a_story_of_drafts(novel: Path, author: object) -> None:
    run(novel, "--author", "Marisol")
    story = Story.objects.get()
    assert story.title == "The Ferry at Low Water"
    assert story.published_at is None
    chapters = Chapter.objects.filter(story=story).in_order()
    assert [chapter.title for chapter in chapters] == [
        "Chapter 1: The Ford",
        "Chapter 2: The Far Bank",
    ]
    head = chapters[0].draft_revision
    assert head.html == '<p id="b1">The ferry was <em>late</em>.</p>'
    assert "any errors" in head.note_before
    assert head.reason == Revision.Reason.IMPORTED
    assert head.saved_by == author


def test_an_import_invites_nothing(novel: Path, author: object) -> None:
    run(novel, "--author", "marisol", "--publish")
    assert not FeedbackRequest.objects.exists()


def test_chapters_can_be_published_at_once_under_another_title(novel: Path, author: object) -> None:
    run(novel, "--author", "marisol", "--publish", "--title", "Low Water")
    story = Story.objects.get()
    assert (story.title, story.chapter_count) == ("Low Water", 2)


def test_a_dry_run_prints_the_story_and_needs_no_database(novel: Path) -> None:
    done = manage(novel, "--dry-run")
    assert (done.returncode, done.stderr) == (0, "")
    story = json.loads(done.stdout)
    assert story["title"] == "The Ferry at Low Water"
    first, second = story["chapters"]
    assert set(first) == {"title", "note_before", "note_after", "invites", "html", "text"}
    assert first["invites"] == ["error"]
    assert first["text"].strip() == "The ferry was late."
    assert second["invites"] == []


def test_a_dry_run_prints_letters_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "雪.md"
    path.write_text("# 雪\n\n汽車は遅れた。\n", encoding="utf-8")
    assert "汽車は遅れた。" in run(path, "--dry-run")


@pytest.mark.parametrize(
    ("name", "content"),
    [("story.txt", b"\x00\x01\x02"), ("story.txt", b""), ("story.pdf", b"%PDF-1.7")],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, author: object, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=name):
        run(path, "--author", "marisol")
    assert not Story.objects.exists()
    path.with_suffix(".txt").write_text("It rained.")
    run(path.with_suffix(".txt"), "--author", "marisol")
    assert Story.objects.exists()


def test_failure_is_on_stderr_with_status_1(tmp_path: Path) -> None:
    done = manage(tmp_path / "missing.txt", "--dry-run")
    assert (done.returncode, done.stdout) == (1, "")
    assert "missing.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("who", [[], ["--author", "nobody"]])
def test_without_a_known_author_nothing_is_written(
    novel: Path, author: object, who: list[str]
) -> None:
    with pytest.raises(CommandError):
        run(novel, *who)
    assert not Story.objects.exists()


def test_when_one_chapter_is_refused_nothing_is_written(tmp_path: Path, author: object) -> None:
    path = tmp_path / "long.txt"
    path.write_text(NOVEL + "\n\nChapter 3\n\n" + "word " * 120_000, encoding="utf-8")
    with pytest.raises(CommandError, match="too long"):
        run(path, "--author", "marisol")
    assert not Story.objects.exists()
