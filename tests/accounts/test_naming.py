import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.naming import clean_display_name, clean_username


@pytest.mark.parametrize(
    "name", ["wren2", "Ada.Okonkwo", "marja-liisa", "يسرى", "анна", "李雷", "j_h"]
)
def test_names_in_any_alphabet_are_taken(db: None, name: str) -> None:
    assert clean_username(f" {name} ") == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "two words",
        "a@b.example",
        ".dot",
        "dot.",
        "tab\tbed",
        "a\u202eb",
        "a\u200bb",
        "../x",
        "<b>",
    ],
)
def test_names_that_would_break_an_address_or_a_page_are_refused(db: None, name: str) -> None:
    with pytest.raises(ValidationError):
        clean_username(name)


@pytest.mark.parametrize("name", ["wren", "WREN", "ｗｒｅｎ", "wrеn", "Admin", "m0derator"])
def test_a_name_like_a_taken_or_reserved_one_is_refused(reader: User, name: str) -> None:
    with pytest.raises(ValidationError):
        clean_username(name)


@pytest.mark.parametrize("name", ["Marisol\u202e Vane", "Wren\x00", "a\u2066b"])
def test_display_names_cannot_reorder_the_page(name: str) -> None:
    with pytest.raises(ValidationError):
        clean_display_name(name)


def test_display_names_keep_joiners_and_lose_extra_blanks() -> None:
    assert clean_display_name("  نیم‌فاصله   Vane ") == "نیم‌فاصله Vane"
