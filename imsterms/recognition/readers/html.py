"""HTML: the prose between the tags, block by block; nothing in scripts, styles, code or attributes.

``<!-- imsterms: off -->`` turns the check off until ``<!-- imsterms: on -->``. An element whose ``lang`` differs is
a segment in that language.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from . import Document, regions_off
from .markup import COMMENT, END, START, TEXT, UNSURE, Token, attributes, names, tokens, values
from .segments import OBJECT, Segment

VOID = names("area base br col embed hr img input link meta param source track wbr")
NOT_PROSE = names(
    "script style template svg math code pre kbd samp var tt textarea xmp iframe noembed noframes object audio video"
    " canvas datalist select"
)
SEALED = names("button label legend noscript option summary title")
"""Elements in which HTML allows no link, or none belongs."""
PROSE_ATTRIBUTES = names("title alt aria-label placeholder")
_READ = re.compile(r"title|alt|label|placeholder|description", re.IGNORECASE)
"""What a tag has in it somewhere that has such attributes, or is the description of the page."""
QUOTED = names("q blockquote cite")
HEADINGS = names("h1 h2 h3 h4 h5 h6 title")
# inline elements: a term may run across their tags; anything else ends what is before it
_INLINE = names(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark math q rp rt"
    " ruby s samp select small span strike strong sub sup svg textarea time tt u var"
)
# elements whose end tag may be left out, with the elements that end them
_ENDS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th")}
_ENDS |= {"td": ("td", "th"), "th": ("td", "th"), "option": ("option",)}
_TABLE = names("table thead tbody tfoot tr td th caption colgroup")
_CELLS = names("td th caption")
_WALLS = names("applet caption marquee object table td template th")
"""Elements that the end tag of an element round them does not end."""
_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
"""Elements that a browser opens once more where another end tag has closed them."""
_DIRECTIVE = re.compile(r"<!--\s*imsterms:\s*(off|on)\s*-->", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")


class _Open(NamedTuple):
    """An open element, and what holds inside it."""

    name: str
    skipped: bool
    linked: bool
    sealed: bool
    quoted: bool
    heading: bool
    fostered: bool
    """Whether a browser moves text out of it: it is in a table, and not in a cell."""
    language: str | None


def read(text: str) -> Document:
    """Read a page or a part of one."""
    reader = _Reader(text)
    reader.run()
    segments = [*reader.segments, *reader.attributes]
    off = regions_off(reader.directives, len(text))
    return Document(segments, off, escape, language=reader.language, end=reader.last)


def add_decoded(segment: Segment, page: str, place: int, end: int) -> None:
    """Add a stretch of a page to a segment, with its entities decoded."""
    for match in _ENTITY.finditer(page, place, end):
        decoded = unescape(match[0])
        if decoded != match[0]:
            segment.verbatim(page[place : match.start()], place)
            segment.decoded(decoded, match.start(), match.end())
            place = match.end()
    segment.verbatim(page[place:end], place)


class _Reader:
    """One reading of one page."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.segments: list[Segment] = []
        self.attributes: list[Segment] = []
        self.language: str | None = None
        self.directives: list[tuple[int, str]] = []
        self.section = 0
        self.stack = [_Open("", False, False, False, False, False, False, None)]
        self.places: dict[str, list[int]] = {}
        """Where in the stack each element is."""
        self.reopened: set[str] = set()
        """Formatting elements that another end tag has closed."""
        self.unsure = False
        self.last: int | None = None
        """Where elements can be added to the page as a whole."""
        self.segment = Segment()

    def run(self) -> None:
        for token in tokens(self.page):
            if token.kind == TEXT:
                self.text(token.start, token.end)
            elif token.kind == START:
                self.start(token)
            elif token.kind == END:
                if token.name in ("body", "html"):
                    self.last = self.addable(token.start) if token.name == "body" else self.last
                else:
                    self.end(token.name)
            elif token.kind == UNSURE:
                self.unsure = True
            elif token.kind == COMMENT:
                self.segment.markup()
                directive = _DIRECTIVE.fullmatch(self.page, token.start, token.end)
                if directive:
                    self.directives.append((token.start, directive[1].lower()))
        if self.last is None or self.unsure:
            self.last = self.addable(len(self.page))
        self.close_segment()

    def addable(self, place: int) -> int | None:
        """Return ``place`` if an element there changes nothing that is around it."""
        formatting = self.reopened or any(self.places.get(name) for name in _FORMATTING)
        inside = self.stack[-1]
        return None if formatting or self.unsure or inside.skipped or inside.sealed or inside.fostered else place

    def close_segment(self) -> None:
        """Begin a new segment, in which what is open holds."""
        if self.segment.finish():
            self.segments.append(self.segment)
        inside = self.stack[-1]
        self.segment = Segment(section=self.section, heading=inside.heading, language=inside.language)

    def text(self, start: int, end: int) -> None:
        inside = self.stack[-1]
        segment = self.segment
        if inside.skipped:
            return
        before = segment.size
        add_decoded(segment, self.page, start, end)
        if inside.linked or "a" in self.reopened:
            segment.links.append((before, segment.size))
        if inside.sealed or inside.fostered or self.unsure:
            segment.sealed.append((before, segment.size))
        if inside.quoted:
            segment.cited.append((before, segment.size))

    def _attributes(self, token: Token, language: str | None) -> None:
        """Add the attributes that are read, each a segment in which no markup may be."""
        if self.page[token.start + 1].isupper() or not _READ.search(self.page, token.start, token.end):
            return  # a component of MDX, or nothing to read
        found = list(values(self.page, token))
        described = token.name == "meta" and any(
            name in ("name", "property") and self.page[start:end].lower().endswith("description")
            for name, start, end in found
        )
        for name, start, end in found:
            if name in PROSE_ATTRIBUTES or described and name == "content":
                segment = Segment(section=self.section, language=language)
                add_decoded(segment, self.page, start, end)
                segment.sealed.append((0, segment.size))
                if segment.finish():
                    self.attributes.append(segment)

    def start(self, token: Token) -> None:
        name, tag = token.name, self.page[token.start : token.end]
        if name == "br":
            self.segment.decoded("\n", token.start, token.end)
            self.segment.markup()
            return
        if name == "wbr":
            self.segment.markup()
            return
        inline = name in _INLINE
        if not inline:
            self._end_implied(name)
        inside = self.stack[-1]
        language = inside.language
        if "lang" in tag.lower():
            found = attributes(tag)
            said = found.get("lang", found.get("xml:lang", language))
            if said and OBJECT in said:  # what a template fills in
                said = language
            # that of the page as a whole may be overruled: templates are often wrong about it
            if name == "html":
                self.language = said or None
            else:
                language = said
        if not inside.skipped:
            self._attributes(token, language)
        opened = _Open(
            name,
            inside.skipped or name in NOT_PROSE,
            inside.linked or name == "a",
            inside.sealed or name in SEALED,
            inside.quoted or name in QUOTED,
            inside.heading or name in HEADINGS,
            name not in _CELLS and (name in _TABLE or inside.fostered),
            language,
        )
        if opened.skipped and not inside.skipped or name in ("img", "input"):
            self.segment.decoded(OBJECT, token.start, token.end)
        self.segment.markup()
        closed = name in VOID or (tag.endswith("/>") and name in ("svg", "math"))
        if name == "a":
            self.reopened.discard("a")
        if not closed:
            self.places.setdefault(name, []).append(len(self.stack))
            self.stack.append(opened)
        if name in HEADINGS and name != "title":
            self.section += 1
        if not inline or language != inside.language:
            self.close_segment()

    def end(self, name: str) -> None:
        if name == "br":  # browsers read </br> as <br>
            return
        self.segment.markup()
        self.reopened.discard(name)
        places = self.places.get(name)
        walls = ("table", "template") if name in _TABLE else (*_WALLS, "button") if name == "p" else _WALLS
        wall = max((self.places[wall][-1] for wall in walls if wall != name and self.places.get(wall)), default=0)
        if not places or places[-1] < wall:
            if name == "p":
                self.close_segment()
            return
        inside = self.stack[-1]
        inline = True
        while True:
            popped = self.stack.pop()
            self.places[popped.name].pop()
            inline = inline and popped.name in _INLINE
            if popped.name == name:
                break
            if popped.name in _FORMATTING and name not in _CELLS:
                self.reopened.add(popped.name)
            self.unsure = self.unsure or popped.name in NOT_PROSE - _INLINE or popped.name in ("svg", "math", "select")
        if not inline or self.stack[-1].language != inside.language:
            self.close_segment()

    def _end_implied(self, name: str) -> None:
        """End the elements that a start tag ends without saying so."""
        if self.stack[-1].name == "p":
            self.end("p")
        if self.stack[-1].name in _ENDS.get(name, ()):
            self.end(self.stack[-1].name)
