"""Places in the text: the browser's ranges, the server's code points, and what lies between."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from prose.spans import is_valid_span
from tests.browser.hostile_text import SNIPPETS, chapter

pytestmark = pytest.mark.django_db(transaction=True)

SET_UP = """async () => {
  const { TextMap } = await import("/static/js/text/offsets.js");
  const { tidy } = await import("/static/js/text/graphemes.js");
  const [before, after] = ["<p id='before'>Before.</p>", "<p id='after'>After.</p>"];
  document.body.innerHTML = `${before}<div id='text'></div>${after}`;
  const root = document.getElementById("text");
  globalThis.show = (html) => {
    root.innerHTML = html;
    globalThis.map = new TextMap(root);
    return root.textContent;
  };
  globalThis.tidied = (span) => {
    const found = tidy(map.text, map.fromPoints(span));
    return found && map.toPoints(found);
  };
  globalThis.selected = () => {
    const selection = getSelection();
    const span = selection.rangeCount ? map.spanOf(selection.getRangeAt(0)) : null;
    const whole = span && tidy(map.text, span);
    return whole && map.toPoints(whole);
  };
}"""
ROUND_TRIP = """(spans) => spans.map(([start, end]) => {
  const range = map.rangeOf(map.fromPoints({ start, end }));
  return { text: range.toString(), back: map.toPoints(map.spanOf(range)) };
})"""
# Every boundary between two nodes and every one inside a text, told by how much text is before it.
BOUNDARIES = """() => {
  const before = (node, offset) => {
    const range = document.createRange();
    range.setStart(map.root, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  };
  const wrong = [];
  const walker = document.createTreeWalker(map.root);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    const last = node.nodeType === 3 ? node.data.length : node.childNodes.length;
    for (let offset = 0; offset <= last; offset++) {
      const [wanted, got] = [before(node, offset), map.placeOf(node, offset)];
      if (wanted !== got) wrong.push(`${node.nodeName} ${offset}: ${got}, not ${wanted}`);
    }
  }
  return wrong;
}"""


@pytest.fixture
def text(page: Page) -> Callable[[str], str]:
    """Shows HTML as the chapter's text, and gives it as the browser reads it."""
    page.goto("/accounts/login/")
    page.evaluate(SET_UP)
    return lambda html: page.evaluate("(html) => show(html)", html)


def test_spans_go_to_ranges_and_back_as_the_server_slices(page, text):
    chance = random.Random(20261)
    for _ in range(120):
        html = chapter(chance)
        shown = text(html)
        if not shown:
            continue
        spans = [sorted(chance.sample(range(len(shown) + 1), 2)) for _ in range(25)]
        for (start, end), got in zip(spans, page.evaluate(ROUND_TRIP, spans), strict=True):
            assert got["text"] == shown[start:end], html
            assert got["back"] == {"start": start, "end": end}, html


def test_every_boundary_in_any_node_has_its_place(page, text):
    chance = random.Random(20262)
    for _ in range(80):
        html = chapter(chance)
        text(html)
        assert page.evaluate(BOUNDARIES) == [], html


def test_a_tidied_span_is_one_that_the_server_takes(page, text):
    chance = random.Random(20263)
    for _ in range(60):
        words = "".join(chance.choices(SNIPPETS, k=8))
        shown = text(f"<p>{words}</p>\n<p>{words}</p>")
        start, end = sorted(chance.sample(range(len(shown) + 1), 2))
        span = page.evaluate("(span) => tidied(span)", {"start": start, "end": end})
        if span is None:
            assert shown[start:end].strip() == ""
            continue
        passage = shown[span["start"] : span["end"]]
        assert is_valid_span(shown, span["start"], span["end"]), (words, start, end, span)
        assert passage == passage.strip()
        assert passage.startswith(shown[start:end].strip()[:1]) or span["start"] < start


def test_a_triple_click_takes_its_paragraph_alone(page, text):
    shown = text("<p>One. 🚢</p>\n<p>Two <em>leans</em>.</p>\n<hr>\n<p>Three.</p>")
    page.get_by_text("Two").click(click_count=3)
    span = page.evaluate("selected()")
    assert shown[span["start"] : span["end"]] == "Two leans."


def test_a_triple_click_on_the_last_paragraph_stays_in_the_text(page, text):
    shown = text("<p>One.</p>\n<p>Last, and <em>least</em></p>")
    page.get_by_text("Last, and").click(click_count=3)
    span = page.evaluate("selected()")
    assert shown[span["start"] : span["end"]] == "Last, and least"


SELECT = """([from, to]) => {
  const [a, b] = [from, to].map((id) => document.getElementById(id));
  getSelection().setBaseAndExtent(a.firstChild, 2, b.firstChild, 3);
  return selected();
}"""


def test_a_selection_that_leaves_the_text_is_cut_at_its_edge(page, text):
    text("<p id='b1'>One.</p>\n<p id='b2'>Two.</p>")
    assert page.evaluate(SELECT, ["b2", "after"]) == {"start": 7, "end": 9}
    assert page.evaluate(SELECT, ["before", "b1"]) == {"start": 0, "end": 3}
    assert page.evaluate(SELECT, ["before", "after"]) == {"start": 0, "end": 9}


def test_a_selection_drawn_backwards_is_the_same(page, text):
    text("<p id='b1'>One.</p>\n<p id='b2'>Two.</p>")
    assert page.evaluate(SELECT, ["b2", "b1"]) == {"start": 3, "end": 7}


def test_a_selection_outside_the_text_is_none(page, text):
    text("<p>One.</p>")
    assert page.evaluate(SELECT, ["after", "after"]) is None
    assert page.evaluate(SELECT, ["before", "before"]) is None


def test_white_space_alone_is_no_passage(page, text):
    text("<p id='b1'>One</p>\n<p>Two</p>")
    assert page.evaluate("tidied({ start: 3, end: 4 })") is None
