import io
import json
from typing import Any

import pytest
from django.core.management import call_command


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the command writes for the given lines, read again."""

    def ask(*lines: str | bytes) -> list[dict[str, Any]]:
        raw = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        written = io.StringIO()
        call_command("sanitize", stdout=written)
        written.getvalue().encode()
        return [json.loads(line) for line in written.getvalue().splitlines() if line]

    return ask


def test_each_line_is_answered_in_order(answers: Any) -> None:
    first, second = answers('{"id": 1, "html": "<p>a é"}', '{"id": "x", "html": ""}')
    assert first == {"id": 1, "html": '<p id="b1">a é</p>', "text": "a é"}
    assert second == {"id": "x", "html": "", "text": ""}


def test_letters_are_written_as_they_are(answers: Any, capsys: pytest.CaptureFixture) -> None:
    assert answers('{"id": 1, "html": "\\u00e9\\u2028"}')[0]["text"] == "é\u2028"


def test_refused_text_has_a_reason(answers: Any) -> None:
    deep = json.dumps({"id": 1, "html": "<ul><li>" * 10_000})
    refused, taken = answers(deep, '{"id": 2, "html": "a"}')
    assert set(refused) == {"id", "refused"}
    assert "deep" in refused["refused"]
    assert taken["text"] == "a"


@pytest.mark.parametrize(
    "line", ["", "x", "[1", b"\xff", "[" * 100_000, '{"id": NaN, "html": ""}', "[1]", "null"]
)
def test_what_is_no_request_is_refused_and_the_next_line_read(
    answers: Any, line: str | bytes
) -> None:
    wrong, right = answers(line, '{"id": 2, "html": "a"}')
    assert wrong["id"] is None
    assert wrong["refused"]
    assert right["text"] == "a"


@pytest.mark.parametrize("line", ['{"id": 7}', '{"id": 7, "html": 3}', '{"id": 7, "html": null}'])
def test_a_request_without_text_is_refused_by_its_id(answers: Any, line: str) -> None:
    (answer,) = answers(line)
    assert answer["id"] == 7
    assert answer["refused"]


def test_lone_surrogates_are_replaced(answers: Any) -> None:
    (answer,) = answers('{"id": "\\ud800", "html": "a\\udfffb\\ud83d\\ude00"}')
    assert answer == {"id": "\ufffd", "html": '<p id="b1">a\ufffdb😀</p>', "text": "a\ufffdb😀"}
