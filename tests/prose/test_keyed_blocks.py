from prose.keyed_blocks import Block, blocks, prefix_keys
from prose.sanitizing import sanitize
from tests.prose.soup import HOSTILE

LIST = '<ol start="3"><li>one</li><li>two<p>three</p></li></ol>'


def blocks_of(html: str) -> list[Block]:
    return blocks(sanitize(html).html)


def test_blocks_have_their_places_in_the_text() -> None:
    first, line, last = blocks_of("<p>a &amp; <i>b</i></p><hr><blockquote>c<br>d</blockquote>")
    assert first == Block("b1", 0, 5, "a & b", '<p id="b1">a &amp; <i>b</i></p>')
    assert line == Block("b2", 6, 6, "", '<hr id="b2">')
    assert (last.key, last.start, last.end, last.text) == ("b3", 7, 10, "c\nd")


def test_blocks_join_into_the_text_line_by_line() -> None:
    for html in HOSTILE:
        prose = sanitize(html)
        own = blocks(prose.html)
        assert "\n".join(block.text for block in own) == prose.text
        assert all(prose.text[block.start : block.end] == block.text for block in own)
        assert [block.key for block in own] == [f"b{n}" for n in range(1, len(own) + 1)]


def test_a_block_alone_stands_in_its_ancestors() -> None:
    cell = blocks_of("<table title=t><tr><td>a<td lang=fr>b</table>")[1]
    assert cell.html == (
        '<table title="t"><tbody><tr><td id="b2" lang="fr">b</td></tr></tbody></table>'
    )


def test_an_item_alone_keeps_its_number() -> None:
    html = [block.html for block in blocks_of(LIST)]
    assert html[0].startswith('<ol start="3"><li id="b1">one')
    assert html[1].startswith('<ol start="4"><li><p id="b2">two')
    assert html[2].startswith('<ol start="4"><li><p id="b3">three')


def test_the_inside_of_closed_details_can_be_read_alone() -> None:
    inside = blocks_of("<details><summary>s</summary><p>secret</p></details>")[1]
    assert inside.html == '<details open=""><p id="b2">secret</p></details>'


def test_keys_are_prefixed_in_ids_and_links_and_nowhere_else() -> None:
    given = '<p>id="b1" <a href="#b2" title=\'<p id="b1">\'>to #b2</a></p><hr>'
    html = sanitize(given).html
    prefixed = prefix_keys(html, "c12-")
    assert prefixed == html.replace('<p id="b1">', '<p id="c12-b1">').replace(
        '<a href="#b2"', '<a href="#c12-b2"'
    ).replace('<hr id="b2">', '<hr id="c12-b2">')
    assert "&lt;p id=&quot;b1&quot;&gt;" in prefixed
