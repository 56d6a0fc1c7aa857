"""Plain text as lines: one kind of line end, and the lines that mean a scene break."""

import re

_LINE_ENDS = re.compile(r"\r\n|\r|\x85|\u2028|\u2029|\x0b")
_PAGE_ENDS = re.compile(r"\n?\f\n?")
_INVISIBLE = str.maketrans("", "", "\ufeff\x00")

_SIGNS = r"\s*~#=_\-–—−―•·●○◇◆♦❖❧☙✦✧✿❀❁☆★⁂※§+°^<>|/\\:«»♡♥❤∞⚜⚔☾☽▪■□▲△●\uFE0F"
_SIGNS_ALONE = re.compile(rf"[{_SIGNS}]+")
_LETTERED = re.compile(
    rf"[{_SIGNS}.]*(?:[xX](?:[{_SIGNS}.]*[xX]){{2,}}|[oO0](?:[{_SIGNS}.]*[oO0]){{2,}}"
    rf"|(?=.{{7}})[xXoO0](?:[{_SIGNS}.]*[xXoO0]){{3,}}|[{_SIGNS}.]+[xXoO0]{{1,2}}[{_SIGNS}.]+)"
    rf"[{_SIGNS}.]*"
)
_SPELLED = re.compile(
    rf"[{_SIGNS}.(\[]*(?:(?:line|page|scene|section)[ -]?break|scene[ -]?change)[{_SIGNS}.)\]]*",
    re.IGNORECASE,
)
_LONGEST_BREAK = 120


def clean_lines(text: str) -> list[str]:
    """The lines of `text` without trailing space, tabs as spaces."""
    return [line.rstrip() for line in lines_of(text.expandtabs(4))]


def lines_of(text: str) -> list[str]:
    """The lines of `text`; every known line end counts as one."""
    text = _LINE_ENDS.sub("\n", text.translate(_INVISIBLE))
    return _PAGE_ENDS.sub("\n", text).split("\n")


def is_scene_break(line: str) -> bool:
    """Is the whole line an ornament: `***`, `* * *`, `---`, `#`, `oOo`, `-x-`, `[line break]`?"""
    line = line.strip()
    if not line or len(line) > _LONGEST_BREAK:
        return False
    return any(form.fullmatch(line) for form in (_SIGNS_ALONE, _LETTERED, _SPELLED))
