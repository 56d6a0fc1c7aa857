"""Pasted plain text becomes the paragraphs, scenes, verses and emphasis that its writer meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.lines import is_scene_break
from prose.pasting import html_from_plain
from prose.sanitizing import sanitize

LONG = (
    "The ferry was late again that evening, and the lamps along the quay had been lit for an hour"
    " before anybody thought to ask the widow where her son was."
)


def test_blank_lines_part_paragraphs():
    assert html_from_plain("One.\n\nTwo.") == "<p>One.</p>\n<p>Two.</p>"


def test_lines_are_paragraphs_where_there_are_no_blank_lines():
    html = html_from_plain(f'{LONG}\n"Where is he?" she said.\n{LONG}')
    assert html.count("<p>") == 3
    assert "<hr>" not in html
    assert "<br>" not in html


def test_blank_lines_part_scenes_where_lines_are_paragraphs():
    html = html_from_plain(f"{LONG}\n{LONG}\n\n{LONG}\n{LONG}")
    assert html.count("<p>") == 4
    assert html.count("<hr>") == 1


def test_larger_gap_is_a_scene_break():
    html = html_from_plain("One.\n\nTwo.\n\nThree.\n\n\n\nFour.\n\nFive.")
    assert html == "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n<hr>\n<p>Four.</p>\n<p>Five.</p>"


def test_gaps_of_any_size_mean_nothing_when_they_are_mixed():
    assert "<hr>" not in html_from_plain("One.\n\nTwo.\n\n\nThree.\n\nFour.\n\n\nFive.")


@pytest.mark.parametrize(
    "line",
    ["***", "* * *", "---", "- - -", "~~~", "~*~", "#", "# # #", "oOo", "-x-", "◇", "xXx", "oOoOo",
     "=====", "_______", "• • •", "⁂", "-oOo-", "--- x ---", "o0o0o0o", "~~Line Break~~",
     "[scene break]", "<><><>", "—", "+++"],
)  # fmt: skip
def test_ornament_is_a_scene_break(line):
    assert html_from_plain(f"One.\n\n{line}\n\nTwo.") == "<p>One.</p>\n<hr>\n<p>Two.</p>"
    assert html_from_plain(f"One.\n{line}\nTwo.").count("<hr>") == 1


@pytest.mark.parametrize(
    "line",
    ["...", "…", "?!", "xoxo", "xx", "O", "I", "x", "— Hola.", "-- What?", "***Note", "f***", "1.",
     '"..."', "# of lamps: nine"],
)  # fmt: skip
def test_what_only_looks_like_an_ornament_is_none(line):
    assert not is_scene_break(line)


def test_no_scene_break_at_either_end_nor_two_together():
    assert html_from_plain("***\n\nOne.\n\n***\n\n---\n\nTwo.\n\n***") == (
        "<p>One.</p>\n<hr>\n<p>Two.</p>"
    )


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("*so*", "<em>so</em>"),
        ("_so it is_", "<em>so it is</em>"),
        ("**so**", "<strong>so</strong>"),
        ("***so***", "<strong><em>so</em></strong>"),
        ("“*No*,” he said", "“<em>No</em>,” he said"),
        ("the *Argo*'s sails", "the <em>Argo</em>'s sails"),
        ("well—*no*—yes", "well—<em>no</em>—yes"),
        ("**very *very* big**", "<strong>very <em>very</em> big</strong>"),
        ("_snake_case stays_", "<em>snake_case stays</em>"),
    ],
)
def test_typed_emphasis_is_meant(typed, html):
    assert html_from_plain(typed) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "typed",
    [
        "a_name_with_lines and __init__",
        "a footnote* and another**",
        "what the f*** is this, you b*tch",
        "f*** this and f*** that",
        "5 * 3 * 2",
        "* * of no importance",
        "*sigh",
        "— Hola, dijo. —Adiós —dijo ella.",
        "-- What? --",
        "1. Not a list",
        "- nor this",
        "> nor a quotation",
        "# nor a heading",
        "wait—no—yes",
    ],
)
def test_what_is_no_emphasis_stays_as_typed(typed):
    assert (
        html_from_plain(f"{typed} end.").removeprefix("<p>").startswith(typed.replace(">", "&gt;"))
    )


def test_html_is_text_here():
    assert html_from_plain("<b>x</b> & y") == "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\n"])
def test_every_line_end_counts(end):
    assert html_from_plain(f"\ufeffOne.{end}{end}Two.{end}") == "<p>One.</p>\n<p>Two.</p>"


def test_form_feed_is_a_line_end_and_nothing_more():
    assert html_from_plain("One.\n\n\fTwo.\n\nThree.") == "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>"


WRAPPED = """It is a truth that the ferrymen of Harrow never speak of the weir after
dark, and that those who ask them about it are answered with a question
about the weather, or the price of eels, or the health of a relative who
has been dead for years.

Maud, who had asked all of them, and had been told about a great many
eels, was not discouraged by this in the least.
"""


def test_hard_wrapped_lines_are_joined():
    html = html_from_plain(WRAPPED)
    assert html.count("<p>") == 2
    assert "speak of the weir after dark, and" in html


def test_wrapped_paragraphs_without_blank_lines_end_at_short_lines():
    html = html_from_plain(WRAPPED.replace("\n\n", "\n"))
    assert html.count("<p>") == 2


def test_verses_in_wrapped_text_keep_their_lines():
    html = html_from_plain(f"{WRAPPED}\n  The eel is long\n  The night is wet\n  I have no song\n")
    assert "<p>The eel is long<br>\nThe night is wet<br>\nI have no song</p>" in html


def test_verses_among_long_paragraphs_keep_their_lines():
    poem = "The wind went out\nand the door went in\nand nobody came"
    html = html_from_plain(f"{LONG}\n\n{poem}\n\n{LONG}")
    assert "<p>The wind went out<br>\nand the door went in<br>\nand nobody came</p>" in html


def test_poem_alone_keeps_its_stanzas():
    html = html_from_plain("O weir of mine,\nO lamp of tin\n\nthe eel is thine\nand so is gin")
    assert html.count("<p>") == 2
    assert html.count("<br>") == 2


def test_talk_in_short_lines_is_no_poem():
    html = html_from_plain(f'{LONG}\n\n{LONG}\n\n"Well?"\n"No."\n"Why not?"\n\n{LONG}')
    assert "<br>" not in html
    assert html.count("<p>") == 6


def test_chinese_paragraphs_stay_apart():
    html = html_from_plain("　　雪下了一夜，河上没有人。\n　　她数了数灯，一共九盏。")
    assert html.count("<p>") == 2


@given(st.text(alphabet=st.sampled_from("ab *_#~-\n.\"—'x<&"), max_size=200))
def test_no_letter_is_lost(text):
    kept = sanitize(html_from_plain(text)).text
    assert kept.count("a") == text.count("a")
    assert kept.count("b") == text.count("b")


@given(st.text(max_size=120))
def test_any_text_makes_html_that_can_be_sanitized(text):
    sanitize(html_from_plain(text))
