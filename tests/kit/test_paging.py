import pytest
from django.test import RequestFactory

from kit.paging import LARGEST, number_in, pair_in, place_in


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("007", 7), (12, 12), ("9" * 18, 10**18 - 1)]
)
def test_numbers_are_read(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize("text", [None, "", "-1", "1.0", "²", "٣", " 1", "9" * 19, "9" * 5000])
def test_what_is_no_number_is_none(text):
    assert number_in(text) is None
    request = RequestFactory().get("/", {"after": text or ""})
    assert place_in(request, "after") == 0
    assert pair_in(request, "after") is None


def test_places_are_no_larger_than_the_database_holds():
    request = RequestFactory().get("/", {"after": "9" * 18, "pair": "9" * 18 + "_5"})
    assert place_in(request, "after") == LARGEST
    assert pair_in(request, "pair") == (LARGEST, 5)
