"""Author's notes are lifted out of pasted texts, whole, and nothing of the story with them."""

import json
from pathlib import Path

import pytest

from prose.notes import lift_notes, lift_notes_from_plain
from prose.outer_blocks import blocks_in

TABLE = Path(__file__).parent / "notes" / "placement.jsonl"
PLACEMENTS = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def text(html):
    blocks = blocks_in(html)
    return "\n\n".join("***" if block.name == "hr" else block.text.strip() for block in blocks)


@pytest.mark.parametrize("row", PLACEMENTS, ids=lambda row: f"{row['id']}: {row['why']}")
def test_notes_are_told_from_the_story(row):
    lifted = lift_notes_from_plain(row["text"])
    assert text(lifted.note_before) == row["note_before"]
    assert text(lifted.note_after) == row["note_after"]
    assert text(lifted.body) == row["body"]


def test_table_is_large():
    assert len(PLACEMENTS) >= 40


def test_label_goes_and_the_rest_of_its_formatting_stays():
    html = "<p><strong>A/N:</strong> for <em>Jo</em> &amp; co</p><hr><p>It rained.</p>"
    lifted = lift_notes(html)
    assert lifted.note_before == "<p>for <em>Jo</em> &amp; co</p>"
    assert lifted.body == "<p>It rained.</p>"


def test_note_in_an_html_heading_is_a_note():
    html = "<h3>Author's Notes</h3><p>Thanks.</p><hr><p>It rained.</p>"
    assert lift_notes(html).note_before == "<p>Thanks.</p>"


def test_line_breaks_within_a_note_stay():
    lifted = lift_notes("<p>A/N:<br>One.<br>Two.</p><hr><p>It rained.</p>")
    assert lifted.note_before == "<p>One.<br>Two.</p>"


def test_text_in_one_container_is_understood():
    html = "<div><p>A/N: hello</p><hr><p>It rained.</p></div>"
    assert lift_notes(html).body == "<p>It rained.</p>"


def test_a_bracket_that_never_closes_takes_one_paragraph_only():
    lifted = lift_notes("<p>(A/N: hello</p><p>It rained.</p><p>It stopped.</p>")
    assert lifted.note_before == "<p>hello</p>"
    assert text(lifted.body) == "It rained.\n\nIt stopped."
