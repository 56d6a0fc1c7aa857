from argparse import ArgumentParser
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from kit.folding import fold
from kit.json_lines import json_line
from prose.reading_files import ImportedStory, Unreadable, read_story
from stories.importing import import_story

MAX_TITLE = 255


class Command(BaseCommand):
    help = "Makes a story of a .txt or .md file: drafts, unless --publish is given."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--author", help="the log-in name of whose story it is")
        parser.add_argument("--title", help="in place of the title that the file gives")
        parser.add_argument("--publish", action="store_true", help="publish every chapter at once")
        parser.add_argument(
            "--dry-run", action="store_true", help="write nothing, print the story as JSON"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        story = _read(options["file"], options["title"])
        if options["dry_run"]:
            self.stdout.write(json_line(asdict(story)))
            return
        made = import_story(by=_author(options["author"]), story=story, publish=options["publish"])
        self.stdout.write(
            f"{made.title}: {len(story.chapters)} chapters, {made.get_absolute_url()}"
        )


def _read(path: Path, title: str | None) -> ImportedStory:
    try:
        story = read_story(path.name, path.read_bytes())
    except OSError as error:
        raise CommandError(f"“{path}” cannot be read: {error.strerror}.") from error
    except Unreadable as problem:
        raise CommandError(str(problem.reason)) from problem
    if title is None:
        return story
    if not title.strip() or len(title) > MAX_TITLE:
        raise CommandError(f"A title has between 1 and {MAX_TITLE} characters.")
    return replace(story, title=title.strip())


def _author(name: str | None) -> User:
    if not name:
        raise CommandError("Whose story is it? Give the author's log-in name with --author.")
    found = User.objects.filter(username_key=User.key_of(name)).first()
    if found is None or fold(found.username) != fold(name):
        raise CommandError(f"There is nobody called “{name}” here.")
    return found
