"""Characters that no reader sees, and that a terminal or a log obeys."""

from __future__ import annotations

HIDDEN = frozenset(
    chr(code)
    for code in (*range(9), 11, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Control characters, and those that turn the order of what follows; a terminal obeys them."""


def visible(text: str) -> str:
    """Return text with what a terminal would obey made visible.

    >>> visible("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    if HIDDEN.isdisjoint(text):
        return encodable(text)
    return encodable("".join(ascii(letter)[1:-1] if letter in HIDDEN else letter for letter in text))


def encodable(text: str) -> str:
    """Return text with what cannot be written, such as a byte of a file name that is not UTF-8, as JSON escapes it.

    >>> encodable("bad" + chr(0xDCFF) + ".md") == "bad" + chr(92) + "udcff.md"
    True
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
