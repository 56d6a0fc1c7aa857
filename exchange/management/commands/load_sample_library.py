from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from exchange.sampling import load_library
from stories.models import Story


class Command(BaseCommand):
    help = "Loads the sample library: stories, readers, comments and feedback to try the site with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where there are stories or people"
        )

    def handle(self, *args: Any, if_empty: bool, **options: Any) -> None:
        if Story.objects.exists() or User.objects.exists():
            if if_empty:
                return
            raise CommandError(
                "There are stories or people already; the sample library is for empty sites."
            )
        with transaction.atomic():
            for title in load_library():
                self.stdout.write(f"  {title}")
