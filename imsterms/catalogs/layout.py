"""Catalogs as text, byte for byte as GNU gettext's ``msgcat`` writes them.

Lines are broken where UAX #14 allows it and hold at most 79 columns; wide characters take two columns, combining ones
none. A file that another tool saved through gettext differs from ours only in what was edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import category, east_asian_width

import polib

from ..errors import MissingExtraError

WIDTH = 79
"""Columns of a line with everything on it."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n"}
_ESCAPES |= {"\v": "\\v", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile(r'[\\"\a-\r]')
_PART = re.compile(r"(?:[^\n]*\n|[^\n]+)")
_WORD = re.compile(r"[^ ]+ *| +")
# words that cannot be broken, and can be parted at the spaces between them
_PLAIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ]+[.,:;!?]? *\Z")
_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
_LETTERS = re.compile(r"(?<!\\)[A-Za-zÀ-ÖØ-öø-ÿ]")
_DIGITS = re.compile(r"(?<!\\)[0-9]")
_RUN = re.compile(r"\\.|[A-Za-zÀ-ÖØ-öø-ÿ]+|[0-9]+|.", re.DOTALL)
_NARROW = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f]*\Z")
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
    fields: list[tuple[str, str, str | None]] = [
        (before, "msgctxt", entry.previous_msgctxt),
        (before, "msgid", entry.previous_msgid),
        (before, "msgid_plural", entry.previous_msgid_plural),
        (now, "msgctxt", entry.msgctxt),
        (now, "msgid", entry.msgid),
        (now, "msgid_plural", entry.msgid_plural or None),
    ]
    if entry.msgstr_plural:
        fields += [(now, f"msgstr[{number}]", text) for number, text in sorted(entry.msgstr_plural.items())]
    else:
        fields.append((now, "msgstr", entry.msgstr))
    lines = [_comment("#", entry.tcomment)]
    if not entry.obsolete:
        lines += [_comment("#.", entry.comment), _references(entry.occurrences)]
    lines.append(_flags(entry.flags))
    lines += [_field(prefix, keyword, text, wrapped) for prefix, keyword, text in fields if text is not None]
    return "".join(lines)


def _comment(mark: str, text: str) -> str:
    return "".join(f"{mark} {line}\n" if line else f"{mark}\n" for line in text.split("\n")) if text else ""


def _flags(flags: list[str]) -> str:
    """Return the line of flags: fuzzy, formats, ranges, and how to wrap."""
    if not flags:
        return ""
    places = {flag: -1 if flag == "fuzzy" else _LATER_FLAGS.get(flag.partition(":")[0], 0) for flag in flags}
    return f"#, {', '.join(sorted(places, key=places.__getitem__))}\n"


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


@lru_cache(32768)  # the catalogs of all languages have the same English texts
def _field(prefix: str, keyword: str, text: str, wrapped: bool) -> str:
    """Return a keyword and its text: on one line if both fit or nothing can be broken, else on lines of its own."""
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
    if len(text) <= room and (len(text) * 2 <= room or _width(text) <= room):
        return [text]
    lines: list[str] = []
    line, columns = "", 0
    for piece in _pieces(text):
        width = _width(piece)
        if line and columns + width > room:
            lines.append(line)
            line, columns = "", 0
        line += piece
        columns += width
    return [*lines, line]


def _width(text: str) -> int:
    """Return the columns that a text takes."""
    if _NARROW.match(text):
        return len(text)
    return sum(map(_columns, text))


@lru_cache(4096)
def _columns(letter: str) -> int:
    if category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if east_asian_width(letter) in ("W", "F") else 1


def _pieces(text: str) -> list[str]:
    """Return the pieces of a text between which a line may end."""
    pieces: list[str] = []
    before = ""
    for word in _WORD.findall(text):
        if _PLAIN.match(word):
            parts = [word]
            apart = not before or bool(_PLAIN.match(before)) or _apart(before, word)
        else:
            parts = _parts(word)
            apart = not before or _apart(before, word)
        if apart:
            pieces += parts
        else:
            pieces[-1] += parts[0]
            pieces += parts[1:]
        before = word
    return pieces


def _parts(word: str) -> list[str]:
    """Return a word with the spaces after it, taken apart where it can be broken."""
    # runs of Latin letters are all alike, and of digits: so many words have one shape
    runs = _RUN.findall(word)
    shape = ["a" if _LETTER.match(run) else "0" if _DIGITS.match(run) else run for run in runs]
    places = _opportunities("".join(shape))
    if not places:
        return [word]
    run_at = {start: number for number, start in enumerate(accumulate(map(len, shape), initial=0))}
    cuts = [0, *(run_at[place] for place in places), len(runs)]
    return ["".join(runs[start:end]) for start, end in pairwise(cuts)]


def _apart(before: str, word: str) -> bool:
    """Return whether a line may end between two words, the first with the spaces after it."""
    # UAX #14 looks no further across a space
    end = _alike(before[len(before.rstrip(" ")) - 3 :] if len(before) > 3 else before)
    return len(end) in _opportunities(end + _alike(word[:3]))


def _alike(text: str) -> str:
    return _DIGITS.sub("0", _LETTERS.sub("a", text))


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
