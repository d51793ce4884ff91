"""Where the texts of a catalog are in its file: what a check of running text needs, and polib does not keep."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"(.*)"[ \t\r]*$')
_LANGUAGE = re.compile(r"(?:^|\\n)Language:[ \t]*([\w@.-]+)", re.IGNORECASE)


class String(NamedTuple):
    """A quoted string: its escaped text, and where it begins in the file."""

    text: str
    start: int


class Texts(NamedTuple):
    """The texts of one message, in the order of the file; each is a keyword (``msgid``) with its strings."""

    context: str
    """The msgctxt; empty where there is none."""
    texts: list[tuple[str, list[String]]]
    fuzzy: bool = False
    """Whether the translation is marked as a draft, which gettext does not use."""

    @property
    def is_header(self) -> bool:
        """Whether this is the translation of nothing, which holds the header."""
        return not any(string.text for keyword, strings in self.texts if keyword == "msgid" for string in strings)

    @property
    def language(self) -> str | None:
        """The language that a header names."""
        written = "".join(string.text for _, strings in self.texts for string in strings)
        named = _LANGUAGE.search(written)
        return named[1] if named else None


def texts_in(catalog: str) -> Iterator[Texts]:
    """Yield the texts of each message of a catalog; obsolete messages and what is not PO syntax are left out.

    >>> [message] = texts_in('msgctxt "needle.term"\\nmsgid "needle"\\nmsgstr ""\\n"n"\\n"ål"\\n')
    >>> message.context, message.texts[1]
    ('needle.term', ('msgstr', [String(text='', start=45), String(text='n', start=48), String(text='ål', start=52)]))
    """
    context: list[String] = []
    texts: list[tuple[str, list[String]]] = []
    strings: list[String] | None = None
    start = 0
    fuzzy = next_fuzzy = False
    for line in catalog.split("\n"):
        match = _LINE.match(line)
        if match is None:
            strings = None
            next_fuzzy = next_fuzzy or line.startswith("#,") and "fuzzy" in line
        else:
            keyword = match[1]
            if keyword in ("msgctxt", "msgid") and texts:
                yield _message(context, texts, fuzzy)
                context, texts = [], []
            if keyword in ("msgctxt", "msgid") and not texts:
                fuzzy, next_fuzzy = next_fuzzy or fuzzy and keyword == "msgid" and bool(context), False
            if keyword:
                strings = context if keyword == "msgctxt" else []
                if keyword != "msgctxt":
                    texts.append((keyword, strings))
            if strings is not None:
                strings.append(String(match[2], start + match.start(2)))
        start += len(line) + 1
    if texts:
        yield _message(context, texts, fuzzy)


def _message(context: list[String], texts: list[tuple[str, list[String]]], fuzzy: bool) -> Texts:
    return Texts("".join(string.text for string in context), texts, fuzzy)
