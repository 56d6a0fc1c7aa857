from django.test import Client

from accounts.models import User
from accounts.preferences import COOKIE, ReadingPreferences


def test_what_is_written_is_read_again() -> None:
    chosen = ReadingPreferences(theme="dark", size="5")
    assert str(chosen) == "theme=dark&size=5"
    assert ReadingPreferences.parse(str(chosen)) == chosen


def test_nonsense_becomes_the_defaults() -> None:
    for kept in ("", "theme=neon", "theme=dark;drop", "%%%", "size=900&font=", "a" * 5000):
        assert ReadingPreferences.parse(kept) == ReadingPreferences()


def test_a_strangers_choice_stays_on_the_device(db: None) -> None:
    client = Client()
    answer = client.post("/preferences", {"theme": "sepia", "next": "/preferences"})
    assert answer.status_code == 302
    assert client.cookies[COOKIE].value == "theme=sepia"
    assert 'data-theme="sepia"' in client.get("/preferences").text


def test_a_members_choice_stays_with_the_account(reader: User, client_of: object) -> None:
    client_of(reader).post("/preferences", {"theme": "dark", "shortcuts": "off"})
    assert 'data-theme="dark"' in client_of(reader).get("/preferences").text
    reader.refresh_from_db()
    assert reader.reading == "theme=dark&shortcuts=off"


def test_one_choice_leaves_the_others_as_they_were(reader: User, client_of: object) -> None:
    client_of(reader).post("/preferences", {"theme": "dark"})
    client_of(reader).post("/preferences", {"font": "sans"})
    reader.refresh_from_db()
    assert reader.reading == "theme=dark&font=sans"


def test_saving_never_leads_off_the_site(db: None) -> None:
    answer = Client().post("/preferences", {"theme": "dark", "next": "https://evil.example/"})
    assert answer.headers["Location"] == "/preferences"


def test_an_unknown_choice_is_refused_and_nothing_is_kept(reader: User, client_of: object) -> None:
    answer = client_of(reader).post("/preferences", {"theme": "neon"})
    assert answer.status_code == 200
    reader.refresh_from_db()
    assert reader.reading == ""
