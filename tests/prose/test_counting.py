import pytest

from prose.counting import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Nobody counted the lamps.", 4),
        ("Don’t — well-known, 3.14, 1,000 …", 4),
        ("one\ntwo\u00a0three", 3),
        ("end.Begin", 2),
        ("雨が降った。", 5),
        ("我 love 你们", 4),
        ("היא אמרה", 2),
        ("e\u0301te\u0301", 1),
        ("비가 왔다", 2),
        ("***", 0),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count
