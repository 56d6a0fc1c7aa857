import pytest

from kit.folding import fold, mixes_scripts, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wren", "WREN"),
        ("wren", "ｗｒｅｎ"),
        ("paypal", "раураl"),  # Cyrillic letters but for the last
        ("bill", "bi11"),
        ("modern", "modem"),
        ("straße", "STRASSE"),
        ("marisol", "marisoI"),
        ("marisol", "MARISOL"),
        ("admin", "Adm1n"),
        ("bob", "b0b"),
        ("wren", "vvren"),
        ("wren", "wʀen"),  # a small capital
        ("wren", "ᴡʀᴇɴ"),
        ("iris", "İrıs"),  # Turkish, with a dot and without
        ("BEH", "ВЕН"),  # Cyrillic, alike as capitals alone
    ],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("wren", "wrenn"), ("анна", "нина"), ("вова", "мама"), ("يسرى", "بشرى")]
)
def test_names_that_differ_have_skeletons_that_differ(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_folding_keeps_the_script() -> None:
    assert fold("Анна") == "анна"
    assert fold("ＷREN") == "wren"


def test_a_name_of_two_alphabets_that_look_alike_is_told() -> None:
    assert mixes_scripts("pаypal")  # the second letter is Cyrillic
    assert not mixes_scripts("paypal")
    assert not mixes_scripts("анна")
    assert mixes_scripts("Ada Оkonkwo")  # the О is Cyrillic


@pytest.mark.parametrize("name", ["山田タロウ", "ロック李", "Анна Smith", "Zoë Ñandú"])
def test_a_name_that_mixes_alphabets_by_custom_is_none_of_those(name: str) -> None:
    assert not mixes_scripts(name)
