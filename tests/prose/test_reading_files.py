"""Story files become chapters with their notes, or a sentence says why they cannot be read."""

import pytest

from prose.reading_files import Unreadable, read_story

CHAPTERS = """The Long Winter
by Odile Marsh

Chapter 1

A/N: Tell me if you find any typos!

***

It snowed.

Chapter Two: The Ford

It thawed.

***

A/N: Thanks for reading! Let me know what you think.
"""


def test_plain_text_is_divided_at_its_chapter_lines():
    story = read_story("winter.txt", CHAPTERS.encode())
    assert story.title == "The Long Winter"
    assert [chapter.title for chapter in story.chapters] == ["Chapter 1", "Chapter Two: The Ford"]
    first, second = story.chapters
    assert first.text.strip() == "It snowed."
    assert "Tell me if you find any typos!" in first.note_before
    assert first.invites == ("error",)
    assert second.text.strip() == "It thawed."
    assert "Thanks for reading!" in second.note_after
    assert second.invites == ("praise",)


def test_text_without_chapter_lines_is_one_chapter():
    story = read_story("the_ferry-man.txt", b"It rained on the river all night.\n\nIt stopped.")
    assert story.title == "The ferry man"
    assert [chapter.title for chapter in story.chapters] == [""]


def test_first_line_that_reads_as_a_title_is_the_title():
    story = read_story("x.txt", b"Nine Lamps\n\nIt rained on the river.")
    assert story.title == "Nine Lamps"
    assert story.chapters[0].text.strip() == "It rained on the river."


@pytest.mark.parametrize(
    "line",
    ["CHAPTER XII", "Prologue", "Epilogue: Home", "Kapitel 3", "Capítulo 4", "Chapitre premier",
     "~ Chapter Twenty-One ~", "3. Kapitel", "第三章 雪"],
)  # fmt: skip
def test_headings_in_several_forms_and_languages(line):
    text = f"{line}\n\nIt rained.\n\nChapter 99\n\nIt stopped."
    assert len(read_story("x.txt", text.encode()).chapters) == 2


def test_sentence_that_mentions_a_chapter_is_no_heading():
    text = "Chapter 12 was the hardest.\n\nPrologue to what, she asked.\n\nIt rained."
    assert len(read_story("x.txt", text.encode()).chapters) == 1


def test_line_below_a_bare_number_is_its_title():
    text = "Chapter 1\nThe Weir\n\nIt rained.\n\nChapter 2\nThe Mill\n\nIt stopped."
    story = read_story("x.txt", text.encode())
    assert [chapter.title for chapter in story.chapters] == [
        "Chapter 1: The Weir",
        "Chapter 2: The Mill",
    ]


def test_table_of_contents_makes_no_chapters():
    text = "Chapter 1\n\nChapter 2\n\nChapter 1\n\nIt rained.\n\nChapter 2\n\nIt stopped."
    assert len(read_story("x.txt", text.encode()).chapters) == 2


def test_words_above_the_first_chapter_are_kept():
    text = (
        "Winter\n\nFor my mother, who skates.\n\nChapter 1\n\nIt snowed.\n\nChapter 2\n\nIt thawed."
    )
    story = read_story("x.txt", text.encode())
    assert "For my mother" in story.chapters[0].text


def test_markdown_is_divided_at_its_headings():
    text = "# Winter\n\n## Snow\n\nIt *snowed*.\n\n## Thaw\n\nIt thawed."
    story = read_story("w.md", text.encode())
    assert story.title == "Winter"
    assert [chapter.title for chapter in story.chapters] == ["Snow", "Thaw"]
    assert "<em>snowed</em>" in story.chapters[0].html


def test_markdown_with_chapters_of_the_first_rank():
    text = "# Snow\n\nIt snowed.\n\n# Thaw\n\nIt thawed."
    story = read_story("long-winter.md", text.encode())
    assert story.title == "Long winter"
    assert [chapter.title for chapter in story.chapters] == ["Snow", "Thaw"]


