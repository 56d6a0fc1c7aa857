"""JSON that stays on one line, whatever a program takes for the end of one."""

import json
from typing import Any

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def json_line(value: Any) -> str:
    """`value` as JSON with its letters as they are."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
