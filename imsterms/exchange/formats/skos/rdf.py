"""RDF read, in any of the usual syntaxes, and never anything from the network.

Imports rdflib, which does the work: only what reads RDF imports this module.
"""

import json
import logging
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

from rdflib import Dataset, Graph
from rdflib.store import Store
from rdflib.term import Node, URIRef

from .... import limits
from ....characters import without_halves
from ....errors import ExchangeError, FileError
from ....files import check_growth
from ...intake.xml_input import refuse_entities
from .turtle import PREFIXES

NOWHERE = "http://document.invalid/"
"""What relative IRIs in a document are relative to."""

_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|!--|(?:[\w.-]+:)?RDF[\s>]|[\w.-]+\s+[\w.:-]+\s*=)")
_BARE_ROOT = re.compile(rb"<([\w.-]+)(?![^>]*\sxmlns=)[\s/>]")


def parse(document: bytes) -> Graph:
    """Return the graph of a document in any of the usual syntaxes; nothing that it names is fetched.

    Raises ExchangeError for a document that is none of them or that wants something from outside.
    """
    import warnings

    document = document.removeprefix(b"\xef\xbb\xbf")
    with warnings.catch_warnings(), _quiet():
        warnings.simplefilter("ignore")
        if _XML.match(document):
            refuse_entities(document)
            first = re.search(rb"<[\w.-]+[\s/:>]", document)  # after the declaration, the type and comments
            if first and (root := _BARE_ROOT.match(document, first.start())):
                raise ExchangeError(f"this is XML, but not RDF/XML: <{root[1].decode()[:60]}> has no namespace (xmlns)")
            return _parsed(document, "xml", "RDF/XML")
        document = without_halves(document)
        if document.lstrip()[:1] in (b"{", b"["):
            try:
                content = json.loads(document)
            except (ValueError, RecursionError):
                return _turtle(document)  # "[" begins a blank node in Turtle
            return _json_ld(content)
        return _turtle(document)


def _json_ld(content: Any) -> Graph:
    waiting = [content]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            for key in ("@context", "@import"):
                context = node.get(key)
                for address in context if isinstance(context, list) else [context]:
                    if isinstance(address, str):
                        raise ExchangeError(
                            f"the JSON-LD document takes its context from {address[:200]}, and nothing is fetched from "
                            "the network; put the context into the document, or convert it to Turtle"
                        )
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return _parsed(json.dumps(content).encode(), "json-ld", "JSON-LD")


def _turtle(document: bytes) -> Graph:
    try:
        document.decode("utf-8")
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
        raise ExchangeError(f"line {line}: this is neither RDF/XML nor JSON-LD, and Turtle is UTF-8") from None
    try:
        return _parsed(document, "turtle", "Turtle")
    except ExchangeError as error:
        for syntax in ("trig", "nquads"):
            try:
                return _parsed(document, syntax, syntax)
            except ExchangeError:
                continue
        raise error from None


class Statements(Store):
    """Holds triples in the order in which they come, whichever named graph they are in.

    rdflib's own stores keep three indices; a document is looked up by subject, or gone through.
    """

    context_aware = graph_aware = True

    def __init__(self, size: int) -> None:
        super().__init__()
        self.by_subject: dict[Node, dict[Node, dict[Node, None]]] = {}
        self.size, self.characters = size, 0

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Add a triple. Raises ExchangeError or FileError where short names in the document are long IRIs."""
        subject, predicate, value = triple
        if why := max(limits.excess("IRI_CHARACTERS", "an IRI", len(one)) for one in triple if isinstance(one, URIRef)):
            raise ExchangeError(why)
        self.characters += len(value) + (0 if subject in self.by_subject else len(subject))
        check_growth(self.characters, self.size, "the document")
        self.by_subject.setdefault(subject, {}).setdefault(predicate, {})[value] = None

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """Yield the triples that have what the pattern has; None in it is anything."""
        subject, predicate, value = triple_pattern
        for one in self.by_subject if subject is None else (subject,):
            for said, values in self.by_subject.get(one, {}).items():
                if predicate is None or said == predicate:
                    for other in values:
                        if value is None or other == value:
                            yield (one, said, other), iter(())

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: all graphs are one."""

    remove_graph = add_graph

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:
        """Yield nothing: all graphs are one."""
        yield from ()

    def __len__(self, context: Any = None) -> int:
        return sum(len(values) for said in self.by_subject.values() for values in said.values())


def _parsed(document: bytes, syntax: str, name: str) -> Graph:
    store = Statements(len(document))
    named = syntax in ("trig", "nquads", "json-ld")
    graph = Dataset(store=store, default_union=True) if named else Graph(store=store, bind_namespaces="none")
    try:
        graph.parse(data=document, format=syntax, publicID=NOWHERE)
    except (ExchangeError, FileError):
        raise
    except RecursionError:
        raise ExchangeError(f"the {name} document is nested too deeply to be read") from None
    except Exception as error:  # each of rdflib's parsers has exceptions of its own
        reason = _turtle_error(str(error), document) or " ".join(str(error).split())[:300] or type(error).__name__
        reason = re.sub(r"^\S+:(\d+):(\d+): ", r"line \1, column \2: ", reason)
        raise ExchangeError(f"this is not {name} that can be read: {reason}") from None
    return Graph(store=store, bind_namespaces="none")


def _turtle_error(message: str, document: bytes) -> str:
    """Return what rdflib says of bad Turtle as a sentence: the line, what is wrong, what to write."""
    if not (said := re.match(r"at line (\d+) of <.*?>:\s*Bad syntax \((.*?)\) at \^ in:", message, re.S)):
        return ""
    line = b"".join(document.splitlines()[int(said[1]) - 1 : int(said[1])]).decode("utf-8", "replace").strip()
    advice = next((_ADVICE[reason] for reason in _ADVICE if reason in said[2]), "")
    if prefix := re.match(r'Prefix "(\w+):" not bound', said[2]):
        address = PREFIXES.get(prefix[1], "http://...")
        advice = f"; say what it is for: @prefix {prefix[1]}: <{address}> ."
    return f"line {said[1]}, '{line[:80]}': {said[2]}{advice}"


_ADVICE = {
    "at end of statement": "; does the statement before it lack its ' .'?",
    "newline found in string": '; a text of several lines has three quotation marks at both ends: """',
}
"""What to write where rdflib finds a fault in Turtle."""


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from writing about odd IRIs and dates, with tracebacks, where a person reads."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
