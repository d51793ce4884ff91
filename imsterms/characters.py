"""Characters that no reader sees, and what a terminal or a log obeys."""

from __future__ import annotations

import json
import re
from typing import Any

HIDDEN = frozenset(
    chr(code)
    for code in (*range(9), 11, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Control characters, and those that turn the order of what follows; a terminal obeys them."""
COMMAND = re.compile(r"((?:^|[\r\n])[^\S\r\n]*):(?=:)")
"""What begins a command to the log of a GitHub workflow, whatever blanks are before it."""


def visible(text: str) -> str:
    """Return text with what a terminal or the log of a workflow would obey made visible.

    >>> visible("a\\x1b[2Jb"), visible("::error::a::b")
    ('a\\\\x1b[2Jb', '\\\\x3a:error::a::b')
    """
    if "::" in text:
        text = COMMAND.sub(r"\1\\x3a", text)
    text = text.replace("##[", "#\\x23[")  # the older form of a command, which may be anywhere in a line
    if HIDDEN.isdisjoint(text):
        return encodable(text)
    return encodable("".join(ascii(letter)[1:-1] if letter in HIDDEN else letter for letter in text))


def visible_json(content: Any) -> str:
    """Return indented JSON in which what a terminal would obey is escaped; a parser reads what ``content`` says.

    >>> visible_json("a\\x9b" + "2Jb")
    '"a\\\\u009b2Jb"'
    """
    text = json.dumps(content, ensure_ascii=False, indent=2)
    if not HIDDEN.isdisjoint(text):
        text = "".join(f"\\u{ord(letter):04x}" if letter in HIDDEN else letter for letter in text)
    return encodable(text)


def encodable(text: str) -> str:
    """Return text with what cannot be written, such as a byte of a file name that is not UTF-8, as JSON escapes it.

    >>> encodable("bad" + chr(0xDCFF) + ".md") == "bad" + chr(92) + "udcff.md"
    True
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


_HALVES = re.compile(rb"(?<!\\)((?:\\\\)*)((?:\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})+)")


def without_halves(document: bytes) -> bytes:
    """Return JSON or Turtle in which no escape is half of a character, which no other file could hold.

    >>> without_halves(rb'"\\ud83d\\ude00 \\ud800"').decode() == f'"{chr(0x1f600)} {chr(0xfffd)}"'
    True
    """

    def whole(escapes: re.Match[bytes]) -> bytes:
        units = bytes.fromhex("".join(re.findall("[dD][89a-fA-F]..", escapes[2].decode())))
        return escapes[1] + units.decode("utf-16-be", "replace").encode()

    return _HALVES.sub(whole, document)
