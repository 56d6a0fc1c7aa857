"""Links within a chapter lead to blocks that exist, or nowhere."""

import re

from prose.sanitizing import sanitize


def links(html: str) -> list[str]:
    return re.findall(r'href="(#[^"]*)"', sanitize(html).html)


def test_link_to_an_existing_block_survives() -> None:
    assert links('<p>a <a href="#b2">see</a></p><p>b</p>') == ["#b2"]


def test_link_to_no_block_is_taken_away() -> None:
    assert links('<p>a <a href="#b3">see</a><a href="#top">x</a></p><p>b</p>') == []


def test_links_follow_blocks_that_move() -> None:
    given = '<p>new</p><p id="b1">a <a href="#b2">see</a></p><p id="b2">b</p>'
    assert links(given) == ["#b3"]


def test_link_to_a_removed_block_does_not_lead_to_its_successor() -> None:
    assert links('<p id="b1">a <a href="#b2">see</a></p><p id="b3">c</p>') == []


def test_footnotes_of_other_programs_lead_to_their_blocks() -> None:
    given = (
        '<p>Salt<a href="#fn1"><sup id="ref1">1</sup></a></p>'
        '<ol><li id="fn1"><p>Of the sea. <a href="#ref1">back</a></p></li></ol>'
    )
    assert links(given) == ["#b2", "#b1"]


def test_anchors_by_name_lead_to_their_blocks() -> None:
    assert links('<h2><a name="top"></a>Title</h2><p><a href="#top">up</a></p>') == []
    assert links('<h2><a name="top">Title</a></h2><p><a href="#top">up</a></p>') == ["#b1"]


def test_the_first_of_two_places_of_one_name_is_meant() -> None:
    assert links('<p id="x">a</p><p id="x">b <a href="#x">x</a></p>') == ["#b1"]
