"""Catalogs as text, byte for byte as GNU gettext's ``msgcat`` writes them.

Lines are broken where UAX #14 allows it and hold at most 79 columns; wide characters take two columns, combining ones
none. A file that another tool saved through gettext differs from ours only in what was edited.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from unicodedata import category, east_asian_width

import polib

from ..errors import MissingExtraError

WIDTH = 79
"""Columns of a line with everything on it."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n"}
_ESCAPES |= {"\v": "\\v", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile(r'[\\"\a-\r]')
_PART = re.compile(r"(?:[^\n]*\n|[^\n]+)")
# what UAX #14 treats alike is one letter or digit, so that many words have one shape; escape sequences stay
_RUN = re.compile(r"\\.|[A-Za-zÀ-ÖØ-öø-ÿ#&*<=>@^_`~]+|[0-9]+|.", re.DOTALL)
# letters of one column, and those of them that are written as they are
_PLAIN = re.compile(r"[ !#-[\]-~\u00a1-\u00ac\u00ae-\u024f]*\Z")
_NARROW = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f]*\Z")
# between a letter and a word of letters a line may end at the space, and not within the word
_PLAIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9,.;:)\]}] (?=\{?[A-Za-zÀ-ÖØ-öø-ÿ0-9_]+\}?[,.]*(?: |\Z))")
_LATER_FLAGS = {"range": 1, "no-wrap": 2, "wrap": 2}


def catalog_text(header: polib.POEntry, entries: Iterable[polib.POEntry], epilogue: str = "") -> str:
    """Return a catalog as text: the header, the entries, those in use first, and the comments after the last.

    Raises MissingExtraError where uniseg is needed and not installed.
    """
    entries = list(entries)
    ordered = [header, *(entry for entry in entries if not entry.obsolete), *(e for e in entries if e.obsolete)]
    parts = [entry_text(entry) for entry in ordered]
    if epilogue:
        parts.append(_comment("#", epilogue))
    return "\n".join(parts)


def entry_text(entry: polib.POEntry) -> str:
    """Return an entry as text.

    >>> print(entry_text(polib.POEntry(msgctxt="needle.term", msgid="needle", msgstr="nål")), end="")
    msgctxt "needle.term"
    msgid "needle"
    msgstr "nål"
    """
    wrapped = "no-wrap" not in entry.flags
    before, now = ("#~| ", "#~ ") if entry.obsolete else ("#| ", "")
    text = _comment("#", entry.tcomment) if entry.tcomment else ""
    if not entry.obsolete:
        text += _comment("#.", entry.comment) + _references(tuple(entry.occurrences))
    text += _flags(tuple(entry.flags))
    for prefix, keyword, said in (
        (before, "msgctxt", entry.previous_msgctxt),
        (before, "msgid", entry.previous_msgid),
        (before, "msgid_plural", entry.previous_msgid_plural),
        (now, "msgctxt", entry.msgctxt),
        (now, "msgid", entry.msgid),
        (now, "msgid_plural", entry.msgid_plural or None),
        *((now, f"msgstr[{number}]", form) for number, form in sorted(entry.msgstr_plural.items())),
        (now, "msgstr", None if entry.msgstr_plural else entry.msgstr),
    ):
        if said is not None:
            text += _field(prefix, keyword, said, wrapped)
    return text


def _comment(mark: str, text: str) -> str:
    return "".join([f"{mark} {line}\n" if line else f"{mark}\n" for line in text.split("\n")]) if text else ""


@cache
def _flags(flags: tuple[str, ...]) -> str:
    """Return the line of flags: fuzzy, formats, ranges, and how to wrap."""
    if not flags:
        return ""
    places = {flag: -1 if flag == "fuzzy" else _LATER_FLAGS.get(flag.partition(":")[0], 0) for flag in flags}
    return f"#, {', '.join(sorted(places, key=places.__getitem__))}\n"


@lru_cache(4096)
def _references(occurrences: Iterable[tuple[str, str]]) -> str:
    """Return the lines of references, as many on a line as fit; a path with spaces is put between isolates."""
    lines = []
    line = "#:"
    for path, number in occurrences:
        reference = (f"\u2068{path}\u2069" if " " in path else path) + (f":{number}" if number else "")
        if line != "#:" and len(line) + 1 + len(reference) >= WIDTH + 1:
            lines.append(line)
            line = "#:"
        line += f" {reference}"
    return "".join(f"{line}\n" for line in [*lines, line] if line != "#:")


