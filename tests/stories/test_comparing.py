import pytest

from stories.comparing import Change, Piece, changes_between


def plain(change: Change) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[piece.act].format(piece.text) for piece in change.pieces)


def test_equal_texts_have_no_changes() -> None:
    assert changes_between("One.\nTwo.", "One.\nTwo.") == []


def test_changed_words_are_shown_in_their_paragraph() -> None:
    old = "One.\nShe counted the lamps, and there were eight.\nThree."
    new = "One.\nShe counted the lamps, and there were nine.\nThree."
    (change,) = changes_between(old, new)
    assert change.skipped == 1
    assert plain(change) == "She counted the lamps, and there were [-eight.-][+nine.+]"


def test_few_words_alike_by_chance_are_not_kept_apart() -> None:
    (change,) = changes_between("He ran and fell over it.", "Nobody waited and Odile left.")
    assert [piece.act for piece in change.pieces] == ["removed", "added"]


def test_added_and_removed_paragraphs_are_whole() -> None:
    assert [plain(each) for each in changes_between("A b c d.\nTwo.", "A b c d.")] == ["[-Two.-]"]
    assert [plain(each) for each in changes_between("A b c d.", "A b c d.\nTwo.")] == ["[+Two.+]"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "New text.\nAnd more."),
        ("The ferry was late,\nand so  was all.", "The boat was late,\nand so was it all."),
        ("word " * 4_000, "another " * 4_000),
        ("一二三\n四五", "一二四\n四五六"),
    ],
)
def test_pieces_add_up_to_both_texts(old: str, new: str) -> None:
    (change,) = changes_between(old, new)
    assert "".join(piece.text for piece in change.pieces if piece.act != "added") == old
    assert "".join(piece.text for piece in change.pieces if piece.act != "removed") == new
    assert Piece("same", "") not in change.pieces


def test_thousands_of_like_lines_are_no_matter() -> None:
    old = ["So they waited."] * 5_000
    new = [*old[:2_000], "So he went.", *old[2_000:]]
    (change,) = changes_between("\n".join(old), "\n".join(new))
    assert (change.skipped, plain(change)) == (2_000, "[+So he went.+]")
