"""Requests that are refused, taken back or meant for another story invite nothing."""

import pytest

from prose.inviting import invited_kinds


@pytest.mark.parametrize(
    "note",
    [
        "Concrit? No thanks.",
        "Criticism? I'd rather you didn't.",
        "Constructive criticism? Please don't.",
        "Is concrit welcome? Absolutely not.",
        "Anything but concrit is welcome.",
        "Everything except concrit is welcome!",
        "On my other story concrit is welcome; on this one, please just enjoy.",
        "In the story, Kara says concrit is always welcome, which is a running joke.",
        "concrit welcome!! (jk)",
        "I'd love some concrit. Actually, scratch that.",
        "I'd rather have cookies than criticism.",
        "I'm not ready to hear what you don't like.",
        "I'd say concrit is welcome but I'd be lying.",
    ],
)
def test_refusals_invite_no_critique(note):
    assert "critique" not in invited_kinds(note).kinds


@pytest.mark.parametrize(
    "note",
    [
        "If you spot a typo, you get a cookie! Just drop it in the comments.",
        "Spelling police, do your worst!",
    ],
)
def test_bounties_on_mistakes_invite_corrections_alone(note):
    assert invited_kinds(note).kinds == ("error",)


def test_jest_takes_back_only_the_sentence_before():
    assert invited_kinds("Typos? Tell me! Concrit welcome! Just kidding.").kinds == ("error",)
