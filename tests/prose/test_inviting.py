"""What author's notes invite: measured on notes written to tune the rules, and on others."""

import json
from collections import Counter
from pathlib import Path

import pytest

from prose.inviting import KINDS, invited_kinds

NOTES = Path(__file__).parent / "notes"


class Score:
    """Hits, false invitations and misses by kind."""

    def __init__(self, table):
        self.right, self.wrong, self.missed = Counter(), Counter(), Counter()
        for line in (NOTES / table).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found, meant = set(invited_kinds(row["note"], row["lang"]).kinds), set(row["invites"])
            self.right.update(found & meant)
            self.wrong.update(found - meant)
            self.missed.update(meant - found)

    def precision(self, *kinds):
        return self._share(self.wrong, kinds or KINDS)

    def recall(self, *kinds):
        return self._share(self.missed, kinds or KINDS)

    def _share(self, failed, kinds):
        right = sum(self.right[kind] for kind in kinds)
        return right / max(1, right + sum(failed[kind] for kind in kinds))

    def __str__(self):
        lines = [
            f"  {kind:<9} precision {self.precision(kind):6.1%}  recall {self.recall(kind):6.1%}"
            f"  ({self.right[kind]} right, {self.wrong[kind]} wrong, {self.missed[kind]} missed)"
            for kind in KINDS
        ]
        total = f"  {'all':<9} precision {self.precision():6.1%}  recall {self.recall():6.1%}"
        return "\n".join([*lines, total])


@pytest.mark.parametrize(
    ("table", "precision", "recall"),
    [
        ("tuning.jsonl", 0.99, 0.90),
        ("development_a.jsonl", 0.98, 0.98),
        ("development_b.jsonl", 0.98, 0.96),
        # By another hand, and unread by who writes rules: 0.99 and 0.90 are wanted. These floors
        # hold today and only rise; see docs/decisions/0004-phrases-propose-authors-decide.md.
        ("held_out.jsonl", 0.98, 0.70),
    ],
)
def test_notes_invite_what_their_authors_meant(table, precision, recall, record_property):
    score = Score(table)
    record_property("figures", f"{table}\n{score}")
    assert score.precision() >= precision
    assert score.recall() >= recall


def test_tables_hold_enough_notes():
    for table in ("tuning.jsonl", "held_out.jsonl"):
        assert len((NOTES / table).read_text(encoding="utf-8").splitlines()) >= 60


def test_kinds_come_in_their_order_and_once():
    note = "Comments welcome! Concrit welcome! Typos? Tell me. Questions? Ask! Concrit, please."
    assert invited_kinds(note).kinds == KINDS


def test_evidence_is_the_words_of_the_note():
    note = "Hi! 💕 *Concrit* is always welcome. If you find any typos, tell me."
    for found in invited_kinds(note).evidence:
        assert note[found.start : found.end] == found.text
    texts = {found.kind: found.text for found in invited_kinds(note).evidence}
    assert texts["critique"].startswith("Concrit")
    assert "typos" in texts["error"]


@pytest.mark.parametrize(
    ("note", "tone"),
    [
        ("Concrit welcome, but be gentle, it is my first fic.", "gentle"),
        ("Please tell me what does not work. Be brutal.", "brutal"),
        ("Concrit welcome.", ""),
    ],
)
def test_tone_is_told_and_changes_nothing(note, tone):
    invitation = invited_kinds(note)
    assert invitation.tone == tone
    assert invitation.kinds == ("critique",)


def test_refusal_wins_over_a_request_of_the_same_kind():
    assert invited_kinds("Concrit is great! But no concrit on this one, please.").kinds == ()


def test_refusal_of_one_thing_leaves_the_rest():
    assert invited_kinds("No concrit on the romance. Concrit is welcome.").kinds == ("critique",)


def test_unknown_language_tries_them_all():
    assert invited_kinds("Se aceptan críticas constructivas.", "").kinds == ("critique",)
    assert invited_kinds("Se aceptan críticas constructivas.", "xx").kinds == ("critique",)


def test_english_is_tried_in_every_language():
    assert invited_kinds("Concrit welcome!", "de").kinds == ("critique",)


def test_region_of_a_language_is_no_matter():
    assert invited_kinds("Aceito críticas construtivas.", "pt-BR").kinds == ("critique",)


@pytest.mark.parametrize("note", ["", " ", "\n\n", "???", "“”", "💕💕💕", "a" * 5_000])
def test_notes_without_words_invite_nothing(note):
    assert invited_kinds(note).kinds == ()
