"""Any program that splits lines reads one value from each."""

import json

from kit.json_lines import json_line


def test_a_value_is_one_line_with_its_letters_as_they_are() -> None:
    value = {"text": "é\n\x85\u2028\u2029\x0b\x0c\x1c"}
    line = json_line(value)
    assert line.splitlines() == [line]
    assert "é" in line
    assert json.loads(line) == value
