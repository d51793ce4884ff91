"""What other programs read in a document: front matter, template tags, shortcodes, MDX.

It is blanked before the document is read, at the same length, so that it stays byte for byte as it is.
"""

from __future__ import annotations

import re

from ... import limits
from .segments import OBJECT, Segment

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?s:(.*?)\r?\n)??(?:\1|\.\.\.)[ \t]*(?=\r?\n|\Z)")
_FIELD = re.compile(r"""^([ \t]*(?:-[ ]+)?)([A-Za-z_-]+)[ \t]*[:=][ \t]*(["']?)(.*?)\3[ \t]*\r?$""", re.MULTILINE)
_BLOCK = re.compile(r"[>|][+-]?")
"""What the lines of a text in YAML begin after."""
_PROSE = ("title", "description", "summary", "excerpt", "subtitle", "lead", "ingress")
_LANGUAGE = ("lang", "language", "locale")

_SO_MANY = f"{{0,{limits.PLACEHOLDER_CHARACTERS}}}+"
_TEMPLATE = re.compile(
    rf"""
    # a comment of Jinja or Django; none goes beyond the next that opens, or a page of open ones would never be read
    \{{\#(?:(?!\#\}}|\{{\#).){{0,{limits.COMMENT_CHARACTERS}}}+\#\}}
  | \{{\{{(?:(?!\}}\}}|\{{\{{).){_SO_MANY}\}}\}} | \{{%(?:(?!%\}}|\{{%).){_SO_MANY}%\}} | <%(?:(?!%>|<%).){_SO_MANY}%>
  | \[[a-z][\w-]*(?:\s+[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'\]]+)){{1,50}}\s*/?\] | \[/[a-z][\w-]*\] # a shortcode
  | ^import\b[^\n]*?["'][^"'\n]+["'];?[ \t]*$                              # of MDX
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_MDX = re.compile(
    r"^export\s(?:[^\n]+\n?){1,200}|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,1000}\}", re.MULTILINE
)
_SIGN = re.compile(r"\{[{%#]|<%|\[/?[a-z]|^import\b", re.MULTILINE)


def front_matter(text: str) -> tuple[str, list[Segment], str | None]:
    """Return a text with its front matter blanked, the prose of that, and the language that it says.

    >>> rest, [title], language = front_matter('---\\ntitle: "Om IMS"\\nlang: nb\\n---\\nTekst')
    >>> rest.split(), title.text, title.span(3, 6), language
    (['Tekst'], 'Om IMS', (15, 18), 'nb')
    """
    found = _FRONT_MATTER.match(text) if text.startswith(("---", "+++")) else None
    if found is None:
        return text, [], None
    segments, language = [], None
    for field in _FIELD.finditer(text, found.start(), found.end()):
        name, value, start = field[2].lower(), field[4], field.start(4)
        if name in _PROSE and value:
            # a text without quotation marks goes on in lines that are further to the right
            more = re.compile(rf"(?:\r?\n[ ]{{{len(field[1]) + 1},}}[^\r\n]+)*").match(text, field.end(), found.end())
            is_block = _BLOCK.fullmatch(value) is not None
            start = field.end() if is_block else start
            end = more.end() if more and not field[3] else field.end(4)
            segment = Segment(heading=not is_block)
            segment.verbatim(text[start:end], start)
            segment.sealed.append((0, segment.size))
            if segment.finish():
                segments.append(segment)
        elif name in _LANGUAGE and not field[1]:
            language = value
    return _blank(found[0], " ") + text[found.end() :], segments, language


def without_syntax(text: str, *, mdx: bool = False) -> str:
    """Return a text with the syntax of other programs blanked.

    >>> without_syntax('[knapp title="IMS"]Om {{ navn }} og {% trans "IMS" %}').replace(OBJECT, "")
    'Om  og '
    """
    if _SIGN.search(text):
        text = _TEMPLATE.sub(lambda found: _blank(found[0], OBJECT), text)
    return _MDX.sub(lambda found: _blank(found[0], OBJECT), text) if mdx else text


def _blank(text: str, filler: str) -> str:
    return re.sub(r"[^\r\n]", filler, text)
