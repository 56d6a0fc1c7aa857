"""The stored text is, to the code point, what a browser reads in the stored HTML."""

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from prose.allowlist import REMOVED
from prose.keyed_blocks import blocks
from prose.sanitizing import Prose, sanitize, sanitize_comment, sanitize_note
from tests.prose.soup import HOSTILE, random_soup

SEEDS = range(4)
SOUPS_PER_SEED = 200

READ = """
(items) => {
  const escaped = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const isVoid = (name) => ["br", "col", "hr", "img"].includes(name);
  const canonical = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
    const name = node.localName;
    const attributes = [...node.attributes]
      .map(({name, value}) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)
      .join("");
    const inner = [...node.childNodes].map(canonical).join("");
    return `<${name}${attributes}>` + (isVoid(name) ? "" : `${inner}</${name}>`);
  };
  const inDiv = (html) => {
    const div = document.createElement("div");
    div.innerHTML = html;
    return div;
  };
  return items.map(({html, keys}) => {
    const div = inDiv(html);
    const page = new DOMParser().parseFromString(
      `<!doctype html><main><div id="root">${html}</div><p>after</p></main>`, "text/html");
    return {
      text: div.textContent,
      codePoints: [...div.textContent].length,
      html: [...div.childNodes].map(canonical).join(""),
      isStable: inDiv(div.innerHTML).isEqualNode(div),
      inPage: [...page.getElementById("root").childNodes].map(canonical).join(""),
      blocks: keys.map((key) => div.querySelector(`#${key}`).textContent),
    };
  });
}
"""

TEXT_OF_EACH = """
(sources) => sources.map((source) => {
  const div = document.createElement("div");
  div.innerHTML = source;
  return div.textContent;
})
"""


@pytest.fixture(scope="module")
def blank_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content("<!doctype html><title>Text contract</title>")
    yield page
    page.close()


def soups(seed: int) -> list[str]:
    random = Random(seed)
    return [random_soup(random, 40) for _ in range(SOUPS_PER_SEED)]


def assert_read_alike(page: Page, proses: list[Prose]) -> None:
    found = [blocks(prose.html) for prose in proses]
    items = [
        {"html": prose.html, "keys": [block.key for block in own]}
        for prose, own in zip(proses, found, strict=True)
    ]
    for prose, own, read in zip(proses, found, page.evaluate(READ, items), strict=True):
        assert read["text"] == prose.text
        assert read["codePoints"] == len(prose.text)
        assert read["html"] == prose.html
        assert read["inPage"] == prose.html
        assert read["isStable"], prose.html
        assert read["blocks"] == [prose.text[block.start : block.end] for block in own]


def test_browser_reads_hostile_text_as_stored(blank_page: Page) -> None:
    assert_read_alike(blank_page, [sanitize(html) for html in HOSTILE])


@pytest.mark.parametrize("seed", SEEDS)
def test_browser_reads_random_text_as_stored(blank_page: Page, seed: int) -> None:
    assert_read_alike(blank_page, [sanitize(html) for html in soups(seed)])


@pytest.mark.parametrize("clean", [sanitize_note, sanitize_comment])
def test_browser_reads_notes_and_comments_as_stored(
    blank_page: Page, clean: Callable[[str], Prose]
) -> None:
    assert_read_alike(blank_page, [clean(html) for html in [*HOSTILE, *soups(99)]])


def test_blocks_printed_alone_keep_their_text(blank_page: Page) -> None:
    alone = [
        Prose(block.html, block.text)
        for html in [*HOSTILE, *soups(7)]
        for block in blocks(sanitize(html).html)
    ]
    items = [{"html": prose.html, "keys": []} for prose in alone]
    for prose, read in zip(alone, blank_page.evaluate(READ, items), strict=True):
        assert (read["html"], read["text"]) == (prose.html, prose.text)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_that_a_browser_shows_is_lost(blank_page: Page, seed: int) -> None:
    random = Random(seed)
    sources = [_numbered(random_soup(random, 40, without=REMOVED)) for _ in range(SOUPS_PER_SEED)]
    texts = blank_page.evaluate(TEXT_OF_EACH, sources)
    for source, text in zip(sources, texts, strict=True):
        assert sorted(_words(sanitize(source).text)) == sorted(_words(text)), source


def _numbered(soup: str) -> str:
    pieces = re.split("(?=<)", soup)
    return "".join(f"{piece} w{number} " for number, piece in enumerate(pieces))


def _words(text: str) -> list[str]:
    return re.findall("w[0-9]+", text)
