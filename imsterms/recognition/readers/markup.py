"""The tokens of an HTML page, with exact offsets, in time linear in its length.

The standard library's ``html.parser`` takes quadratic time on unfinished tags and comments and raises
AssertionError on ``<![<`` in the Python versions we support, so the tokens are found here, as the HTML standard
(section 13.2.5) tells them apart; what a browser would drop is not text here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


def names(text: str) -> frozenset[str]:
    """Return the names of elements or attributes in a list."""
    return frozenset(text.split())


_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_SPACE = r"\t\n\f\r\x20"
"""White space, as HTML has it: a no-break space is part of a name."""
_ATTRIBUTES = rf"""[^{_SPACE}/>][^{_SPACE}/>=]*+
    (?: [{_SPACE}]*+ = [{_SPACE}]*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^{_SPACE}>"'][^{_SPACE}>]*+ )?+ )?+"""
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_SPACE}/>]*+) ((?: [{_SPACE}/]++ | {_ATTRIBUTES} )*+) >", re.VERBOSE)
_ATTRIBUTE = re.compile(
    rf"""([^{_SPACE}/>=][^{_SPACE}/>=]*+)
    (?: [{_SPACE}]*+ = [{_SPACE}]*+ (?: "([^"]*+)" | '([^']*+)' | ([^{_SPACE}>"'][^{_SPACE}>]*+) )?+ )?+""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"-->|(?<!<!)--!>")
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_END = {name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE | re.ASCII) for name in (*_RAW, "noscript")}
_ESCAPED_SCRIPT = re.compile(rf"<!--.*<script[{_SPACE}/>]", re.IGNORECASE | re.ASCII | re.DOTALL)
_OTHER_RULES = ("svg", "math", "select")
"""Elements in which no element is raw, and others end them."""
_HTML_INSIDE = names("foreignobject desc title annotation-xml mi mo mn ms mtext")
_PLAIN = names("option optgroup hr")
"""Elements of a select, of which the end tag may be left out."""
_ENDS_OTHER_RULES = names(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img input li listing"
    " menu meta nobr ol p pre ruby s select small span strong strike sub sup table textarea tt u ul var"
)

TEXT, START, END, COMMENT, UNSURE = "text", "start", "end", "comment", "unsure"


class Token(NamedTuple):
    """A stretch of a page."""

    kind: str
    """``text``, ``start`` (a start tag), ``end`` (an end tag), ``comment``, or ``unsure``: from here on a browser may
    see other tokens, which depend on more than the text."""
    start: int
    end: int
    name: str = ""
    """Name of the element, in lower case."""


class _Rules:
    """Which rules hold where: inside svg, math and select, and after what a browser may have closed otherwise."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.mixed = False

    @property
    def other(self) -> bool:
        """Whether other rules may hold than those of HTML."""
        return bool(self.open) or self.mixed

    def start(self, name: str, closed: bool) -> None:
        if self.open and name in _ENDS_OTHER_RULES - (_PLAIN if self.open[0] == "select" else frozenset()):
            self.mixed = self.mixed or self.open[0] == "select" or _HTML_INSIDE.isdisjoint(self.open)
        if (self.open or name in _OTHER_RULES) and not closed and name not in _PLAIN:
            self.open.append(name)

    def end(self, name: str) -> None:
        if self.open and self.open[-1] == name:
            self.open.pop()
        elif self.open and name not in _PLAIN:
            self.mixed = True


def tokens(page: str) -> Iterator[Token]:
    """Yield the tokens of a page in order; a tag or comment that never ends takes the rest, as in a browser."""
    place, length = 0, len(page)
    rules = _Rules()
    hidden: int | None = None  # where a browser that runs scripts goes on after <noscript>
    while place < length:
        found = _MARKUP.search(page, place)
        start = found.start() if found else length
        if start > place:
            yield Token(TEXT, place, start)
        if not found:
            return
        tag = _TAG.match(page, start)
        name = ""
        if tag:
            place = tag.end()
            name = tag[2].lower()
            closed = page[place - 2] == "/"
            yield Token(END if tag[1] else START, start, place, name)
            if name == "plaintext" or name == "frameset":
                yield Token(UNSURE, place, place)
                if name == "plaintext":
                    return
            if tag[1]:
                rules.end(name)
            elif name in _RAW and not (closed and rules.other):
                ending = _END[name].search(page, place)
                stop = ending.start() if ending else length
                if (
                    not ending
                    or (rules.other and page.find("<", place, stop) >= 0)
                    or (name == "script" and _ESCAPED_SCRIPT.search(page, place, stop))
                ):
                    yield Token(UNSURE, place, place)
                if stop > place:
                    yield Token(TEXT, place, stop)
                place = stop
                rules.start(name, closed=False)
            else:
                if name in _RAW:
                    yield Token(UNSURE, place, place)
                elif name == "noscript" and hidden is None:
                    ending = _END[name].search(page, place)
                    hidden = ending.start() if ending else length
                rules.start(name, closed)
        elif page.startswith("<!--", start):
            ending = _COMMENT_END.search(page, start + 2)
            place = ending.end() if ending else length
            yield Token(COMMENT, start, place)
            if not ending:
                yield Token(UNSURE, place, place)
        elif page[start + 1] in "!?" or not page[start + 2 : start + 3].isalpha() and page[start + 1] == "/":
            # a declaration, a processing instruction, or something bogus; PHP ends with "?>", CDATA with "]]>"
            ending_mark = "?>" if page.startswith(("<?php", "<?="), start) else ">"
            if rules.other and page.startswith("<![CDATA[", start):
                ending_mark = "]]>"
            stop = page.find(ending_mark, start)
            place = length if stop < 0 else stop + len(ending_mark)
            yield Token(COMMENT, start, place)
            if stop < 0 or page.find(">", start) + 1 != place:
                yield Token(UNSURE, place, place)
        else:
            yield Token(UNSURE, start, start)
            return  # a tag that never ends
        if hidden is not None and place > hidden:
            if (name, start) != ("noscript", hidden):
                yield Token(UNSURE, place, place)
            hidden = None


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
