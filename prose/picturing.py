"""Pictures of other hosts, which a page does not ask for."""

import re

_PICTURE = re.compile(r"<img [^>]*>")
_ATTRIBUTE = re.compile(r' ([a-z]+)(="[^"]*")')


def without_pictures(html: str) -> str:
    """Sanitized HTML whose pictures are not loaded but show the words that stand for them; the
    address is kept in `data-src`. Its text is the same. What is stored keeps its pictures.

    Only tags can match: the text and the attributes of canonical HTML hold no raw `<`, `>` or `"`.
    """
    if "<img " not in html:
        return html
    return _PICTURE.sub(lambda tag: _ATTRIBUTE.sub(_kept, tag[0]), html)


def _kept(attribute: re.Match[str]) -> str:
    name, value = attribute.groups()
    return f" {'data-src' if name == 'src' else name}{value}"
