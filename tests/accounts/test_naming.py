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


@pytest.mark.parametrize(
    "name", ["wren", "WREN", "ｗｒｅｎ", "wrеn", "vvren", "wʀen", "Admin", "Adm1n", "m0derator"]
)
def test_a_name_like_a_taken_or_reserved_one_is_refused(reader: User, name: str) -> None:
    with pytest.raises(ValidationError):
        clean_username(name)


@pytest.mark.parametrize("name", ["Marisol\u202e Vane", "Wren\x00", "a\u2066b"])
def test_display_names_cannot_reorder_the_page(reader: User, name: str) -> None:
    with pytest.raises(ValidationError):
        clean_display_name(name, of=reader)


def test_display_names_keep_joiners_and_lose_extra_blanks(reader: User) -> None:
    assert clean_display_name("  نیم‌فاصله   Vane ", of=reader) == "نیم‌فاصله Vane"


LIKE_MARISOL = ["Marisol Vane", "marisol  VANE", "Mаrisol Vаne", "MarisoI Vane", "Marisol.Vane"]


@pytest.mark.parametrize("name", [*LIKE_MARISOL, "Marisol", "Мarіsol"])
def test_a_display_name_like_anothers_is_refused(author: User, reader: User, name: str) -> None:
    with pytest.raises(ValidationError):
        clean_display_name(name, of=reader)
    assert clean_display_name("Marisol Vane", of=author) == "Marisol Vane"


@pytest.mark.parametrize("name", ["Moderator", "Concrit", "Adm1n"])
def test_a_name_of_the_site_is_for_those_who_speak_for_it(
    reader: User, moderator: User, name: str
) -> None:
    with pytest.raises(ValidationError):
        clean_display_name(name, of=reader)
    assert clean_display_name(name, of=moderator) == name


def test_a_username_like_a_display_name_is_refused(author: User) -> None:
    for name in ("MarisolVane", "marisol-vane", "Marisol_Vane"):
        with pytest.raises(ValidationError):
            clean_username(name)


def test_a_long_name_that_unfolds_has_a_key_that_fits(db: None) -> None:
    assert User.objects.create_user("ﷺ" * 40, "long@concrit.example").pk
