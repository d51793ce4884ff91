"""XML from strangers: nothing is fetched, nothing grows.

A document type declaration is read and not followed, as older TBX files have one. Entities that lead out of the
document or are made of others are refused; a short text under a name is harmless. XInclude is not known here.
"""

from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers import expat

from ... import limits
from ...errors import ExchangeError
from ...files import check_growth


def refuse_entities(document: bytes) -> None:
    """Raise ExchangeError where an entity is more than a short text under a name, or the XML is not well-formed."""

    characters = 0

    def counted(text: str) -> None:
        nonlocal characters
        characters += len(text)
        check_growth(characters, len(document), "the XML")

    def declared(name: str, is_parameter: bool, value: str | None, base: object, system: object, *_: object) -> None:
        if system is not None or is_parameter:
            raise ExchangeError(f"the XML entity '{name[:60]}' leads out of the document; such documents are not read")
        if value is not None and "&" in value:
            raise ExchangeError(f"the XML entity '{name[:60]}' is made of other entities; such documents are not read")
        if value is not None and len(value) > limits.XML_ENTITY_CHARACTERS:
            advice = limits.advice("XML_ENTITY_CHARACTERS")
            raise ExchangeError(f"the XML entity '{name[:60]}' is longer than a short text, and is not read; {advice}")
        parser.CharacterDataHandler = counted  # a short text can be named often, here and in attributes
        parser.StartElementHandler = lambda _, attributes: counted("".join(attributes.values()))

    def attribute(element: str, name: str, kind: str, default: str | None, required: bool) -> None:
        if default is not None:  # each short element would get it
            raise ExchangeError(f"the document type gives the XML attribute '{name[:60]}' a value; that is not read")

    def namespace(prefix: str | None, address: str | None) -> None:
        if address and len(address) > limits.XML_ENTITY_CHARACTERS:  # each name with the prefix becomes as long
            advice = limits.advice("XML_ENTITY_CHARACTERS")
            raise ExchangeError(f"the XML namespace '{address[:60]}' is too long; {advice}")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartNamespaceDeclHandler = namespace
    parser.EntityDeclHandler = declared
    parser.AttlistDeclHandler = attribute
    try:
        parser.Parse(document, True)
    except ExchangeError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ExchangeError(f"this is not well-formed XML: {error}") from None


def parse_xml(document: bytes) -> Element:
    """Return the root of an XML document; names are written ``{namespace}local``.

    Raises ExchangeError, with line and column where the document is not well-formed.

    >>> parse_xml(b"<a><b>c</b></a>")[0].text
    'c'
    """
    refuse_entities(document)
    parser = XMLParser()
    parser.entity.update((name.rstrip(";"), text) for name, text in html5.items())  # of a type that was not followed
    try:
        parser.feed(document)
        return parser.close()
    except ParseError as error:
        raise ExchangeError(f"this is not XML that can be read: {error}") from None


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """Return all text in an element, that of inline markup too."""
    return "".join(element.itertext())
