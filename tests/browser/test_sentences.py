"""The script on a chapter's page tells sentences apart as the server does."""

import pytest
from playwright.sync_api import Page

from prose.sentences import sentences
from tests.prose.sentence_examples import SPACED, UNSPACED

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCES = """async (texts) => {
  const { sentencesIn } = await import("/static/js/text/sentences.js");
  return texts.map((text) => sentencesIn(text).map(({ start, end }) => text.slice(start, end)));
}"""
LINES = ["Salt on the rail,\nsalt on\n\nthe tongue.", "  ", "One. Two.\n“Three,” Dr. Kerr said. "]


def test_sentences_are_the_same_with_a_script_and_without(page: Page) -> None:
    texts = [" ".join(parts) for parts in SPACED] + ["".join(parts) for parts in UNSPACED] + LINES
    page.goto("/")
    expected = [[text[start:end] for start, end in sentences(text, 0, len(text))] for text in texts]
    assert page.evaluate(SENTENCES, texts) == expected
