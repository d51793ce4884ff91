"""SKOS, the W3C's form for thesauri, in Turtle, JSON-LD or RDF/XML.

Preferred, admitted (and the abbreviation) and deprecated terms (and variants) are prefLabel, altLabel and hiddenLabel;
subject fields are collections; codes of other systems are mapping relations. What SKOS has no word for is under
properties of a small vocabulary that the file declares.
"""

from __future__ import annotations

import argparse
from typing import IO, Any

from ....facade import Glossary
from ...intake.imported import ImportedTermbase
from ...iris import BASE, Names, add_all_codes, add_namespace
from ...progress import Progress, silent
from .rdf import add_syntax, require_rdflib, serialise

WHAT_IS_LOST = (
    "inflected forms; the reasons for deprecated terms and the gender of nouns (kept with --xl); references inside "
    "texts, which are written out; which translations need review; articles; codes of licensed systems, unless "
    "--all-codes asks for them"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_syntax(parser)
    parser.add_argument("--xl", action="store_true", help="labels as resources too (SKOS-XL)")
    parser.add_argument("--title", default="imsterms", help="title of the concept scheme (default: imsterms)")
    add_namespace(parser)
    add_all_codes(parser)


def write(
    glossary: Glossary,
    stream: IO[bytes],
    *,
    progress: Progress[Any] = silent,
    syntax: str = "turtle",
    xl: bool = False,
    title: str = "imsterms",
    namespace: str = BASE,
    all_codes: bool = False,
) -> list[str]:
    """Write the termbase as SKOS; return what was left out, a sentence each.

    Raises MissingExtraError without rdflib, ExchangeError for a namespace or syntax.
    """
    require_rdflib()
    from .graph import SkosGraph

    skos = SkosGraph(glossary, Names(namespace), xl=xl, all_codes=all_codes)
    serialise(skos.build(title, progress), syntax, stream)
    return skos.said


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return what a SKOS document in Turtle, RDF/XML, JSON-LD, N-Triples, TriG or N-Quads says.

    Raises MissingExtraError without rdflib, ExchangeError for a document that cannot be read.
    """
    require_rdflib()
    from .rdf import parse
    from .reader import SkosReader

    return SkosReader(parse(stream.read())).read()
