"""The tokens of an HTML page, with exact offsets, in time linear in its length.

The standard library's ``html.parser`` takes quadratic time on unfinished tags and comments and raises
AssertionError on ``<![<`` in the Python versions we support, so the tokens are found here, as the HTML standard
(section 13.2.5) tells them apart; what a browser would drop is not text here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)
    ((?:
        [\s/]++
      | [^\s/>][^\s/>=]*+ (?: \s*+ = \s*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+ )?+ )?+
    )*+)
    >""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+) (?: \s*+ = \s*+ (?: "([^"]*+)" | '([^']*+)' | ([^\s>"'][^\s>]*+) )?+ )?+""", re.VERBOSE
)
_COMMENT_END = re.compile(r"-->|(?<!<!)--!>")
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}

TEXT, START, END, COMMENT = "text", "start", "end", "comment"


class Token(NamedTuple):
    """A stretch of a page."""

    kind: str
    """``text``, ``start`` (a start tag), ``end`` (an end tag) or ``comment``."""
    start: int
    end: int
    name: str = ""
    """Name of the element, in lower case."""


def tokens(page: str) -> Iterator[Token]:
    """Yield the tokens of a page in order; a tag or comment that never ends takes the rest, as in a browser."""
    place, length = 0, len(page)
    while place < length:
        found = _MARKUP.search(page, place)
        start = found.start() if found else length
        if start > place:
            yield Token(TEXT, place, start)
        if not found:
            return
        tag = _TAG.match(page, start)
        if tag:
            place = tag.end()
            name = tag[2].lower()
            yield Token(END if tag[1] else START, start, place, name)
            if name in _RAW_END and not tag[1]:
                ending = _RAW_END[name].search(page, place)
                stop = ending.start() if ending else length
                if stop > place:
                    yield Token(TEXT, place, stop)
                place = stop
            elif name == "plaintext":
                return
        elif page.startswith("<!--", start):
            ending = _COMMENT_END.search(page, start + 2)
            place = ending.end() if ending else length
            yield Token(COMMENT, start, place)
        elif page[start + 1] in "!?" or not page[start + 2 : start + 3].isalpha() and page[start + 1] == "/":
            # a declaration, a processing instruction, or something bogus; PHP ends with "?>"
            ending_mark = "?>" if page.startswith(("<?php", "<?="), start) else ">"
            stop = page.find(ending_mark, start)
            place = length if stop < 0 else stop + len(ending_mark)
            yield Token(COMMENT, start, place)
        else:
            return  # a tag that never ends


def values(page: str, token: Token) -> Iterator[tuple[str, int, int]]:
    """Yield the name of each attribute of a start tag, in lower case, and where its value begins and ends."""
    match = _TAG.match(page, token.start)
    for one in _ATTRIBUTE.finditer(page, match.start(3), match.end(3)) if match else ():
        group = next((number for number in (2, 3, 4) if one[number] is not None), 0)
        if group:
            yield one[1].lower(), one.start(group), one.end(group)


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag; a name counts once, the first time.

    >>> attributes('<p Lang=nn title="a > b" hidden>')
    {'lang': 'nn', 'title': 'a > b', 'hidden': ''}
    """
    found: dict[str, str] = {}
    match = _TAG.match(tag)
    for one in _ATTRIBUTE.finditer(match[3] if match else ""):
        found.setdefault(one[1].lower(), one[2] or one[3] or one[4] or "")
    return found
