"""The conservation law: a new version of a catalog says all that translators wrote in the old one.

Nothing here is shared with the reader and the writer of catalogs, whose work it watches.
"""

import re
from collections.abc import Iterable, Iterator

_STRING = re.compile(rb'(#~ ?)?[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?[ \t]*"(.*)"[ \t]*\Z')
_ENGLISH = re.compile(
    rb"""
    ^(?:\#[.:|].*|\#,(?:[ ](?:fuzzy|(?!no-)[a-z-]+-format),?)+
    |(?:\#~[ ]?)?msgid(?:_plural)?[ ](?:".+"|""(?=\n(?:\#~[ ]?)?"))(?:\n(?:\#~[ ]?)?".*")*)\n
    """,
    re.MULTILINE | re.VERBOSE,
)
_BETWEEN = re.compile(rb'\n\n+(?=[^"\n])')
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|x[0-9A-Fa-f]+|.)")
_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"v": b"\v", b"f": b"\f", b"b": b"\b", b"a": b"\a"}
_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)', re.MULTILINE | re.IGNORECASE)
_REFERENCE = re.compile(r"\{\w+\}")
_OURS = re.compile(r"fuzzy|(?!no-).*-format")
_REVIEW = re.compile(r"(reviewed: .*? \d{4}-\d\d-\d\d) [0-9a-f]{8}\b")
"""A review. Its last word is written anew where its text only looks different."""
_FILE = re.compile(rb"# File: .*, line: -?\d+\Z")
_DASHES = ("-", "'-", "–", "—", "−", "none")
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
    # most messages are the same in both, but for their English
    encoding, blocks = _encoding(new), _blocks(new)
    same = set(blocks) if _encoding(old) == encoding else set[bytes]()
    before = dict.fromkeys(_said([block for block in _blocks(old) if block not in same], _encoding(old)))
    after = set(_said(blocks, encoding)) if before else set[str]()
    missing = [text for text in before if after.isdisjoint((text, text.removeprefix("'")))]
    missing = [text for text in missing if text == "-" or text.strip() not in _DASHES]
    if missing:
        words = {word for text in after for word in _words(text)}
        moved = bool(_MOVED.search(old))
        missing = [text for text in missing if not ((moved or "{" in text) and words.issuperset(_words(text)))]
    return missing


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s|;,#]+", _REFERENCE.sub("{}", text))


def _blocks(content: bytes) -> list[bytes]:
    """Return what is between empty lines of a catalog, without the English texts and what tools write."""
    content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")  # as before Mac OS X
    return _BETWEEN.split(_ENGLISH.sub(b"", content))


def _encoding(content: bytes) -> str:
    charset = _CHARSET.search(content)
    return charset[1].decode().lower() if charset and charset[1] != b"CHARSET" else "utf-8"


def _said(blocks: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Yield every text, word of a comment, flag and line of the header that a translator or their tool wrote."""
    keyword, parts, comment = b"", list[bytes](), list[bytes]()
    is_header = False
    for line in [line for block in blocks for line in (*block.split(b"\n"), b"")] + [b'msgid ""']:
        if line[:1] == b"#" and line[1:2] not in (b"~", b",", b".", b":", b"|", b"="):
            if not _FILE.match(line):
                comment.append(line[1:].strip())
            continue
        if comment:
            # a tool may have broken its lines
            yield from _REVIEW.sub(r"\1", b" ".join(comment).decode(encoding, "replace")).split()
            comment = []
        if line[:2] == b"#,":
            flags = (flag.strip() for flag in line[2:].decode(encoding, "replace").split(","))
            yield from (flag for flag in flags if flag and not _OURS.fullmatch(flag))
        string = _STRING.match(line)
        if string is None:
            continue
        if string[2]:
            if parts and keyword.startswith(b"msgstr"):
                text = b"".join(_ESCAPE.sub(_unescaped, part) for part in parts).decode(encoding, "replace")
                if is_header:
                    # Babel writes two spaces after the colon
                    yield from (" ".join(one.split()) for one in text.splitlines() if not one.startswith(_ENCODING))
                elif text.strip():
                    yield text
                is_header = False
            if string[2] == b"msgid":
                is_header = keyword != b"msgctxt"
            keyword, parts = string[2], []
        if string[3]:
            parts.append(string[3])
            is_header = is_header and keyword != b"msgid"


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if code[:1] == b"x" and len(code) > 1:
        return bytes([int(code[1:], 16) & 255])
    return bytes([int(code, 8) & 255]) if code.isdigit() else _LETTERS.get(code, code)
