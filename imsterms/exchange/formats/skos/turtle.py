"""Turtle, written as it comes: each resource with what is said of it, in the order in which that was added.

rdflib writes Turtle too, but takes four times as long; it makes the other two syntaxes out of this one.
"""

import argparse
import json
from typing import IO, Any

from ....errors import ExchangeError, MissingExtraError, nearest
from ...intake.imported import clean
from ...intake.vocabulary import table
from ...iris import iri

PREFIXES: dict[str, str] = table("prefixes")
"""The namespaces that are written by a short name."""
SYNTAXES = {"turtle": "turtle", "json-ld": "json-ld", "rdf-xml": "xml"}
"""Name of each syntax that is written, and rdflib's name for it."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def require_rdflib() -> None:
    """Raise MissingExtraError where rdflib is not installed."""
    try:
        import rdflib  # noqa: F401
    except ImportError:
        raise MissingExtraError(
            "reading RDF, and writing it other than as Turtle, needs rdflib: pip install 'imsterms[skos]'"
        ) from None


def add_syntax(parser: argparse.ArgumentParser) -> None:
    """Add ``--syntax``."""
    parser.add_argument("--syntax", choices=tuple(SYNTAXES), default="turtle", help="RDF syntax (default: turtle)")


class Turtle:
    """A document of RDF without blank nodes. Properties and classes are named with a prefix: ``skos:prefLabel``.

    >>> turtle = Turtle()
    >>> turtle.say("https://example.org/a", "skos:prefLabel", "nål", "nb")
    >>> turtle.point("https://example.org/a", "skos:broader", "https://example.org/b")
    >>> print(turtle.document().partition("\\n\\n")[2], end="")
    <https://example.org/a>
        skos:prefLabel "nål"@nb ;
        skos:broader <https://example.org/b> .
    """

    def __init__(self) -> None:
        self._resources: dict[str, dict[str, dict[str, None]]] = {}

    def _add(self, subject: str, predicate: str, value: str) -> None:
        self._resources.setdefault(subject, {}).setdefault(predicate, {})[value] = None

    def kind(self, subject: str, name: str) -> None:
        """Say of which class a resource is."""
        self._add(subject, "a", name)

    def point(self, subject: str, predicate: str, target: str) -> None:
        """Say that a resource has a relation to another."""
        self._add(subject, predicate, f"<{iri(target)}>")

    def say(self, subject: str, predicate: str, text: str | None, language: str = "", *, datatype: str = "") -> None:
        """Add a text, where there is one."""
        if text and (text := clean(text)):
            mark = f"@{language}" if language else f"^^{datatype}" if datatype else ""
            self._add(subject, predicate, f'"{text.translate(_ESCAPES)}"{mark}')

    def document(self) -> str:
        """Return everything as Turtle."""
        lines = []
        for subject, properties in self._resources.items():
            said = [f"    {predicate} {', '.join(values)}" for predicate, values in properties.items()]
            lines += [f"\n<{iri(subject)}>\n", " ;\n".join(said), " .\n"]
        text = "".join(lines)
        used = [one for one in PREFIXES.items() if f" {one[0]}:" in text or f"^{one[0]}:" in text]
        return "".join([*(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in used), text])

    def write(self, stream: IO[bytes], syntax: str) -> None:
        """Write everything. Raises ExchangeError where there is no such syntax, MissingExtraError without rdflib."""
        if syntax not in SYNTAXES:
            raise ExchangeError(f"there is no RDF syntax '{syntax}' ({', '.join(SYNTAXES)}){nearest(syntax, SYNTAXES)}")
        text = self.document()
        if syntax != "turtle":
            require_rdflib()
            from rdflib import Graph

            # a store that keeps the order of what is added: the same termbase is to give the same bytes
            graph = Graph(store="SimpleMemory", bind_namespaces="none").parse(data=text, format="turtle")
            text = graph.serialize(format=SYNTAXES[syntax], auto_compact=True)
        if syntax == "json-ld":  # rdflib writes the values of a property in any order
            text = json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1)
        stream.write(f"{text.rstrip()}\n".encode())


def _ordered(content: Any) -> Any:
    """Return JSON-LD with its lists, whose order means nothing here, in a fixed order."""
    if isinstance(content, dict):
        return {key: _ordered(content[key]) for key in sorted(content)}
    if isinstance(content, list):
        return sorted(map(_ordered, content), key=lambda one: json.dumps(one, ensure_ascii=False, sort_keys=True))
    return content
