from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from prose.picturing import without_pictures
from prose.sanitizing import sanitize


def test_a_picture_keeps_its_words_and_is_not_asked_for() -> None:
    html = '<p id="b1">a<img alt="A lamp" src="https://a.example/i.png" width="3">b</p>'
    shown = without_pictures(html)
    assert shown == html.replace(" src=", " data-src=")


def test_what_only_looks_like_a_picture_stays() -> None:
    words = '&lt;img src="https://a.example/i.png"&gt;'
    html = sanitize(f"<p>{words}</p><p><img src=https://a.example/i alt='x src=\"y'></p>").html
    shown = without_pictures(html)
    assert f'<p id="b1">{words}</p>' in shown
    assert 'alt="x src=&quot;y" data-src="https://a.example/i"' in shown


@given(st.text(alphabet="<>img src=\"'&;/ahtps:.", max_size=60))
def test_nothing_but_the_address_changes(soup: str) -> None:
    html = sanitize(f"<img src='https://a.example/i' alt='{soup}'>{soup}").html
    shown = without_pictures(html)
    renamed = [
        [("data-src" if name == "src" else name, value) for name, value in picture]
        for picture in pictures_in(html)
    ]
    assert pictures_in(shown) == renamed
    assert Html.text_of(shown) == Html.text_of(html)


class Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[list[tuple[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.pictures.append(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data

    @classmethod
    def text_of(cls, html: str) -> str:
        return cls.of(html).text

    @classmethod
    def of(cls, html: str) -> "Html":
        parser = cls()
        parser.feed(html)
        parser.close()
        return parser


def pictures_in(html: str) -> list[list[tuple[str, str | None]]]:
    return Html.of(html).pictures
