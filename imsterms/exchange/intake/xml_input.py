"""XML from strangers: nothing is fetched, nothing is expanded, nothing grows.

A document type declaration is read and not followed, as older TBX files have one. Entities that lead out of the
document or are made of others are refused; a short text under a name is harmless. XInclude is not known here.
"""

from __future__ import annotations

from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from ...errors import ExchangeError

LONGEST_ENTITY = 200
DEEPEST = 100


def guard(parser: expat.XMLParserType) -> None:
    """Make a parser refuse entities that are more than a short text under a name."""

    def declared(
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if system is not None or public is not None or is_parameter:
            raise ExchangeError(f"the XML entity '{name[:60]}' leads out of the document; such documents are not read")
        if value is not None and ("&" in value or len(value) > LONGEST_ENTITY):
            raise ExchangeError(f"the XML entity '{name[:60]}' is more than a short text; such documents are not read")

    parser.EntityDeclHandler = declared


def parse_xml(document: bytes) -> Element:
    """Return the root of an XML document; names are written ``{namespace}local``.

    Raises ExchangeError, with line and column where the document is not well-formed.

    >>> parse_xml(b"<a><b>c</b></a>")[0].text
    'c'
    """
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ExchangeError(f"the XML is nested more than {DEEPEST} deep; such documents are not read")
        builder.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(name))

    def skipped(name: str, is_parameter: bool) -> None:
        # &nbsp; of a document type that was not followed
        builder.data(html5.get(f"{name};", f"&{name};"))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.SkippedEntityHandler = skipped
    guard(parser)
    try:
        parser.Parse(document, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise ExchangeError(
            f"this is not well-formed XML: line {error.lineno}, column {error.offset}: {reason}"
        ) from None
    except (ValueError, LookupError) as error:
        raise ExchangeError(f"this XML cannot be read: {error}") from None
    return builder.close()


def _name(name: str) -> str:
    return "{" + name if "}" in name else name


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """Return all text in an element, that of inline markup too."""
    return "".join(element.itertext())