def _field(prefix: str, keyword: str, text: str, wrapped: bool) -> str:
    """Return a keyword and its text: on one line if both fit or nothing can be broken, else on lines of its own."""
    if len(prefix) + len(keyword) + len(text) + 3 <= WIDTH and _PLAIN.match(text):
        return f'{prefix}{keyword} "{text}"\n'
    return _long_field(prefix, keyword, text, wrapped)


@lru_cache(32768)  # the catalogs of all languages have the same English texts
def _long_field(prefix: str, keyword: str, text: str, wrapped: bool) -> str:
    parts = [escaped(part) for part in _PART.findall(text)]
    start = f"{prefix}{keyword} "
    if len(parts) <= 1:
        part = parts[0] if parts else ""
        lines = _broken(part, WIDTH - 2 - len(start)) if wrapped else [part]
        if len(lines) == 1:
            return f'{start}"{part}"\n'
    lines = [line for part in parts for line in (_broken(part, WIDTH - 2 - len(prefix)) if wrapped else [part])]
    return f'{start}""\n' + "".join(f'{prefix}"{line}"\n' for line in lines)


def escaped(text: str) -> str:
    """Return a text as it is written between quotation marks.

    >>> print(escaped('a "b"'))
    a \\"b\\"
    """
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)


def _broken(text: str, room: int) -> list[str]:
    """Return a text as lines that have ``room`` columns, as far as it can be broken."""
    ends = range(1, len(text) + 1) if _NARROW.match(text) else [*accumulate(map(_columns, text))]
    lines: list[str] = []
    start = done = 0
    while (limit := bisect_right(ends, done + room)) < len(text):
        place = _last_place(text, start, limit) or _first_place(text, limit)
        if place is None:
            break
        lines.append(text[start:place])
        start, done = place, ends[place - 1]
    return [*lines, text[start:]]


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(map(_columns, text))


@lru_cache(4096)
def _columns(letter: str) -> int:
    if category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if east_asian_width(letter) in ("W", "F") else 1


def _last_place(text: str, start: int, limit: int) -> int | None:
    """Return the last place after ``start`` and up to ``limit`` at which a line may end."""
    plain = text.rfind(" ", start, limit)
    if plain > start and _PLAIN_WORD.match(text, plain - 1):
        return plain + 1
    while limit > start:
        begin, places = _word(text, limit)
        if earlier := [place for place in places if start < place <= limit]:
            return earlier[-1]
        limit = begin - 1
    return None


def _first_place(text: str, limit: int) -> int | None:
    """Return the first place after ``limit`` at which a line may end."""
    place = limit
    while 0 <= place < len(text):
        if later := [other for other in _word(text, place)[1] if other > limit]:
            return later[0]
        place = text.find(" ", place)
        while text[place : place + 1] == " ":
            place += 1
    return None


def _word(text: str, place: int) -> tuple[int, list[int]]:
    """Return where the word at a place begins, to which the spaces after it belong, and where a line may end in it or
    before it."""
    end = place
    while end and text[end] == " ":
        end -= 1
    begin = before = text.rfind(" ", 0, end) + 1
    while before and text[before - 1] == " ":
        before -= 1
    end = text.find(" ", end)
    first = max(before - 3, 0)  # UAX #14 looks no further across a space
    places = _places(text[first:begin], text[begin:end] if end >= 0 else text[begin:])
    return begin, [first + place for place in places]


@lru_cache(32768)
def _places(before: str, word: str) -> list[int]:
    """Return the places at which a line may end in a word, or before it, after the end of another."""
    runs = _RUN.findall(before + word)
    shapes = [_alike(run) for run in runs]
    starts, shape_starts = ([*accumulate(map(len, parts), initial=0)] for parts in (runs, shapes))
    start_at = dict(zip(shape_starts, starts, strict=True))
    places = (start_at[place] for place in _opportunities("".join(shapes)))
    return [place for place in places if place >= len(before)]


def _alike(run: str) -> str:
    """Return what a run of letters or digits is to UAX #14."""
    if run[0] in "0123456789":
        return "0"
    return run if run[0] == "\\" or not _RUN.fullmatch(f"a{run}") else "a"


@lru_cache(8192)
def _opportunities(text: str) -> list[int]:
    """Return the places within a text at which UAX #14 lets a line end; none within an escape sequence."""
    try:
        from uniseg.linebreak import line_break_breakables
    except ImportError:
        raise MissingExtraError(
            "breaking the lines of catalogs needs uniseg: pip install 'imsterms[catalogs]'"
        ) from None
    inside = {match.start() + 1 for match in re.finditer(r"\\.", text)}
    newline = len(text) - 2 if text.endswith("\\n") else -1
    places = (place for place, can_break in enumerate(line_break_breakables(text)) if can_break)
    return [place for place in places if place and place not in inside and place != newline]
