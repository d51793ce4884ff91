"""SKOS, the W3C's form for thesauri, in Turtle, JSON-LD or RDF/XML.

Preferred, admitted (with abbreviation and variants) and deprecated terms are prefLabel, altLabel and hiddenLabel;
subject fields are collections; codes of other systems that have IRIs are mapping relations. An imported concept keeps
the IRI, the notation and the mappings that it came with.
"""

import argparse
from typing import IO

from ....facade import Glossary
from ...intake.imported import ImportedTermbase
from ...iris import add_all_codes
from .graph import SkosGraph
from .turtle import add_syntax, require_rdflib

WHAT_IS_LOST = (
    "inflected forms, gender, everyday words and plain wordings, and which labels are abbreviations or variants; the "
    "reasons for deprecated terms; part of speech, basis and review; references in "
    "texts, which are written out; which translations need review; articles; codes without an IRI, and codes of "
    "licensed systems unless --all-codes asks for them; the origin of imported entries but IRI, notation and mappings"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_syntax(parser)
    add_all_codes(parser)


def write(glossary: Glossary, stream: IO[bytes], *, syntax: str = "turtle", all_codes: bool = False) -> list[str]:
    """Write the termbase as SKOS; return what was left out, a sentence each.

    Raises ExchangeError for a syntax, or a namespace that the termbase states, MissingExtraError where the syntax needs
    rdflib.
    """
    skos = SkosGraph(glossary, all_codes=all_codes)
    skos.build()
    skos.write(stream, syntax)
    return skos.left_out


def read(stream: IO[bytes]) -> ImportedTermbase:
    """Return what a SKOS document in Turtle, RDF/XML, JSON-LD, N-Triples, TriG or N-Quads says.

    Raises MissingExtraError without rdflib, ExchangeError for a document that cannot be read.
    """
    require_rdflib()
    from .rdf import parse
    from .reader import SkosReader

    return SkosReader(parse(stream.read())).read()
