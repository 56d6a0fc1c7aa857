"""Pasted plain text to HTML: paragraphs, verses, scene breaks and typed emphasis.

The result is not yet safe to store: it goes through `prose.sanitizing`.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from prose.emphasis import html_from_emphasis
from prose.line_layout import Layout, layout_of
from prose.lines import clean_lines, is_scene_break
from prose.wrapping import paragraphs_from_wrapped


@dataclass
class Stanza:
    """Lines that stand together, and the number of blank lines before them."""

    gap: int
    lines: list[str] = field(default_factory=list)

    @property
    def is_break(self) -> bool:
        return len(self.lines) == 1 and is_scene_break(self.lines[0])


def html_from_plain(text: str) -> str:
    stanzas = stanzas_in(clean_lines(text))
    layout = layout_of([stanza.lines for stanza in stanzas if not stanza.is_break])
    breaking_gap = _gap_that_breaks_scenes(stanzas, layout)
    html: list[str] = []
    for stanza in stanzas:
        if stanza.is_break or stanza.gap >= breaking_gap:
            html.append("<hr>")
        if not stanza.is_break:
            html += _blocks_of(stanza.lines, layout)
    return "\n".join(_without_idle_breaks(html))


def stanzas_in(lines: list[str]) -> list[Stanza]:
    """Groups of lines between blank lines; an ornament is a group of its own."""
    stanzas: list[Stanza] = []
    gap, is_open = 0, False
    for line in lines:
        if not line.strip():
            gap, is_open = gap + 1, False
            continue
        alone = is_scene_break(line)
        if alone or not is_open:
            stanzas.append(Stanza(gap))
        stanzas[-1].lines.append(line)
        gap, is_open = 0, not alone
    return stanzas


def _gap_that_breaks_scenes(stanzas: list[Stanza], layout: Layout) -> int:
    """The number of blank lines from which a gap means a new scene.

    Where lines are paragraphs, any gap does. Otherwise a gap larger than the usual one, as long
    as such gaps are few: in a text spaced at random they mean nothing. Of two gaps one may be
    the larger if it is so by far.
    """
    if layout.lines_are_paragraphs:
        return 1
    gaps = [
        stanza.gap
        for before, stanza in pairwise(stanzas)
        if not before.is_break and not stanza.is_break and stanza.gap
    ]
    if len(gaps) < 2:
        return 4
    usual = max(set(gaps), key=lambda size: (gaps.count(size), -size))
    larger = sum(gap > usual for gap in gaps)
    is_rare = larger * 2 < len(gaps) or (larger == 1 and max(gaps) - usual > 1)
    return usual + 1 if is_rare else max(gaps) + 1


def _blocks_of(lines: list[str], layout: Layout) -> list[str]:
    if layout.is_verse(lines):
        return [_paragraph("<br>\n".join(html_from_emphasis(line.strip()) for line in lines))]
    if layout.width:
        lines = paragraphs_from_wrapped(lines, layout.width)
    return [_paragraph(html_from_emphasis(line.strip())) for line in lines]


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>"


def _without_idle_breaks(html: list[str]) -> list[str]:
    """No scene break at the start, at the end, or next to another."""
    kept: list[str] = []
    for block in html:
        if block != "<hr>" or (kept and kept[-1] != "<hr>"):
            kept.append(block)
    return kept[:-1] if kept and kept[-1] == "<hr>" else kept
