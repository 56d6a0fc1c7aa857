import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from prose.spans import Quote, is_valid_span, quote, snap

FAMILY = "👩‍👩‍👧"
TEXTS = st.text(
    alphabet=st.sampled_from("ab \n\u0301\u200d👩👧🇫🇷字กำ각\u1100\u1161\u11a8\u0600é\U0001f3fb"),
    max_size=40,
)


def boundaries(text: str) -> set[int]:
    return {0, *(match.end() for match in regex.finditer(r"\X", text))}


@pytest.mark.parametrize(
    ("text", "span", "snapped"),
    [
        ("abc", (1, 2), (1, 2)),
        ("ae\u0301b", (1, 2), (1, 3)),
        ("ae\u0301b", (2, 3), (1, 3)),
        ("ae\u0301b", (2, 2), (1, 3)),
        (f"a{FAMILY}b", (3, 4), (1, 6)),
        ("🇫🇷🇩🇪", (1, 3), (0, 4)),
        ("abc", (-5, 99), (0, 3)),
        ("abc", (2, 1), (2, 2)),
        ("", (0, 0), (0, 0)),
    ],
)
def test_snap_widens_to_whole_characters(
    text: str, span: tuple[int, int], snapped: tuple[int, int]
) -> None:
    assert snap(text, *span) == snapped


@given(text=TEXTS, data=st.data())
def test_snapped_span_is_the_smallest_whole_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = boundaries(text)
    whole = (max(e for e in edges if e <= start), min(e for e in edges if e >= end))
    assert snap(text, start, end) == whole
    assert is_valid_span(text, start, end) == ((start, end) == whole and start < end)


@pytest.mark.parametrize("span", [(-1, 1), (1, 1), (2, 1), (0, 4), (1, 2)])
def test_wrong_spans_are_found(span: tuple[int, int]) -> None:
    assert not is_valid_span("ae\u0301", *span)
    assert is_valid_span("ae\u0301", 1, 3)


def test_quote_has_its_surroundings() -> None:
    text = "Nobody counted the lamps that night."
    assert quote(text, 7, 14, context=7) == Quote("counted", "Nobody ", " the la")
    assert quote(text, 0, 6, context=4) == Quote("Nobody", "", " cou")
    assert quote(text, 30, 36) == Quote("night.", "Nobody counted the lamps that ", "")


@given(text=TEXTS, data=st.data())
def test_quote_splits_no_character(text: str, data: st.DataObject) -> None:
    edges = sorted(boundaries(text))
    start = data.draw(st.sampled_from(edges))
    end = data.draw(st.sampled_from([edge for edge in edges if edge >= start]))
    found = quote(text, start, end, context=3)
    assert found.exact == text[start:end]
    assert text[:start].endswith(found.prefix)
    assert text[end:].startswith(found.suffix)
    assert {start - len(found.prefix), end + len(found.suffix)} <= set(edges)
    assert max(len(found.prefix), len(found.suffix)) <= 3
