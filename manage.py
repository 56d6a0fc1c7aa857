#!/usr/bin/env python
"""Django's command line. Without a SECRET_KEY this is a developer's checkout: DEBUG is on."""

import os
import sys


def main() -> None:
    from django.core.exceptions import ImproperlyConfigured

    try:
        _run()
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))


def _run() -> None:
    from config.environment import READ
    from config.misspelling import refuse_misspelt

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    refuse_misspelt(READ)  # before DEBUG is given a value here
    if "SECRET_KEY" not in os.environ:
        os.environ.setdefault("DEBUG", "on")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
