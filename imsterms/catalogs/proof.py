"""The conservation law: a new version of a catalog says all that translators wrote in the old one.

Nothing here is shared with the reader and the writer of catalogs, whose work it watches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRING = re.compile(rb'(#~ ?)?[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?[ \t]*"(.*)"[ \t]*\Z')
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|x[0-9A-Fa-f]+|.)")
_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"v": b"\v", b"f": b"\f", b"b": b"\b", b"a": b"\a"}
_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)', re.MULTILINE | re.IGNORECASE)
_REFERENCE = re.compile(r"\{\w+\}")
_OURS = re.compile(r"fuzzy|(?!no-).*-format")
_DIGEST = re.compile(r"[0-9a-f]{8}")
"""What ends the line of a review, and is written anew."""
_FILE = re.compile(rb"# File: .*, line: -?\d+\Z")
_DASHES = ("'-", "–", "—", "−", "none")
"""What is written as a hyphen."""
_ENCODING = ("Content-Type:", "Content-Transfer-Encoding:", "POT-Creation-Date:")
# what the first edition had as messages of their own
_MOVED = re.compile(rb'^(?:#~ )?msgctxt "\w+\.(?:abbreviation|plain|admitted|variants|deprecated|term\.more)"', re.M)


def lost(old: bytes, new: bytes) -> list[str]:
    """Return what was written in a catalog and is missing in a new version of it: texts, comments, flags and header.

    A text may come back with the names of its references changed, and those of the first edition's lists in other
    messages; then each of their words must be there.

    >>> lost(b'msgid "a"\\nmsgstr "b"\\n', b'# note\\nmsgid "a"\\nmsgstr "c"\\n')
    ['b']
    """
    before, after = dict(_said(old)), dict(_said(new))
    missing = [text for text in before if after.keys().isdisjoint((text, text.removeprefix("'")))]
    missing = [text for text in missing if text.strip() not in _DASHES]
    if missing:
        words = {word for text in after for word in _words(text)}
        moved = bool(_MOVED.search(old))
        missing = [text for text in missing if not ((moved or "{" in text) and words.issuperset(_words(text)))]
    return missing


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s|;,#]+", _REFERENCE.sub("{}", text))


def _said(content: bytes) -> Iterator[tuple[str, None]]:
    """Yield every text, comment line, flag and line of the header that a translator or their tool wrote."""
    content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    charset = _CHARSET.search(content)
    encoding = charset[1].decode() if charset and charset[1] != b"CHARSET" else "utf-8"
    keyword, parts = b"", list[bytes]()
    is_header = False
    for line in [*content.split(b"\n"), b'msgid ""']:
        if line[:1] == b"#" and line[1:2] != b"~":
            if line[1:2] == b",":
                flags = (flag.strip() for flag in line[2:].decode(encoding).split(","))
                yield from ((flag, None) for flag in flags if flag and not _OURS.fullmatch(flag))
            elif line[1:2] not in (b".", b":", b"|", b"=") and not _FILE.match(line):
                yield from ((word, None) for word in line[1:].decode(encoding).split() if not _DIGEST.fullmatch(word))
            continue
        string = _STRING.match(line)
        if string is None:
            continue
        if string[2]:
            text = b"".join(parts).decode(encoding)
            if keyword.startswith(b"msgstr") and text.strip():
                lines = text.splitlines() if is_header else [text]
                for one in lines:
                    if not is_header:
                        yield one, None
                    elif not one.startswith(_ENCODING):  # Babel writes two spaces after the colon
                        yield " ".join(one.split()), None
            if string[2] == b"msgid":
                is_header = keyword != b"msgctxt"
            keyword, parts = string[2], []
        parts.append(_ESCAPE.sub(_unescaped, string[3]))
        if keyword == b"msgid" and parts[-1]:
            is_header = False


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if code[:1] == b"x" and len(code) > 1:
        return bytes([int(code[1:], 16) & 255])
    return bytes([int(code, 8) & 255]) if code.isdigit() else _LETTERS.get(code, code)
