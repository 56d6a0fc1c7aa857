"""`manage.py sanitize`: what would be stored of HTML, for tests and for other programs."""

import json
import re
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from kit.json_lines import json_line
from prose.sanitizing import Refused, sanitize

_SURROGATES = re.compile("[\ud800-\udfff]")


class Command(BaseCommand):
    help = (
        'Reads lines of JSON, {"id": …, "html": "…"}, and writes for each, in order, '
        '{"id", "html", "text"} as it would be stored, or {"id", "refused": reason}.'
    )
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for line in sys.stdin.buffer:
            answer = json_line(_answer(line))
            self.stdout.write(_SURROGATES.sub("\ufffd", answer))
            self.stdout.flush()


def _answer(line: bytes) -> dict[str, Any]:
    try:
        request = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return {"id": None, "refused": _("The line is not valid JSON.")}
    if not isinstance(request, dict):
        return {"id": None, "refused": _("The line is not a JSON object.")}
    key = request.get("id")
    if not isinstance(request.get("html"), str):
        return {"id": key, "refused": _("The line has no text under “html”.")}
    try:
        prose = sanitize(request["html"])
    except Refused as refusal:
        return {"id": key, "refused": str(refusal.reason)}
    return {"id": key, "html": prose.html, "text": prose.text}


def _refuse_constant(name: str) -> None:
    """Python reads `NaN` and `Infinity`, which are not JSON."""
    raise ValueError(name)