def test_markdown_front_matter_gives_the_title():
    text = '---\ntitle: "Winter"\nauthor: Odile\n---\n\nIt snowed.'
    story = read_story("x.md", text.encode())
    assert story.title == "Winter"
    assert story.chapters[0].text.strip() == "It snowed."


def test_markdown_note_is_lifted():
    text = "**A/N:** concrit welcome!\n\n---\n\nIt snowed."
    chapter = read_story("x.md", text.encode()).chapters[0]
    assert chapter.invites == ("critique",)
    assert chapter.text.strip() == "It snowed."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_told_apart(encoding):
    data = "Zoë walked — slowly — to the café.".encode(encoding)
    assert "Zoë walked — slowly — to the café." in read_story("x.txt", data).chapters[0].text


def test_old_windows_text_is_read():
    data = "“Zoë” — she said…".encode("cp1252")
    assert "“Zoë” — she said…" in read_story("x.txt", data).chapters[0].text


def test_chinese_in_utf16_is_read():
    data = "雪下了一夜。".encode("utf-16")
    assert "雪下了一夜。" in read_story("x.txt", data).chapters[0].text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"\xef\xbb\xbf \n\n"),
        ("binary.txt", bytes(range(256)) * 4),
        ("letter.txt", b"PK\x03\x04rest"),
        ("scan.md", b"%PDF-1.7 rest"),
        ("old.txt", b"{\\rtf1 rest}"),
        ("story.docx", b"anything"),
        ("huge.txt", b"a" * 20_000_001),
        ("endless.txt", b"word " * 110_000),
        ("deep.md", b"> " * 400 + b"deep"),
        ("links.md", b"[a]: https://example.org"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name, data):
    with pytest.raises(Unreadable) as refusal:
        read_story(name, data)
    assert name in str(refusal.value.reason)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Лампа погасла. Она вышла из комнаты."),
        ("koi8-r", "Лампа погасла. Она вышла из комнаты."),
        ("cp1251", "Chapter 1. — Лампа погасла, и она вышла из комнаты."),
        ("shift-jis", "ランプが消えた。彼女は部屋を出た。"),
        ("gb18030", "雪下了一夜。她走出了房间。"),
        ("euc-jp", "ランプが消えた。彼女は部屋を出た。"),
        ("iso8859-7", "Η λάμπα έσβησε. Βγήκε από το δωμάτιο."),
        ("cp1256", "انطفأ المصباح وخرجت من الغرفة"),
    ],
)
def test_other_old_encodings_are_refused_and_not_garbled(encoding, text):
    with pytest.raises(Unreadable, match="not in UTF-8"):
        read_story("old.txt", text.encode(encoding))


@pytest.mark.parametrize("text", ["Où était-elle allée, hélas ? Là-bas.", "«¿Qué?»", "Ää, öö!"])
def test_accented_windows_text_is_read(text):
    assert text in read_story("old.txt", ("Il dit: " + text).encode("cp1252")).chapters[0].text


@pytest.mark.parametrize(
    "line",
    ["الفصل الأول", "الفصل ١: الليل", "الباب الثاني عشر", "Глава 1", "ГЛАВА ПЕРВАЯ", "Глава I. Лес",
     "Пролог", "Первая глава", "第一章", "第十二话 雪", "제1장", "פרק א", "Κεφάλαιο 3", "序章"],
)  # fmt: skip
@pytest.mark.parametrize(("name", "mark"), [("x.txt", ""), ("x.md", "# ")])
def test_heading_in_another_script_is_a_chapter_and_not_the_story(line, name, mark):
    story = read_story(name, f"{mark}{line}\n\nIt rained.\n\nIt stopped.".encode())
    assert story.title == "X"
    assert [chapter.title for chapter in story.chapters] == [line]


@pytest.mark.parametrize(
    "line", ["Глава города вышла", "Пролог к чему", "باب البيت", "الفصل كان طويلا", "第一次见面"]
)
def test_words_that_begin_like_a_heading_are_none(line):
    text = f"It rained here.\n\n{line}\n\nIt stopped."
    assert [chapter.title for chapter in read_story("x.txt", text.encode()).chapters] == [""]
