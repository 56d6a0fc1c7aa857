"""What holds the house together, checked: directions, sizes, and what a template may not do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from kit.slugs import RESERVED

ROOT = Path(settings.BASE_DIR)
# Each imports only those to its left.
PACKAGES = "kit prose accounts stories comments notifications exchange config".split()
LONGEST = 200  # lines

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if "email" not in path.parts]


def modules() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (ROOT / package).rglob("*.py")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported_by(path: Path) -> set[str]:
    """The first parts of the names that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_one_way(package: str) -> None:
    above = set(PACKAGES[PACKAGES.index(package) + 1 :])
    wrong = {
        name_of(path): sorted(imported_by(path) & above)
        for path in (ROOT / package).rglob("*.py")
        if imported_by(path) & above
    }
    assert wrong == {}


def test_chapter_text_is_handled_without_the_database() -> None:
    database = re.compile(r"^(?:from|import) django\.(?:db|contrib|apps)\b", re.M)
    modules = (ROOT / "prose").rglob("*.py")
    assert [name_of(path) for path in modules if database.search(path.read_text("utf-8"))] == []


def test_files_stay_small() -> None:
    code = [path for path in modules() if "migrations" not in path.parts]
    for suffix in ("css", "js"):
        code += [p for p in (ROOT / "static").rglob(f"*.{suffix}") if "vendor" not in p.parts]
    long = {
        name_of(path): lines
        for path in code + TEMPLATES
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize(
    "forbidden",
    [
        pytest.param(r"<script(?![^>]*\bsrc=)", id="inline script"),
        pytest.param(r"<style\b", id="inline style"),
        pytest.param(r"<[^>]*\sstyle\s*=", id="style attribute"),
        pytest.param(r"<[^>]*\son[a-z]+\s*=", id="event attribute"),
        pytest.param(r"javascript:", id="script address"),
    ],
)
def test_templates_hold_no_inline_script_or_style(forbidden: str) -> None:
    found = [name_of(path) for path in PAGES if re.search(forbidden, path.read_text("utf-8"), re.I)]
    assert found == []


def test_partials_name_their_inputs_in_their_first_line() -> None:
    partials = [path for path in TEMPLATES if path.name.startswith("_")]
    silent = [
        name_of(path)
        for path in partials
        if not re.match(r"\{# .+ #\}|\{% comment %\}.+\{% endcomment %\}", path.read_text("utf-8"))
    ]
    assert partials
    assert silent == []


def test_what_is_included_is_a_partial() -> None:
    include = re.compile(r'\{% include "([^"]+)"')
    wrong = {
        f"{name_of(path)}: {name}"
        for path in TEMPLATES
        for name in include.findall(path.read_text("utf-8"))
        if not Path(name).name.startswith("_")
    }
    assert wrong == set()


def test_our_own_words_in_addresses_are_no_slugs() -> None:
    """A story named "Edit" must not get the address of the page on which it is edited."""
    literal = re.compile(r"^stories/<int:\w+>(?:/chapters/<int:\w+>)?/([a-z]+)(?:/|$)")
    words = {found[1] for route in routes() if (found := literal.match(route))}
    assert {"edit", "chapters", "comments"} <= words <= RESERVED


def routes(patterns: list | None = None, before: str = "") -> Iterator[str]:
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield route
