"""Which elements and attributes readers' and authors' HTML may hold."""

from dataclasses import dataclass


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


LISTS = frozenset({"ul", "ol"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Blocks that hold inline content only.
TEXT_BLOCKS = HEADINGS | {"p", "pre"}
#: Blocks that hold inline content or other blocks.
FLOW_BLOCKS = _names(
    "blockquote center address div figure figcaption details summary li dt dd td th caption"
)
TABLE_PARTS = _names("caption colgroup col thead tbody tfoot tr td th")
BLOCKS = TEXT_BLOCKS | FLOW_BLOCKS | LISTS | TABLE_PARTS | {"dl", "hr", "table"}

INLINE = _names(
    "a abbr acronym b big br cite code del dfn em i img ins kbd q rp rt ruby s samp small span"
    " strike strong sub sup tt u var"
)
VOID = frozenset({"br", "col", "hr", "img"})

#: Not allowed, but they end a line where they stand: unwrapping leaves a break on both sides.
UNWRAPPED_BLOCKS = _names(
    "article aside body dialog dir fieldset footer form frameset header hgroup html legend"
    " listing main marquee menu nav search section"
)

#: Removed together with what they hold: none of it is text that a reader would have seen, or
#: its parsing depends on where it stands.
REMOVED = _names(
    "applet audio canvas datalist embed frame iframe math noembed noframes noscript object"
    " optgroup option plaintext script select style svg template textarea title video xmp"
)

ATTRIBUTES_OF_ALL = frozenset({"align", "dir", "lang", "title"})
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "blockquote": frozenset({"cite"}),
    "del": frozenset({"cite"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ins": frozenset({"cite"}),
    "li": frozenset({"type"}),
    "ol": frozenset({"start", "type"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "rowspan", "scope"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "ul": frozenset({"type"}),
}


@dataclass(frozen=True)
class Allowlist:
    """The elements of one kind of text; `keyed` gives its blocks keys to link to."""

    elements: frozenset[str]
    keyed: bool


CHAPTER = Allowlist(BLOCKS | INLINE, keyed=True)
NOTE = Allowlist((BLOCKS | INLINE) - HEADINGS - TABLE_PARTS - {"table", "img"}, keyed=False)
COMMENT = Allowlist(
    (INLINE - {"img"}) | LISTS | {"p", "blockquote", "li", "pre", "hr"}, keyed=False
)
